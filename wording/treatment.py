"""Words of the page about treatment, and of the crisis notice shown where suicide is mentioned."""

from __future__ import annotations

from pydantic import model_validator

from graph.models import Record, Text
from graph.treatment import Country, Direction, Interval, Outcome, Part, Quality, RulingKind
from wording.phrases import need_phrases


class CrisisWords(Record):
    """Where to get help in a crisis: the notice, and the choice of a country's crisis line."""

    title: Text
    now: Text
    link: Text
    choose: Text
    emergency: Text
    line: Text
    seen: Text
    elsewhere: Text


class TreatmentPageWords(Record):
    """Headings, tables, legends and sentences of the page; placeholders in braces are filled in by the code."""

    parts: dict[Part, Text]
    how_to_read: Text
    conditions_table: Text
    condition: Text
    people: Text
    direction: Text
    quality: Text
    directions: dict[Direction, Text]
    qualities: dict[Quality, Text]
    papers: Text
    not_found: Text
    routes_table: Text
    route: Text
    share: Text
    share_value: Text
    share_range: Text
    peak: Text
    peak_value: Text
    peak_range: Text
    advantages: Text
    drawbacks: Text
    also: Text
    session_hint: Text
    claims: Text
    answers: Text
    unsaid: Text
    rulings_table: Text
    date: Text
    country: Text
    countries: dict[Country, Text]
    ruling: Text
    rulings: dict[RulingKind, Text]
    arrays: Text
    arrays_hint: Text
    array: Text
    array_range: Text
    array_not: Text
    array_counted: Text
    outcomes: dict[Outcome, Text]
    intervals: dict[Interval, Text]
    legend: Text
    legend_sure: Text
    legend_fewer: Text
    legend_more: Text
    legend_not: Text
    print_hint: Text

    @model_validator(mode="after")
    def _every_word_has_a_phrase(self) -> TreatmentPageWords:
        need_phrases(
            self,
            parts=Part,
            directions=Direction,
            qualities=Quality,
            countries=Country,
            rulings=RulingKind,
            outcomes=Outcome,
            intervals=Interval,
        )
        return self
