"""References as RIS, which reference managers import."""

from __future__ import annotations

from collections.abc import Sequence

from graph.authors import Body, Person, take_apart
from graph.content import Mechanism
from graph.exports import seen
from graph.records import Reference
from graph.vocabulary import ReferenceKind

_TYPES = {ReferenceKind.LABEL: "GEN", ReferenceKind.REGULATOR_NOTICE: "GOVDOC", ReferenceKind.GUIDELINE: "RPRT"}
_LINE_END = "\r\n"  # as the format requires


def ris(mechanism: Mechanism, ids: Sequence[str]) -> str:
    """The references with these ids as RIS entries. Raises KeyError for an unknown id."""
    return _LINE_END.join(_entry(mechanism.references[id_]) for id_ in ids)


def _entry(reference: Reference) -> str:
    authors = take_apart(reference.authors)
    volume, issue = seen.volume_and_issue(reference)
    first, _, last = (reference.pages or "").replace("–", "-").partition("-")
    # RIS has no notation for “et al.”; importing it as an author would invent a person.
    more = "Further authors are not listed here. " if authors.more else ""
    fields: list[tuple[str, str | None]] = [
        ("TY", "JOUR" if seen.in_a_journal(reference) else _TYPES[reference.kind]),
        ("ID", reference.id),
        *(("AU", _name(one)) for one in authors.named),
        ("PY", str(reference.year)),
        ("TI", seen.title(reference)),
        ("T2", reference.journal),
        ("VL", volume),
        ("IS", issue),
        ("SP", first),
        ("EP", last),
        ("DO", seen.doi(reference)),
        ("UR", reference.url),
        ("DB", "PubMed" if reference.pmid else None),
        ("AN", reference.pmid),
        ("N1", more + seen.note(reference)),
    ]
    lines = [f"{tag}  - {seen.one_line(value)}" for tag, value in fields if value]
    return _LINE_END.join([*lines, "ER  - ", ""])


def _name(author: Person | Body) -> str:
    if isinstance(author, Body):
        return author.name
    return ", ".join(part for part in (author.family, author.initials, author.suffix) if part)
