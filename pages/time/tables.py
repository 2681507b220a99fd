"""The two clocks as tables: a text alternative to the lanes."""

from __future__ import annotations

from collections.abc import Sequence

from graph.clock import lanes, timed
from graph.dynamics import Course
from pages.time.moment import label, moving, papers, root_name, to_map, when
from ui.html.markup import Markup, scrolling, tag
from ui.reader import Reader


def tables(reader: Reader, others: Sequence[Reader], solved: Course | None) -> Markup:
    """The model and the measurements of each mechanism as tables, each collapsed under its title."""
    says = reader.says.clock
    found = [] if solved is None else [(says.table_model, _model_table(reader, solved))]
    found += [(f"{says.table_measured}: {root_name(one)}", _facts_table(one)) for one in (reader, *others)]
    return Markup("".join(tag("details", tag("summary", title), scrolling(table, title)) for title, table in found))


def _head(*names: str) -> Markup:
    return tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names)))


def _model_table(reader: Reader, solved: Course) -> Markup:
    """The model: a row for each part, and a column for each moment up to the end of the simulation."""
    says = reader.says.clock
    things = lanes(reader.mechanism)
    motions = {thing: moving(reader, solved, thing) for thing in things}
    head = _head(says.thing, *(says.moments[one] for one, _ in motions[things[0]]))
    rows = [
        tag(
            "tr",
            tag("th", to_map(reader, thing), scope="row"),
            *(tag("td", says.motions[kind]) for _, kind in motions[thing]),
        )
        for thing in things
    ]
    return tag("table", head, tag("tbody", *rows))


def _facts_table(reader: Reader) -> Markup:
    """All measurements, in order of time."""
    says = reader.says.clock
    every = sorted((fact for found in timed(reader.mechanism).values() for fact in found), key=lambda fact: fact.hours)
    rows = [
        tag(
            "tr",
            tag("th", when(reader, fact), scope="row"),
            tag("td", reader.name(fact.thing)),
            tag("td", label(reader, fact)),
            tag("td", says.who[fact.who], *((f", {says.no_difference}",) if fact.number.no_difference else ())),
            tag("td", papers(reader, fact.number.refs)),
        )
        for fact in every
    ]
    head = _head(says.when, says.thing, says.finding, says.in_whom, says.papers)
    return tag("table", head, tag("tbody", *rows))
