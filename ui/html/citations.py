"""Citations: one paper per line, and lists of papers by result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.authors import Person, take_apart
from graph.evidence import Badge, shown_finding
from graph.records import Reference
from graph.vocabulary import Level
from ui.html.markup import Markup, items, joined, tag
from ui.reader import Reader
from ui.subject import Subject


def papers(reader: Reader, evidence: Badge) -> Markup:
    """Papers for, against and with no difference; if there are none, says so with the date of the last check."""
    text = reader.says.text
    return joined(
        papers_under(reader, heading, found)
        for heading, found in (
            (text.supports, evidence.supports),
            (text.opposes, evidence.opposes),
            (text.no_difference, evidence.no_difference),
        )
    )


def papers_under(reader: Reader, heading: str, ids: Sequence[str]) -> Markup:
    """Papers under a heading that counts them."""
    if ids:
        return tag("h3", f"{heading}: {len(ids)}") + paper_list(reader, ids)
    return tag("h3", heading) + tag("p", reader.says.text.none_found.format(date=reader.checked_on), class_="muted")


def paper_list(reader: Reader, ids: Iterable[str]) -> Markup:
    """Papers with all that is told of each."""
    return items((cite(reader, id_) for id_ in ids), class_="papers")


def cite(reader: Reader, id_: str) -> Markup:
    """One paper: authors, year, who was studied, finding, and its DOI if verified, or why it has none."""
    reference, says = reader.mechanism.references[id_], reader.says
    parts = [tag("strong", author_year(reference)), " · ", says.studied[reference.kind], " · ", link(reader, reference)]
    if reader.level is not Level.PATIENT:
        title = reference.title if reference.title and reference.verified.title else says.text.unknown_title
        finding = shown_finding(reader.mechanism, id_)
        parts += [
            tag("p", tag("cite", title)),
            tag("p", finding or says.text.finding_unseen, class_=None if finding else "muted"),
        ]
    return joined(tag("span", part) if not isinstance(part, Markup) else part for part in parts)


def paper(reader: Reader, id_: str) -> Markup:
    """A paper's authors and year, linked to its findings."""
    reference = reader.mechanism.references[id_]
    return reader.record(Subject.PAPERS, id_, author_year(reference))


def paper_links(reader: Reader, ids: Iterable[str], between: str = ", ") -> Markup:
    """Papers as such links."""
    return joined((paper(reader, id_) for id_ in ids), between)


def cited(reader: Reader, papers: Sequence[str]) -> Markup:
    """Papers as short links to the sources page, in brackets; empty if there are none."""
    if not papers:
        return Markup("")
    return tag("span", " (", paper_links(reader, papers, "; "), ")", class_="papers")


def link(reader: Reader, reference: Reference) -> Markup:
    """A link to the paper; without a verified DOI, why there is none, or that it was not checked."""
    if reference.url:
        return tag("a", f"doi:{reference.doi}", href=reference.url, rel="noopener", target="_blank")
    return tag("span", reference.no_doi or reader.says.text.no_link, class_="muted")


def author_year(reference: Reference) -> str:
    """A paper as it is named in a sentence."""
    return f"{short_authors(reference)} {reference.year}"


def short_authors(reference: Reference) -> str:
    """First author's surname, with a second or “et al.”; an organisation keeps its full name."""
    listed = take_apart(reference.authors)
    names = [one.family if isinstance(one, Person) else one.name for one in listed.named]
    if not names:
        return reference.authors[0]
    if len(names) == 1 and not listed.more:
        return names[0]
    return " & ".join(names) if len(names) == 2 and not listed.more else f"{names[0]} et al."
