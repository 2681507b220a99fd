"""Which article covers which topic, at a glance, and the points that no article makes."""

from __future__ import annotations

from ui.html.citations import paper_list
from ui.html.markup import Markup, joined, tag
from ui.html.table import row, scrolling
from ui.html.terms import marked
from ui.reader import Reader
from ui.subject import Subject


def matrix(reader: Reader) -> Markup:
    """A table of topics by articles; each cell links to that article's claims on that topic."""
    mechanism, says = reader.mechanism, reader.says
    names = mechanism.words[reader.level].systems
    articles = sorted(mechanism.articles.values(), key=lambda one: one.order)
    headings = (says.claims.matrix_row, *(one.title or one.described_as for one in articles))
    rows = []
    for system in mechanism.systems.values():
        cells: list[str] = []
        for one in articles:
            said = system.said.get(one.id)
            if said is None:
                cells.append(tag("span", says.claims.not_said, class_="unsaid"))
            else:
                label = says.said[said]
                made = any(
                    source.article == one.id for id_ in system.claims for source in mechanism.claims[id_].sources
                )
                link = reader.page(Subject.CLAIMS, label, system=system.id, article=one.id)
                cells.append(link if made else label)
        rows.append(row(names[system.id], *cells, id_=f"system-{system.id}"))
    return tag(
        "section",
        tag("h2", says.claims.matrix),
        tag("p", says.claims.matrix_hint, class_="muted"),
        scrolling(says.claims.matrix, headings, rows),
        id="matrix",
    )


def unsaid(reader: Reader) -> Markup:
    """Points that no article makes, why each one matters, and the papers that make it."""
    mechanism, says = reader.mechanism, reader.says
    words = mechanism.words[reader.level].unsaid
    records = (
        tag(
            "article",
            tag("h3", words[one.id].point),
            tag("p", marked(reader, words[one.id].matters)),
            tag(
                "details",
                tag("summary", f"{says.claims.rests_on}: {len(one.refs)}"),
                paper_list(reader, one.refs),
            ),
            id=f"unsaid-{one.id}",
            class_="record",
        )
        for one in mechanism.unsaid.values()
    )
    return tag(
        "section",
        tag("h2", says.claims.unsaid),
        tag("p", says.claims.unsaid_hint, class_="muted"),
        joined(records),
        id="unsaid",
        class_="records",
    )
