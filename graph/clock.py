"""Two clocks after a dose: what the model does, in words, and what was measured, with who it was measured in.

The two are never combined: a `Fact` comes from a verified number of the content, a `Motion` from a course of the model.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.content import NO_DYNAMICS, Mechanism
from graph.dynamics import Course, Wiring
from graph.records import Number
from graph.timing import CLOCK, HOURS, STUDIED, Motion, Who
from graph.vocabulary import ThingKind

_ABOUT = 0.15
"""Fraction of a thing's own largest change below which it counts as being at its level before the dose."""
_WINDOW = 1.25
"""Whether a thing rises or falls at a time is judged from that time divided by this factor to it times this factor."""


@dataclass(frozen=True)
class Fact:
    """Something measured at a time after the dose.

    `hours`, `low` and `high` are in hours; `low` and `high` equal `hours` if no interval is given.
    """

    number: Number
    thing: str
    who: Who
    hours: float
    low: float
    high: float


UP = (Motion.RISING, Motion.HIGH, Motion.FALLING)
"""Motions above the level before the dose."""
DOWN = (Motion.SINKING, Motion.LOW, Motion.RECOVERING)
"""Motions below the level before the dose."""


def facts(mechanism: Mechanism) -> tuple[Fact, ...]:
    """Every verified time of the mechanism, earliest first."""
    found = []
    for number in mechanism.numbers.values():
        if number.chart != CLOCK or not number.verified or not number.thing or not number.unit or number.value is None:
            continue
        unit = HOURS[number.unit]
        low = number.value if number.low is None else number.low
        high = number.value if number.high is None else number.high
        who = STUDIED[mechanism.references[number.refs[0]].kind]
        found.append(Fact(number, number.thing, who, number.value * unit, low * unit, high * unit))
    return tuple(sorted(found, key=lambda fact: fact.hours))


def has_model(mechanism: Mechanism) -> bool:
    """Whether the mechanism has the settings that its model needs, above all a dose."""
    return mechanism.dynamics is not NO_DYNAMICS


def lanes(mechanism: Mechanism) -> tuple[str, ...]:
    """Ids of the things that the clocks follow, in order: those of the main picture, or all if there is none."""
    things = getattr(mechanism.overview, "things", ())
    return tuple(thing.id for thing in things) or tuple(mechanism.things)


def timed(mechanism: Mechanism) -> dict[str, tuple[Fact, ...]]:
    """Facts by thing, for things with at least one: first the things that the clocks follow, then the others."""
    known = facts(mechanism)
    order = dict.fromkeys((*lanes(mechanism), *mechanism.things))
    found = {thing: tuple(fact for fact in known if fact.thing == thing) for thing in order}
    return {thing: each for thing, each in found.items() if each}


def untimed(mechanism: Mechanism) -> tuple[str, ...]:
    """Ids of the things that the clocks follow but that have no verified time."""
    known = timed(mechanism)
    return tuple(thing for thing in lanes(mechanism) if thing not in known)


def first_benefit(mechanism: Mechanism) -> Fact | None:
    """The earliest fact of an improved outcome in people, or None."""
    return next(
        (
            fact
            for fact in facts(mechanism)
            if fact.who is Who.PEOPLE
            and not fact.number.no_difference
            and mechanism.things[fact.thing].kind is ThingKind.OUTCOME
        ),
        None,
    )


def motion(course: Course, wiring: Wiring, thing: str, hours: float) -> Motion:
    """What `thing` does at `hours` in `course`.

    Changes below the visibility threshold, or small compared with the thing's own largest change, count as rest.
    """
    visible, rest = wiring.dynamics.thresholds.visible, float(wiring.rest[wiring.index[thing]])
    least = max(visible, _ABOUT * float(abs(course.of(thing) - rest).max()))
    before, now, after = (course.at(thing, hours * factor) - rest for factor in (1 / _WINDOW, 1, _WINDOW))
    moving = after - before
    if abs(now) < least:
        leaving = abs(moving) >= visible and abs(after) >= least
        return Motion.REST if not leaving else Motion.RISING if moving > 0 else Motion.SINKING
    if abs(moving) < visible:
        return Motion.HIGH if now > 0 else Motion.LOW
    if now > 0:
        return Motion.RISING if moving > 0 else Motion.FALLING
    return Motion.SINKING if moving < 0 else Motion.RECOVERING
