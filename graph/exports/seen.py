"""The parts of a reference that may be exported: only what was verified in a source, and a note saying so."""

from __future__ import annotations

import re

from graph.authors import take_apart
from graph.records import Reference
from graph.vocabulary import ReferenceKind

_ISSUE = re.compile(r"(?P<volume>[^()]+)\((?P<issue>[^()]+)\)")


def title(reference: Reference) -> str | None:
    """The title, or None if it was not verified; the content then has a description instead."""
    return one_line(reference.title) if reference.title and reference.verified.title else None


def doi(reference: Reference) -> str | None:
    """The DOI, or None if it was not verified."""
    return reference.doi if reference.url else None


def volume_and_issue(reference: Reference) -> tuple[str | None, str | None]:
    """Volume and issue, which the content writes as in “32(6)”; None for what is missing."""
    match = _ISSUE.fullmatch(reference.volume or "")
    return (match["volume"], match["issue"]) if match else (reference.volume, None)


def in_a_journal(reference: Reference) -> bool:
    """Whether it is a journal article: labels and notices never are, and guidelines only if they have a volume."""
    if reference.kind in (ReferenceKind.LABEL, ReferenceKind.REGULATOR_NOTICE):
        return False
    return reference.kind is not ReferenceKind.GUIDELINE or reference.volume is not None


def note(reference: Reference) -> str:
    """Sentences that say which parts of the reference were verified."""
    remarks = "; ".join(take_apart(reference.authors).remarks)
    said = (
        f"Authors, as noted: {remarks}." if remarks else "",
        "" if title(reference) else "The title was not seen in a source.",
        f"No link: {one_line(reference.no_doi)}." if reference.no_doi else "",
        f"The finding was {'' if reference.verified.finding else 'not '}seen in a source.",
    )
    return " ".join(sentence for sentence in said if sentence)


def one_line(text: str) -> str:
    """`text` with runs of white space replaced by single spaces, because a line break would end a field."""
    return " ".join(text.split())
