"""Measured times: each names its thing, has a unit of time, and cites papers on one kind of subject."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft
from graph.faults import Fault
from graph.records import Number, Reference
from graph.rules.registry import rule
from graph.timing import CLOCK, HOURS, STUDIED


@rule("clock-fact")
def clock_fact(draft: Draft) -> Iterator[Fault]:
    """A time says of what, after how long, and in whom; it does not mix papers on people with papers on animals."""
    papers: dict[str, Reference] = {found.id: found.item for found in draft.all("references")}
    for found in draft.all("numbers"):
        item: Number = found.item
        if item.chart != CLOCK:
            if item.thing is not None or item.no_difference:
                field = "thing" if item.thing is not None else "no_difference"
                yield found.fault("clock-fact", (field,), f"only numbers of the chart “{CLOCK}” have this", "delete it")
            continue
        if item.thing is None:
            yield found.fault("clock-fact", ("label",), "this says when, but not what was measured", "add thing")
        if item.unit not in HOURS or not item.value or item.value <= 0:
            yield found.fault(
                "clock-fact", ("unit",), "this is not a time", f"give a positive value in {', '.join(HOURS)}"
            )
        cited = [papers[id_] for id_ in item.refs if id_ in papers]
        if item.verified and not any(paper.verified.finding for paper in cited):
            yield found.fault("clock-fact", ("refs",), "no finding of its papers is verified", "verify one first")
        who = {STUDIED.get(paper.kind) for paper in cited}
        if len(who) > 1 or None in who:
            fix = "split it into one number for each" if len(who) > 1 else "cite the study itself"
            yield found.fault("clock-fact", ("refs",), "these papers do not say in whom it was measured", fix)
