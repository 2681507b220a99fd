"""Treatment: every statement cites a paper, nothing unverified is drawn, and only like is compared with like."""

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
"""Fields that refer to numbers to be shown, by section."""


@rule("unverified-number")
def unverified_number(draft: Draft) -> Iterator[Fault]:
    """Only verified numbers are stated or drawn."""
    unseen = {found.id for found in draft.all("numbers") if not found.item.verified}
    for section, fields in DRAWN.items():
        for found in draft.all(section):
            for path, id_ in (value for field in fields for value in values(found.item, field)):
                if id_ in unseen:
                    yield found.fault(
                        "unverified-number", path, f"“{id_}” is not verified", "remove it, or verify it first"
                    )


@rule("statement-unsourced")
def statement_unsourced(draft: Draft) -> Iterator[Fault]:
    """Every statement cites a paper, unless it is a question or says that something was not found."""
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
    """Every level has words for exactly the statements of each passage."""
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
    """The ids of statements are unique within a passage."""
    for found in draft.all("treatment"):
        seen: set[str] = set()
        for position, one in enumerate(found.item.statements):
            if one.id in seen:
                yield found.fault(
                    "twice-in-passage", ("statements", position, "id"), f"“{one.id}” is used twice", "rename one"
                )
            seen.add(one.id)


@rule("not-placed")
def not_placed(draft: Draft) -> Iterator[Fault]:
    """Every claim or point left unsaid that is not about the mechanism is in exactly one passage about treatment."""
    for section in ("claims", "unsaid"):
        placed: dict[str, str] = {}
        known = draft.ids(section)
        for found in draft.all("treatment"):
            for path, id_ in values(found.item, section):
                if id_ in placed:
                    yield found.fault("not-placed", path, f"“{id_}” is already in {placed[id_]}", "keep one")
                placed.setdefault(id_, found.id)
        # A misspelt id may be the missing one.
        for found in draft.all(section) if draft.whole("treatment") and set(placed) <= known else ():
            if found.item.topic is not Topic.MECHANISM and found.id not in placed:
                yield found.fault("not-placed", ("id",), "no passage about treatment contains this", "add it to one")


@rule("array-count")
def array_count(draft: Draft) -> Iterator[Fault]:
    """An icon array shows the number that it names, and both of its counts are inside their intervals."""
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
                    "array-count",
                    (side, "events"),
                    f"{arm.events} of {arm.people} is not {arm.count} of 100",
                    "correct one",
                )
            yield from _bounded(found, side, arm)


def nearest(value: float) -> int:
    """The nearest whole number; halves are rounded up, as readers expect of 46.5."""
    return floor(value + 0.5)


def _bounded(found: Found, side: str, arm: Arm) -> Iterator[Fault]:
    if (arm.interval is Interval.NONE) != (arm.low is None or arm.high is None):
        yield found.fault(
            "array-count", (side, "interval"), "low and high do not agree with this", "give both, or neither"
        )
    elif arm.low is not None and arm.high is not None and not arm.low <= arm.count <= arm.high:
        yield found.fault("array-count", (side, "low"), "the count is outside its interval", "correct the three")


@rule("array-unlike")
def array_unlike(draft: Draft) -> Iterator[Fault]:
    """Arrays in one group have the same drug, route, comparator and time frame."""
    first: dict[str, Found] = {}
    for found in draft.all("arrays"):
        other = first.setdefault(found.item.group, found)
        if other.item.frame != found.item.frame:
            yield found.fault(
                "array-unlike",
                ("group",),
                f"drug, route, comparator or time differs from {other.id}",
                "put it in its own group",
            )


@rule("array-alone")
def array_alone(draft: Draft) -> Iterator[Fault]:
    """A group says that the other side was not measured if and only if it shows just benefit or just harm."""
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
                    "benefit and harm are both shown here" if both else "only one of benefit and harm is shown here",
                    "delete alone" if both else "say in alone that the other side was not measured",
                )
