"""The page of sources: every reference, who was studied, the findings, where it is cited, and its checked link."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import streamlit as st

from graph.evidence import shown_finding
from graph.records import Reference
from graph.vocabulary import Level, ReferenceKind
from ui.address import SEARCH
from ui.citation_index import uses
from ui.content import mechanism
from ui.html.citations import author_year, link, short_authors
from ui.html.downloads import downloads
from ui.html.lines import muted_line
from ui.html.listing import Counts, counted, filters, followed, matches, passes, searched, shown_line
from ui.html.markup import Markup, items, joined, tag
from ui.listings import Listing
from ui.page import Page
from ui.params import Focus, Id, Ids
from ui.reader import Reader
from ui.state import plain_reader
from ui.subject import Subject

DOI = ("seen", "none")
"""Whether a reference has a verified DOI."""

USES = ("mechanism", "claims", "experiments", "treatment", "other")
"""Where a reference is cited: on arrows and steps, by claims, by experiments, about treatment, or elsewhere."""

PAPER = Id("paper", doc="The one paper that a link leads to.", known=lambda content: content.references)
SOURCES = Listing(
    PAPER,
    (
        Ids("kind", doc="In whom or what a study was done.", known=lambda _: tuple(ReferenceKind)),
        Ids("used", doc="Where this site uses a paper.", known=lambda _: USES),
        Ids("step", doc="Steps that a paper is about.", known=lambda content: content.steps),
        Ids("doi", doc="Whether a DOI was seen.", known=lambda _: DOI),
    ),
)
# The most ids an address can carry to download only the papers shown.
MOST_IN_DOWNLOAD = 60


def sources_list(reader: Reader) -> Markup:
    """References that match the filters and the search; a linked reference is shown first."""
    content, says = reader.mechanism, reader.says
    found = [one for one in _in_order() if _passes(reader, one)]
    names = {
        "kind": lambda value: says.studied[ReferenceKind(value)],
        "used": lambda value: says.sources.used[value],
        "step": lambda value: content.words[reader.level].steps[value].title,
        "doi": lambda value: says.sources.doi[value],
    }
    parts = [
        filters(reader, SOURCES, names, _counts()),
        shown_line(reader, SOURCES, len(found), len(content.references)),
        _downloads(reader, found, len(content.references)),
    ]
    if reader.address[PAPER]:
        asked = content.references[reader.address[PAPER]]
        parts.append(followed(reader, _reference(reader, asked, "followed-")))
    records = (_written(reader.level)[one.id] for one in found)
    parts.append(tag("section", tag("h2", says.pages[PAGE.path].title), *records, class_="records", id="references"))
    return joined(parts)


def _downloads(reader: Reader, found: Iterable[Reference], total: int) -> Markup:
    """Downloads in every format: only the papers shown if their ids fit in an address, else all of them."""
    ids = [one.id for one in found]
    few = 0 < len(ids) < total and len(ids) <= MOST_IN_DOWNLOAD
    query = f"?id={','.join(ids)}" if few else ""
    count = len(ids) if few else total
    label = f"{reader.says.sources.download} ({count}): "
    return tag("p", label, downloads(reader, "references", query), class_="downloads")


def _values(one: Reference, facet: str) -> Iterable[str]:
    match facet:
        case "used":
            return uses()[one.id].kinds
        case "step":
            return uses()[one.id].steps
        case "doi":
            return ("seen" if one.url else "none",)
        case _:
            return (one.kind,)


@cache
def _counts() -> Counts:
    return counted(SOURCES, mechanism().references.values(), _values)


@cache
def _in_order() -> tuple[Reference, ...]:
    """All references by author and year."""
    return tuple(sorted(mechanism().references.values(), key=lambda one: (short_authors(one).casefold(), one.year)))


@cache
def _written(level: Level) -> dict[str, Markup]:
    """The HTML of every reference by id; it depends on the level only."""
    reader = plain_reader(level)
    return {one.id: _reference(reader, one) for one in reader.mechanism.references.values()}


def _passes(reader: Reader, one: Reference) -> bool:
    finding = shown_finding(reader.mechanism, one.id) or ""
    texts = (*one.authors, str(one.year), one.title or "", one.journal, finding)
    return passes(reader.address, SOURCES, one, _values) and matches(reader.address[SEARCH], *texts)


def _reference(reader: Reader, one: Reference, prefix: str = "paper-") -> Markup:
    says = reader.says
    title = one.title if one.title and one.verified.title else says.text.unknown_title
    where = " ".join(part for part in (one.journal, one.volume, one.pages) if part)
    finding = shown_finding(reader.mechanism, one.id)
    return tag(
        "article",
        tag("h3", author_year(one)),
        tag("p", tag("cite", title, f". {where}."), " ", link(reader, one)),
        muted_line(says.sources.studied, says.studied[one.kind]),
        "" if reader.level is Level.PATIENT else _found(reader, finding),
        _used(reader, one),
        tag("p", reader.record(Subject.PAPERS, one.id, says.lists.link), class_="links"),
        id=f"{prefix}{one.id}",
        class_="record",
    )


def _found(reader: Reader, finding: str | None) -> Markup:
    """What a paper found, in technical terms; patients read it in the claims and on the map instead."""
    says = reader.says
    return muted_line(says.sources.found, finding or says.text.finding_unseen)


def _used(reader: Reader, one: Reference) -> Markup:
    """Where a reference is cited, with links to the arrows and claims."""
    says, use = reader.says.sources, uses()[one.id]
    if not use.kinds:
        return muted_line(says.used_in, says.unused)
    counts = [
        label.format(count=len(ids))
        for label, ids in (
            (says.cited_by_arrows, use.arrows),
            (says.cited_by_claims, use.claims),
            (says.cited_by_experiments, use.experiments),
        )
        if ids
    ]
    if use.elsewhere:
        counts.append(says.cited_by_others)
    line = f"{says.used_in}: {', '.join(counts)}"
    links = [
        *(reader.on_map(Focus("edge", id_), reader.statement(id_)) for id_ in use.arrows),
        *(reader.record(Subject.CLAIMS, id_, reader.claim(id_).claim) for id_ in use.claims),
    ]
    return tag("details", tag("summary", line), items(links)) if links else tag("p", line)


class SourcesPage(Page):
    """Search, filters, downloads and the references."""

    def draw(self) -> None:
        """Draw the list with the filters of the address applied."""
        st.html(tag("div", sources_list(searched()), class_="list"))


PAGE = SourcesPage("sources", SOURCES.params, (Subject.PAPERS,), item=PAPER)
