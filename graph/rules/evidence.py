"""Evidence: nothing unverified is presented as fact, and no paper counts twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.draft import Draft
from graph.faults import Fault
from graph.rules.registry import rule
from graph.vocabulary import Dose


@rule("unverified-doi")
def unverified_doi(draft: Draft) -> Iterator[Fault]:
    """Only a verified DOI is shown as a link."""
    for found in draft.all("references"):
        item = found.item
        if item.doi and not item.verified.doi:
            yield found.fault(
                "unverified-doi",
                ("doi",),
                "this DOI would become a link, but verified.doi is false",
                "move it to doi_unseen, or verify it in a source and say where",
            )
        if item.verified.doi and not item.doi:
            yield found.fault(
                "unverified-doi",
                ("verified", "doi"),
                "verified.doi is true, but there is no doi",
                "add doi, or write false",
            )


@rule("one-doi")
def one_doi(draft: Draft) -> Iterator[Fault]:
    """A reference has a verified DOI, an unverified one, or a reason for having none: only one of these."""
    for found in draft.all("references"):
        said = [name for name in ("doi", "doi_unseen", "no_doi") if getattr(found.item, name)]
        for name in said[1:]:
            yield found.fault("one-doi", (name,), f"there is {said[0]} as well", "keep the one that is true")


@rule("counted-twice")
def counted_twice(draft: Draft) -> Iterator[Fault]:
    """A paper is listed only once in the evidence of an arrow: for, against, or no difference."""
    for found in draft.all("arrows"):
        for paper, times in Counter(found.item.evidence.papers).items():
            if times > 1:
                yield found.fault("counted-twice", ("evidence",), f"{paper} is listed {times} times", "keep one")


@rule("no-support")
def no_support(draft: Draft) -> Iterator[Fault]:
    """An arrow is drawn only if at least one paper supports it."""
    for found in draft.all("arrows"):
        if not found.item.evidence.supports:
            yield found.fault(
                "no-support", ("evidence", "supports"), "no paper supports this arrow", "cite one, or move it to absent"
            )


@rule("contested-unsaid")
def contested_unsaid(draft: Draft) -> Iterator[Fault]:
    """An arrow with papers against it is marked as contested, with the reason."""
    for found in draft.all("arrows"):
        if found.item.evidence.opposes and not found.item.contested:
            yield found.fault(
                "contested-unsaid", ("evidence", "opposes"), "papers oppose this arrow", "give the reason in contested"
            )


@rule("number-range")
def number_range(draft: Draft) -> Iterator[Fault]:
    """A number lies inside its own interval and has a unit; a dated event has no value."""
    for found in draft.all("numbers"):
        item = found.item
        low = item.low if item.low is not None else item.value
        high = item.high if item.high is not None else item.value
        if item.value is not None and not low <= item.value <= high:
            yield found.fault("number-range", ("value",), "the value is outside low and high", "correct the three")
        if item.date is None and item.unit is None:
            yield found.fault("number-range", ("label",), "a number needs a unit", "add unit, or date for an event")
        if item.date is not None and item.value is not None:
            yield found.fault("number-range", ("date",), "an event has no value", "keep either date or value")


@rule("experiment-reads")
def experiment_reads(draft: Draft) -> Iterator[Fault]:
    """An experiment that the model is scored on has a readout and a target or dose; any other gives the reason."""
    for found in draft.all("experiments"):
        item = found.item
        if item.modelable and item.readout_node is None:
            yield found.fault("experiment-reads", ("readout_node",), "a modelable row needs a readout", "name a thing")
        if item.modelable and not item.targets and item.dose is Dose.USUAL:
            yield found.fault("experiment-reads", ("targets",), "a modelable row needs a target or a dose", "name one")
        if item.modelable == bool(item.why_not):
            yield found.fault(
                "experiment-reads",
                ("why_not",),
                "why_not must be given if and only if modelable is false",
                "correct one",
            )
        if item.effect != item.outcome:
            yield found.fault("experiment-reads", ("effect",), "effect must repeat outcome", f"write {item.outcome}")


@rule("step-order")
def step_order(draft: Draft) -> Iterator[Fault]:
    """Steps are numbered 1, 2, 3 … without a gap."""
    yield from _numbered(draft, "steps", "step-order")


@rule("caution-order")
def caution_order(draft: Draft) -> Iterator[Fault]:
    """Cautions are numbered 1, 2, 3 … without a gap."""
    yield from _numbered(draft, "cautions", "caution-order")


def _numbered(draft: Draft, section: str, name: str) -> Iterator[Fault]:
    orders = sorted(found.item.order for found in draft.all(section))
    if draft.whole(section) and orders != list(range(1, len(orders) + 1)):
        found = next(draft.all(section))
        yield found.fault(name, ("order",), f"the {section} are numbered {orders}", "number them 1, 2, 3 …")
