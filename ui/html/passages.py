"""Passages about treatment: statements with their papers, and what the articles claim about each."""

from __future__ import annotations

from collections.abc import Iterable

from graph.treatment import Passage, Sort, Statement
from ui.html.badges import verdict
from ui.html.citations import cited
from ui.html.markup import Markup, tag
from ui.html.terms import marked
from ui.reader import Reader
from ui.subject import Subject


def passage(reader: Reader, one: Passage) -> Markup:
    """A passage: its statements, and what the articles claim about it."""
    says, said = reader.says.treatment, reader.mechanism.passages[reader.level].passages[one.id]
    met: set[str] = set()

    def told(statements: Iterable[Statement]) -> list[Markup]:
        return [_statement(reader, each, said.statements[each.id], met) for each in statements]

    by_sort = {sort: [each for each in one.statements if each.sort is sort] for sort in Sort}
    rest = [each for each in one.statements if each.sort not in (Sort.ADVANTAGE, Sort.DRAWBACK)]
    body: list[Markup] = []
    for sort, heading in ((Sort.ADVANTAGE, says.advantages), (Sort.DRAWBACK, says.drawbacks)):
        if by_sort[sort]:
            body += [tag("h4", heading), tag("ul", *told(by_sort[sort]), class_=f"{sort}s")]
    if rest and body:
        body.append(tag("h4", says.also, class_=None if any(each.leaflet for each in rest) else "off-leaflet"))
    if rest:
        body.append(tag("ul", *told(rest), class_="statements"))
    on_paper = any(each.leaflet for each in one.statements)
    return tag(
        "article",
        tag("h3", said.title),
        *body,
        _answers(reader, one),
        id=f"treat-{one.id}",
        class_="passage" if on_paper else "passage off-leaflet",
    )


def _statement(reader: Reader, one: Statement, said: str, met: set[str]) -> Markup:
    names = [
        name for name, holds in (("not-found", one.sort is Sort.NOT_FOUND), ("off-leaflet", not one.leaflet)) if holds
    ]
    body = tag("span", marked(reader, said, met))
    return tag("li", body, cited(reader, one.refs), class_=" ".join(names) or None)


def _answers(reader: Reader, one: Passage) -> Markup:
    """Article claims that the passage answers, with verdicts, and points that no article makes."""
    content = reader.mechanism
    rows = []
    for id_ in one.claims:
        link = reader.record(Subject.CLAIMS, id_, reader.claim(id_).claim)
        rows.append(tag("li", link, " ", verdict(reader, content.claims[id_]), id=f"claim-{id_}"))
    for id_ in one.unsaid:
        point = content.words[reader.level].unsaid[id_].point
        note = tag("span", reader.says.treatment.unsaid, class_="chip")
        rows.append(tag("li", tag("span", point), " ", note, id=f"unsaid-{id_}"))
    if not rows:
        return Markup("")
    label = reader.says.treatment.claims.format(count=len(rows))
    return tag("details", tag("summary", label), tag("ul", *rows), class_="off-leaflet")
