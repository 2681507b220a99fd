"""The page about treatment: its sections in order, each statement with the papers it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import streamlit as st

from graph.records import Number
from graph.treatment import Part, Passage
from graph.vocabulary import Level
from pages.treatment.icon_arrays import people
from ui.html.citations import cited
from ui.html.contents import jumps
from ui.html.crisis import crisis_lines
from ui.html.markup import Markup, joined, tag
from ui.html.passages import passage
from ui.html.table import row, scrolling
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
    places = [(part.value, says.parts[part]) for part in Part]
    places.insert(1, ("people", says.arrays))
    sections = [_part(reader, part) for part in Part]
    sections.insert(1, people(reader))
    hints = tag("p", f"{says.how_to_read} {says.print_hint}", class_="muted off-leaflet")
    return crisis_lines(reader) + jumps(reader, places) + hints + joined(sections)


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


def _conditions(reader: Reader, found: Sequence[Passage]) -> Markup:
    """Size, direction and quality of the evidence for each condition."""
    says, words = reader.says.treatment, reader.mechanism.passages[reader.level].passages
    rows = [
        row(
            tag("a", words[one.id].title, href=f"#treat-{one.id}"),
            str(one.evidence.people) if one.evidence.people else says.not_found,
            says.directions[one.evidence.direction],
            says.qualities[one.evidence.quality],
            cited(reader, one.evidence.refs),
        )
        for one in found
        if one.evidence
    ]
    headings = (says.condition, says.people, says.direction, says.quality, says.papers)
    return tag("div", scrolling(says.conditions_table, headings, rows, captioned=True), class_="at-a-glance")


def _routes(reader: Reader, found: Sequence[Passage]) -> Markup:
    """For each route, bioavailability and time to peak, if a verified figure was found."""
    says, words = reader.says.treatment, reader.mechanism.passages[reader.level].passages
    numbers = reader.mechanism.numbers

    def figure(id_: str | None, value: str, range_: str) -> Markup | str:
        return _figure(reader, numbers[id_], value, range_) if id_ else says.not_found

    rows = [
        row(
            tag("a", words[one.id].title, href=f"#treat-{one.id}"),
            figure(one.route.share, says.share_value, says.share_range),
            figure(one.route.peak, says.peak_value, says.peak_range),
        )
        for one in found
        if one.route
    ]
    headings = (says.route, says.share, says.peak)
    return tag("div", scrolling(says.routes_table, headings, rows, captioned=True), class_="routes-table")


def _figure(reader: Reader, number: Number, value: str, range_: str) -> Markup:
    said = value.format(value=f"{number.value:g}")
    if number.low is not None and number.high is not None:
        said += f" {range_.format(low=f'{number.low:g}', high=f'{number.high:g}')}"
    return tag("span", said) + cited(reader, number.refs)


def _rulings(reader: Reader) -> Markup:
    """Approvals, warnings and funding decisions, by date."""
    says, words = reader.says.treatment, reader.mechanism.passages[reader.level].rulings
    rows = [
        row(
            tag("time", one.date, datetime=one.date),
            says.countries[one.country],
            (tag("strong", says.rulings[one.kind]), tag("span", f": {words[one.id]}"), cited(reader, one.refs)),
        )
        for one in sorted(reader.mechanism.rulings.values(), key=lambda one: one.date)
    ]
    headings = (says.date, says.country, says.ruling)
    return tag("div", scrolling(says.rulings_table, headings, rows, captioned=True), class_="rulings off-leaflet")


class TreatmentPage(Page):
    """The sections about treatment, after the crisis contacts."""

    def draw(self) -> None:
        """Draw the page."""
        st.html(style("treatment"))
        st.html(tag("div", written(current_reader().level), class_="list prose treatment"))


PAGE = TreatmentPage("treatment", subjects=(Subject.TREATMENT,), papers={"used": "treatment"})
