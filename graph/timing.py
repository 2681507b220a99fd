"""Time after a dose: the units that content gives it in, moments by name, and whom a kind of paper studied."""

from __future__ import annotations

import re
from enum import StrEnum
from math import log

from graph.vocabulary import ReferenceKind

CLOCK = "clock"
"""The chart of numbers that say when something was seen."""

HOURS = {"minutes": 1 / 60, "hours": 1.0, "days": 24.0, "weeks": 168.0}
"""Hours in each unit that such a number may have."""

FIRST = HOURS["minutes"]
"""Where the axis begins, in hours."""

_SHORT = {"min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_MOMENT = re.compile(r"([1-9]\d*)(min|h|d|w)")


class Who(StrEnum):
    """Whom a measurement was made in. People and animals are never drawn alike."""

    PEOPLE = "people"
    ANIMALS = "animals"
    TISSUE = "tissue"


class Motion(StrEnum):
    """What a thing does at a moment in the model, against its level without the drug."""

    RISING = "rising"
    HIGH = "high"
    FALLING = "falling"
    SINKING = "sinking"
    LOW = "low"
    RECOVERING = "recovering"
    REST = "rest"


STUDIED = {
    ReferenceKind.HUMAN_RCT: Who.PEOPLE,
    ReferenceKind.HUMAN_OPEN_LABEL: Who.PEOPLE,
    ReferenceKind.HUMAN_IMAGING: Who.PEOPLE,
    ReferenceKind.META_ANALYSIS: Who.PEOPLE,
    ReferenceKind.RODENT_IN_VIVO: Who.ANIMALS,
    ReferenceKind.ANIMAL: Who.ANIMALS,
    ReferenceKind.EX_VIVO_SLICE: Who.TISSUE,
    ReferenceKind.IN_VITRO: Who.TISSUE,
}
"""Whom a kind of paper studied; other kinds measured nothing themselves."""


def hours_of(moment: str) -> float:
    """Hours after the dose of a moment such as ``10min``, ``4h`` or ``2w``. Raises ValueError for another form."""
    found = _MOMENT.fullmatch(moment)
    if found is None:
        raise ValueError(f"“{moment}” is not a whole number with min, h, d or w")
    return int(found[1]) * HOURS[_SHORT[found[2]]]


def share(hours: float, last: float) -> float:
    """Where so many hours stand on the logarithmic axis from one minute to `last`: from 0 to 1, never beyond."""
    at = log(max(hours, FIRST) / FIRST) / log(last / FIRST)
    return min(at, 1.0)
