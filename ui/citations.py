"""Citations: a paper in a line, and papers in lists by what they say."""

from __future__ import annotations

from graph.evidence import Badge, shown_finding
from graph.records import Reference
from graph.vocabulary import Level
from ui.markup import Markup, items, tag
from ui.reader import Reader


def papers(reader: Reader, evidence: Badge) -> Markup:
    """Papers for, against and with no difference found; where there are none it says so, and when we looked."""
    text = reader.says.text
    parts = []
    for heading, found in (
        (text.supports, evidence.supports),
        (text.opposes, evidence.opposes),
        (text.no_difference, evidence.no_difference),
    ):
        parts.append(tag("h3", f"{heading}: {len(found)}" if found else heading))
        none = tag("p", text.none_found.format(date=reader.checked_on), class_="muted")
        parts.append(items((cite(reader, paper) for paper in found), class_="papers") if found else none)
    return Markup("".join(parts))


def cite(reader: Reader, paper: str) -> Markup:
    """A paper: who, when, in whom, what it found, and its DOI where that was seen."""
    reference, says = reader.mechanism.references[paper], reader.says
    name = tag("strong", f"{short_authors(reference)} {reference.year}")
    url = reference.url
    where = (
        tag("a", f"doi:{reference.doi}", href=url, rel="noopener", target="_blank")
        if url
        else tag("span", says.text.no_link, class_="muted")
    )
    parts = [name, " · ", says.studied[reference.kind], " · ", where]
    if reader.level is not Level.PATIENT:
        title = reference.title if reference.title and reference.verified.title else says.text.unknown_title
        finding = shown_finding(reader.mechanism, paper)
        parts += [
            tag("p", tag("cite", title)),
            tag("p", finding or says.text.finding_unseen, class_=None if finding else "muted"),
        ]
    return Markup("".join(tag("span", part) if not isinstance(part, Markup) else part for part in parts))


def short_authors(reference: Reference) -> str:
    """First author's surname, with a second, or “et al.” for more; a body keeps its name."""
    if len(reference.authors) == 1:
        return _surname(reference.authors[0])
    if len(reference.authors) == 2 and reference.authors[1] != "et al.":
        return " & ".join(_surname(author) for author in reference.authors)
    return f"{_surname(reference.authors[0])} et al."


def _surname(author: str) -> str:
    """A person's name without initials and what follows them; initials are the last word, in capitals."""
    head, _, initials = author.removesuffix(" Jr").rpartition(" ")
    return head if head and initials.isupper() and len(initials) <= 4 else author
