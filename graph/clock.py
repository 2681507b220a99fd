"""Two clocks after a dose: what the model does, in words, and what was measured, each with whom it was measured in.

The two are never joined: a `Fact` comes from a verified number of the content, a `Motion` from a course of the model.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.content import NO_DYNAMICS, Mechanism
from graph.dynamics import Course, Wiring
from graph.records import Number
from graph.timing import CLOCK, HOURS, STUDIED, Motion, Who
from graph.vocabulary import ThingKind

_ABOUT = 0.15
"""Share of its own largest change below which a thing is about where it was before the dose."""
_WINDOW = 1.25
"""A thing rises or falls where it moves between this factor before a moment and this factor after it."""


@dataclass(frozen=True)
class Fact:
    """Something that was measured at a time after the dose. `low` and `high` are hours too, equal to it for a point."""

    number: Number
    thing: str
    who: Who
    hours: float
    low: float
    high: float


UP = (Motion.RISING, Motion.HIGH, Motion.FALLING)
"""What is above its start."""
DOWN = (Motion.SINKING, Motion.LOW, Motion.RECOVERING)
"""What is below its start."""


def facts(mechanism: Mechanism) -> tuple[Fact, ...]:
    """Every verified time of the mechanism, earliest first; none that was not seen in a source."""
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
    """Whether the mechanism says what its model needs: a dose above all."""
    return mechanism.dynamics is not NO_DYNAMICS


def lanes(mechanism: Mechanism) -> tuple[str, ...]:
    """The things that the clocks follow: those of the main picture, or all where there is none; in their order."""
    things = getattr(mechanism.overview, "things", ())
    return tuple(thing.id for thing in things) or tuple(mechanism.things)


def timed(mechanism: Mechanism) -> dict[str, tuple[Fact, ...]]:
    """What was measured of each thing that has a time: first those the clocks follow, then the others."""
    known = facts(mechanism)
    order = dict.fromkeys((*lanes(mechanism), *mechanism.things))
    found = {thing: tuple(fact for fact in known if fact.thing == thing) for thing in order}
    return {thing: each for thing, each in found.items() if each}


def untimed(mechanism: Mechanism) -> tuple[str, ...]:
    """The things that the clocks follow and of which no verified time is known."""
    known = timed(mechanism)
    return tuple(thing for thing in lanes(mechanism) if thing not in known)


def first_benefit(mechanism: Mechanism) -> Fact | None:
    """The earliest time at which people were seen better in an outcome, or None."""
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
    """What `thing` does at `hours` in `course`; a small part of its largest change is about none."""
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
