"""Words of the page with the two clocks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from graph.models import Record, Text
from graph.timing import HOURS, Motion, Who, hours_of
from wording.language import Plural


class ClockWords(Record):
    """Slider, lanes, findings and tables of the two clocks; placeholders in braces are filled in by the code."""

    slider: Text
    earlier: Text
    later: Text
    moments: Annotated[dict[str, Text], Field(description="Where the slider stops, by names such as 10min, 4h, 2w.")]
    ticks: Annotated[dict[str, Text], Field(description="Names on the axis, the first and the last moment among them.")]
    after: Text
    motions: dict[Motion, Text]
    units: dict[str, Plural]
    between: Text
    who: dict[Who, Text]
    no_difference: Text
    in_model: Text
    all_at_rest: Text
    model_over: Text
    measured_by_now: Text
    nothing_new: Text
    on_map: Text
    jump_model: Text
    jump_measured: Text
    model: Text
    model_hint: Text
    lane: Text
    no_model: Text
    measured: Text
    measured_hint: Text
    people: Text
    legend: Text
    no_time: Text
    beside: Text
    first: Text
    not_alike: Text
    cautions: Text
    table: Text
    table_model: Text
    table_measured: Text
    thing: Text
    finding: Text
    in_whom: Text
    when: Text
    papers: Text
    see_times: Text

    @field_validator("moments", "ticks")
    @classmethod
    def _moments_in_order(cls, given: dict[str, str]) -> dict[str, str]:
        hours = [hours_of(moment) for moment in given]
        if hours != sorted(set(hours)):
            raise ValueError("these moments are not in their order")
        return given

    @field_validator("motions", "units", "who")
    @classmethod
    def _all_there(cls, given: dict[str, object], info: object) -> dict[str, object]:
        name = getattr(info, "field_name", "")
        wanted = {"motions": tuple(Motion), "units": tuple(HOURS), "who": tuple(Who)}[name]
        if missing := [word for word in wanted if word not in given]:
            raise ValueError(f"there is no phrase for {', '.join(missing)}")
        return given
