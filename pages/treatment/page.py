"""The page about treatment: its sections in order, each statement with the papers it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import streamlit as st

from graph.records import Number
from graph.treatment import Part, Passage
from graph.vocabulary import Level
from pages.treatment.icon_arrays import people
from ui.html.citations import cited
from ui.html.crisis import crisis_lines
from ui.html.markup import Markup, scrolling, tag
from ui.html.passages import passage
from ui.page import Page
from ui.reader import Reader
from ui.state import current_reader, plain_reader
from ui.styles import style
from ui.subject import Subject

HOURS = (Part.SESSION,)
"""Sections whose passages are in chronological order."""


@cache
def written(level: Level) -> Markup:
    """The whole page; it depends on the level only."""
    reader = plain_reader(level)
    says = reader.says.treatment
    jumps = [tag("a", says.parts[part], href=f"#{part}") for part in Part]
    jumps.insert(1, tag("a", says.arrays, href="#people"))
    sections = [_part(reader, part) for part in Part]
    sections.insert(1, people(reader))
    hints = tag("p", f"{says.how_to_read} {says.print_hint}", class_="muted off-leaflet")
    return Markup(
        crisis_lines(reader)
        + tag("nav", *jumps, class_="jumps", aria_label=reader.says.text.plain_contents)
        + hints
        + "".join(sections)
    )


def passages(reader: Reader, part: Part) -> list[Passage]:
    """The passages of a section, in file order."""
    return [one for one in reader.mechanism.treatment.values() if one.part is part]


def _part(reader: Reader, part: Part) -> Markup:
    says, found = reader.says.treatment, passages(reader, part)
    before: list[Markup] = []
    match part:
        case Part.CONDITIONS:
            before = [_conditions(reader, found)]
        case Part.ROUTES:
            before = [_routes(reader, found)]
        case Part.SESSION:
            before = [tag("p", says.session_hint, class_="muted")]
        case Part.RULINGS:
            before = [_rulings(reader)]
    written_ = [passage(reader, one) for one in found]
    body = [tag("ol", *(tag("li", one) for one in written_), class_="hours")] if part in HOURS else written_
    on_paper = any(one.leaflet for each in found for one in each.statements)
    return tag(
        "section",
        tag("h2", says.parts[part]),
        *before,
        *body,
        id=part.value,
        class_=None if on_paper else "off-leaflet",
    )


def _table(caption: str, heads: Sequence[str], rows: Iterable[Markup], class_: str | None = None) -> Markup:
    head = tag("tr", *(tag("th", one, scope="col") for one in heads))
    table = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *rows))
    return tag("div", scrolling(table, caption), class_=class_)


def _row(name: Markup | str, *cells: Markup | str) -> Markup:
    return tag("tr", tag("th", name, scope="row"), *(tag("td", cell) for cell in cells))


def _conditions(reader: Reader, found: Sequence[Passage]) -> Markup:
    """Size, direction and quality of the evidence for each condition."""
    says, words = reader.says.treatment, reader.mechanism.passages[reader.level].passages
    rows = [
        _row(
            tag("a", words[one.id].title, href=f"#treat-{one.id}"),
            str(one.evidence.people) if one.evidence.people else says.not_found,
            says.directions[one.evidence.direction],
            says.qualities[one.evidence.quality],
            cited(reader, one.evidence.refs),
        )
        for one in found
        if one.evidence
    ]
    heads = (says.condition, says.people, says.direction, says.quality, says.papers)
    return _table(says.conditions_table, heads, rows, "at-a-glance")


def _routes(reader: Reader, found: Sequence[Passage]) -> Markup:
    """For each route, bioavailability and time to peak, if a verified figure was found."""
    says, words = reader.says.treatment, reader.mechanism.passages[reader.level].passages
    numbers = reader.mechanism.numbers

    def figure(id_: str | None, value: str, range_: str) -> Markup | str:
        return _figure(reader, numbers[id_], value, range_) if id_ else says.not_found

    rows = [
        _row(
            tag("a", words[one.id].title, href=f"#treat-{one.id}"),
            figure(one.route.share, says.share_value, says.share_range),
            figure(one.route.peak, says.peak_value, says.peak_range),
        )
        for one in found
        if one.route
    ]
    return _table(says.routes_table, (says.route, says.share, says.peak), rows, "routes-table")


def _figure(reader: Reader, number: Number, value: str, range_: str) -> Markup:
    said = value.format(value=f"{number.value:g}")
    if number.low is not None and number.high is not None:
        said += f" {range_.format(low=f'{number.low:g}', high=f'{number.high:g}')}"
    return Markup(tag("span", said) + cited(reader, number.refs))


def _rulings(reader: Reader) -> Markup:
    """Approvals, warnings and funding decisions, by date."""
    says, words = reader.says.treatment, reader.mechanism.passages[reader.level].rulings
    rows = [
        _row(
            tag("time", one.date, datetime=one.date),
            says.countries[one.country],
            Markup(tag("strong", says.rulings[one.kind]) + tag("span", f": {words[one.id]}") + cited(reader, one.refs)),
        )
        for one in sorted(reader.mechanism.rulings.values(), key=lambda one: one.date)
    ]
    return _table(says.rulings_table, (says.date, says.country, says.ruling), rows, "rulings off-leaflet")


class TreatmentPage(Page):
    """The sections about treatment, after the crisis contacts."""

    def draw(self) -> None:
        """Draw the page."""
        st.html(style("treatment"))
        st.html(tag("div", written(current_reader().level), class_="list prose treatment"))


PAGE = TreatmentPage("treatment", subjects=(Subject.TREATMENT,), papers={"used": "treatment"})
