"""Time after a dose: units, named moments, and who or what each kind of paper studied."""

from __future__ import annotations

import re
from enum import StrEnum
from math import log

from graph.vocabulary import ReferenceKind

CLOCK = "clock"
"""Value of `chart` in numbers that say when something was measured."""

HOURS = {"minutes": 1 / 60, "hours": 1.0, "days": 24.0, "weeks": 168.0}
"""Hours in each unit that such a number may have."""

FIRST = HOURS["minutes"]
"""Start of the axis, in hours."""

_SHORT = {"min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_MOMENT = re.compile(r"([1-9]\d*)(min|h|d|w)")


class Who(StrEnum):
    """Who or what a measurement was made in. People and animals are never drawn alike."""

    PEOPLE = "people"
    ANIMALS = "animals"
    TISSUE = "tissue"


class Motion(StrEnum):
    """What a thing does at a moment in the model, relative to its level without the drug."""

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
"""Who or what each kind of paper studied; papers of other kinds made no measurements."""


def hours_of(moment: str) -> float:
    """Hours after the dose of a moment such as ``10min``, ``4h`` or ``2w``. Raises ValueError for other formats."""
    found = _MOMENT.fullmatch(moment)
    if found is None:
        raise ValueError(f"“{moment}” is not a whole number followed by min, h, d or w")
    return int(found[1]) * HOURS[_SHORT[found[2]]]


def share(hours: float, last: float) -> float:
    """Position of a time on the logarithmic axis, from 0 to 1.

    Args:
        hours: Time after the dose; times outside the axis are put at its ends.
        last: End of the axis in hours; it starts at one minute.
    """
    at = log(max(hours, FIRST) / FIRST) / log(last / FIRST)
    return min(at, 1.0)
