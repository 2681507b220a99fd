"""Times of things: each names its thing, has a unit of time, and was seen in papers that studied the same kind."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft
from graph.faults import Fault
from graph.records import Number, Reference
from graph.rules.registry import rule
from graph.timing import CLOCK, HOURS, STUDIED


@rule("clock-fact")
def clock_fact(draft: Draft) -> Iterator[Fault]:
    """A time says of what, after how long, and in whom; papers on people and on animals do not share one."""
    papers: dict[str, Reference] = {found.id: found.item for found in draft.all("references")}
    for found in draft.all("numbers"):
        item: Number = found.item
        if item.chart != CLOCK:
            if item.thing is not None or item.no_difference:
                field = "thing" if item.thing is not None else "no_difference"
                yield found.fault("clock-fact", (field,), f"only the chart “{CLOCK}” has this", "delete it")
            continue
        if item.thing is None:
            yield found.fault("clock-fact", ("label",), "this says when, but not of what", "add thing")
        if item.unit not in HOURS or not item.value or item.value <= 0:
            yield found.fault("clock-fact", ("unit",), "this is no time", f"give value and one of {', '.join(HOURS)}")
        cited = [papers[id_] for id_ in item.refs if id_ in papers]
        if item.verified and not any(paper.verified.finding for paper in cited):
            yield found.fault("clock-fact", ("refs",), "no finding of its papers was seen in a source", "see it first")
        who = {STUDIED.get(paper.kind) for paper in cited}
        if len(who) > 1 or None in who:
            mend = "split it, one for each" if len(who) > 1 else "cite the study itself"
            yield found.fault("clock-fact", ("refs",), "these papers do not say in whom it was measured", mend)
