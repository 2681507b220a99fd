"""The two clocks as tables: a text alternative to the lanes."""

from __future__ import annotations

from collections.abc import Sequence

from graph.clock import lanes, timed
from graph.dynamics import Course
from pages.time.moment import label, moving, papers, root_name, to_map, when
from ui.html.markup import Markup, joined, tag
from ui.html.table import row, scrolling
from ui.reader import Reader


def tables(reader: Reader, others: Sequence[Reader], solved: Course | None) -> Markup:
    """The model and the measurements of each mechanism as tables, each collapsed under its title."""
    says = reader.says.clock
    found = [] if solved is None else [(says.table_model, *_model_table(reader, solved))]
    found += [(f"{says.table_measured}: {root_name(one)}", *_facts_table(one)) for one in (reader, *others)]
    return joined(
        tag("details", tag("summary", title), scrolling(title, headings, rows)) for title, headings, rows in found
    )


def _model_table(reader: Reader, solved: Course) -> tuple[list[str], list[Markup]]:
    """The model: a row for each part, and a column for each moment up to the end of the simulation."""
    says = reader.says.clock
    things = lanes(reader.mechanism)
    motions = {thing: moving(reader, solved, thing) for thing in things}
    headings = [says.thing, *(says.moments[one] for one, _ in motions[things[0]])]
    return headings, [
        row(to_map(reader, thing), *(says.motions[kind] for _, kind in motions[thing])) for thing in things
    ]


def _facts_table(reader: Reader) -> tuple[list[str], list[Markup]]:
    """All measurements, in order of time."""
    says = reader.says.clock
    every = sorted((fact for found in timed(reader.mechanism).values() for fact in found), key=lambda fact: fact.hours)
    return [says.when, says.thing, says.finding, says.in_whom, says.papers], [
        row(
            when(reader, fact),
            reader.name(fact.thing),
            label(reader, fact),
            says.who[fact.who] + (f", {says.no_difference}" if fact.number.no_difference else ""),
            papers(reader, fact.number.refs),
        )
        for fact in every
    ]
