"""Treatment: every statement rests on a paper, nothing unverified is drawn, and no picture compares unlike things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import floor

from graph.draft import Draft, Found
from graph.faults import Fault
from graph.records import Number
from graph.rules.ids import values
from graph.rules.registry import rule
from graph.treatment import Arm, Interval, Outcome, Sort
from graph.vocabulary import Topic

DRAWN = {"treatment": ("statements.*.numbers", "route.share", "route.peak"), "arrays": ("number",)}
"""Fields, by section, that name numbers to be shown."""


@rule("unverified-number")
def unverified_number(draft: Draft) -> Iterator[Fault]:
    """No number that was not seen in a source is stated or drawn."""
    unseen = {found.id for found in draft.all("numbers") if not found.item.verified}
    for section, fields in DRAWN.items():
        for found in draft.all(section):
            for path, id_ in (value for field in fields for value in values(found.item, field)):
                if id_ in unseen:
                    yield found.fault(
                        "unverified-number", path, f"“{id_}” was not seen in a source", "leave it out, or see it first"
                    )


@rule("statement-unsourced")
def statement_unsourced(draft: Draft) -> Iterator[Fault]:
    """A statement cites a paper; only what was not found and a question need none."""
    free = (Sort.NOT_FOUND, Sort.QUESTION)
    for found in draft.all("treatment"):
        for position, one in enumerate(found.item.statements):
            if not one.refs and one.sort not in free:
                yield found.fault(
                    "statement-unsourced",
                    ("statements", position),
                    f"“{one.id}” cites no paper",
                    f"cite one, or give it the sort {Sort.NOT_FOUND}",
                )


@rule("statement-words")
def statement_words(draft: Draft) -> Iterator[Fault]:
    """Every level has words for every statement of a passage, and for none that is not there."""
    statements = {found.id: {one.id for one in found.item.statements} for found in draft.all("treatment")}
    for found in draft.all("passages"):
        for id_, said in found.item.passages.items():
            wanted = statements.get(id_, set(said.statements))
            for missing in sorted(wanted - set(said.statements)):
                yield found.fault(
                    "statement-words",
                    ("passages", id_, "statements"),
                    f"no words for “{missing}” at the {found.id} level",
                    f"add {missing}",
                )
            for more in sorted(set(said.statements) - wanted):
                yield found.fault(
                    "statement-words",
                    ("passages", id_, "statements", more),
                    f"“{more}” is not a statement of {id_}",
                    "delete it, or add the statement to treatment",
                )


@rule("twice-in-passage")
def twice_in_passage(draft: Draft) -> Iterator[Fault]:
    """Within a passage each statement has an id of its own."""
    for found in draft.all("treatment"):
        seen: set[str] = set()
        for position, one in enumerate(found.item.statements):
            if one.id in seen:
                yield found.fault(
                    "twice-in-passage", ("statements", position, "id"), f"“{one.id}” stands twice", "rename one"
                )
            seen.add(one.id)


@rule("not-placed")
def not_placed(draft: Draft) -> Iterator[Fault]:
    """What is not about the mechanism, claim or point left unsaid, stands in exactly one passage about treatment."""
    for section in ("claims", "unsaid"):
        placed: dict[str, str] = {}
        known = draft.ids(section)
        for found in draft.all("treatment"):
            for path, id_ in values(found.item, section):
                if id_ in placed:
                    yield found.fault("not-placed", path, f"“{id_}” stands in {placed[id_]} already", "keep one")
                placed.setdefault(id_, found.id)
        # A name that is misspelt may be the one that is missing.
        for found in draft.all(section) if draft.whole("treatment") and set(placed) <= known else ():
            if found.item.topic is not Topic.MECHANISM and found.id not in placed:
                yield found.fault("not-placed", ("id",), "no passage about treatment names this", "name it in one")


@rule("array-count")
def array_count(draft: Draft) -> Iterator[Fault]:
    """An icon array shows the number that it names, both of its sides inside their intervals."""
    numbers: dict[str, Number] = {found.id: found.item for found in draft.all("numbers")}
    for found in draft.all("arrays"):
        number = numbers.get(found.item.number)
        known = {"treated": number.value, "compared": number.comparator_value} if number else {}
        for side in ("treated", "compared"):
            arm: Arm = getattr(found.item, side)
            value = known.get(side)
            if value is not None and nearest(value) != arm.count:
                yield found.fault("array-count", (side, "count"), f"the number is {value:g}", f"write {nearest(value)}")
            if arm.events is not None and arm.people and nearest(100 * arm.events / arm.people) != arm.count:
                yield found.fault(
                    "array-count", (side, "events"), f"{arm.events} of {arm.people} are not {arm.count}", "mend one"
                )
            yield from _bounded(found, side, arm)


def nearest(value: float) -> int:
    """The nearest whole number; a half goes up, as readers expect of 46.5."""
    return floor(value + 0.5)


def _bounded(found: Found, side: str, arm: Arm) -> Iterator[Fault]:
    if (arm.interval is Interval.NONE) != (arm.low is None or arm.high is None):
        yield found.fault("array-count", (side, "interval"), "low and high do not go with this", "give both, or none")
    elif arm.low is not None and arm.high is not None and not arm.low <= arm.count <= arm.high:
        yield found.fault("array-count", (side, "low"), "the count lies outside its interval", "mend the three")


@rule("array-unlike")
def array_unlike(draft: Draft) -> Iterator[Fault]:
    """Arrays stand side by side only with the same drug, route, comparator and time."""
    first: dict[str, Found] = {}
    for found in draft.all("arrays"):
        other = first.setdefault(found.item.group, found)
        if other.item.frame != found.item.frame:
            yield found.fault(
                "array-unlike",
                ("group",),
                f"drug, route, comparator or time differ from {other.id}",
                "give it a group of its own",
            )


@rule("array-alone")
def array_alone(draft: Draft) -> Iterator[Fault]:
    """Where only benefit or only harm is drawn, the page says that the other was not measured; else it does not."""
    outcomes: dict[str, set[Outcome]] = defaultdict(set)
    for found in draft.all("arrays"):
        outcomes[found.item.group].add(found.item.outcome)
    for found in draft.all("passages") if draft.whole("arrays") else ():
        for id_, said in found.item.groups.items():
            both = {Outcome.BENEFIT, Outcome.HARM} <= outcomes.get(id_, set())
            if id_ in outcomes and both == bool(said.alone):
                yield found.fault(
                    "array-alone",
                    ("groups", id_),
                    "benefit and harm stand together here" if both else "one side stands alone here",
                    "delete alone" if both else "say under alone that the other side was not measured",
                )
