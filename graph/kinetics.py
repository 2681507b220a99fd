"""Settings of the network model beyond the graph itself (`dynamics.yaml`): doses, times, choices, misses.

Everything except the dose has a default, so a mechanism needs no more than that. A choice is a setting that differs
from its default: it names one arrow or one thing, and gives the reason and the papers it rests on.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from graph.models import ArrowId, Id, Record, Text
from graph.vocabulary import Phase

Share = Annotated[float, Field(ge=0, le=1)]
Hours = Annotated[float, Field(gt=0)]


class ChoiceKind(StrEnum):
    """What a choice changes."""

    NEEDED = "needed"
    """AND gate: without this cause the target cannot keep its resting level."""
    WEIGHT = "weight"
    """Largest share of the target that this arrow can move (default 1)."""
    LOSS = "loss"
    """Largest share of the target that is lost when this cause fails (default 1)."""
    SUPPLIES = "supplies"
    """The target needs this cause, but an increase in it alone does not raise the target."""
    HOLDS = "holds"
    """The arrow does not move the target, but makes its activity last `value` times as long."""
    LASTS = "lasts"
    """Hours in which a raised thing falls back to about a third (by default, as fast as it rose)."""
    RISES = "rises"
    """Hours in which a thing follows its causes (by default, from the fastest `onset`)."""


class Choice(Record):
    """One non-default setting, and the reason for it."""

    id: Id
    kind: ChoiceKind
    arrow: ArrowId | None = None
    thing: Id | None = None
    value: Annotated[float | None, Field(gt=0)] = None
    reason: Text
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]


class Miss(Record):
    """Why the model and an experiment disagree."""

    experiment: Id
    reason: Text
    plain: Annotated[Text, Field(description="The reason in a patient's words.")]


class Drug(Record):
    """The drug in the model: one dose at time 0, cleared with a single half-life."""

    usual: Annotated[float, Field(gt=0, description="Peak of the usual dose, as a multiple of the half-maximal level.")]
    high: Annotated[float, Field(gt=0, description="Peak of the high dose, in the same unit.")]
    half_life_hours: Hours
    reason: Text
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]


class OnsetHours(Record):
    """Time constants of the `onset` classes, in hours."""

    seconds: Hours = 0.02
    minutes: Hours = 0.25
    hours: Hours = 2.0
    days: Hours = 18.0


class Reading(Record):
    """Hours after the dose at which a readout is read if the experiment gives no time."""

    acute: Hours
    sustained: Hours

    def of(self, phase: Phase) -> float:
        """Hours at which `phase` is read."""
        hours: float = getattr(self, phase.value)
        return hours


class Defaults(Record):
    """Settings that are the same for every thing and arrow."""

    hill: Annotated[float, Field(gt=0, description="Hill coefficient.")] = 1.4
    half: Annotated[float, Field(gt=0, lt=0.6, description="Signal that gives half of the full response.")] = 0.5
    rest: Annotated[float, Field(gt=0, lt=1, description="Activity at rest without the drug.")] = 0.5
    feedback: Annotated[Share, Field(description="Weight of a feedback arrow.")] = 0.15
    reduce: Annotated[Share, Field(description="Share that is left of a reduced thing.")] = 0.5
    enhance: Annotated[float, Field(ge=1, description="Factor on the changes of an enhanced thing.")] = 1.5
    onset_hours: OnsetHours = OnsetHours()
    animals: Reading = Reading(acute=2, sustained=24)
    people: Reading = Reading(acute=24, sustained=72)


class Thresholds(Record):
    """Boundaries between the predicted outcomes, as shares of the drug's own effect."""

    lost: Annotated[Share, Field(description="Less than this is left: abolished.")] = 0.25
    kept: Annotated[Share, Field(description="Less than this is left: reduced.")] = 0.75
    more: Annotated[float, Field(ge=1, description="At least this much: enhanced, or prolonged.")] = 1.25
    alike: Annotated[Share, Field(description="At least this much without the drug: mimicked.")] = 0.25
    visible: Annotated[Share, Field(description="Changes in activity below this are ignored.")] = 0.02


class Readout(Record):
    """A thing that the lab reports, and the phase in which it is read."""

    thing: Id
    phase: Literal[Phase.ACUTE, Phase.SUSTAINED]


class Dynamics(Record):
    """Settings of the model for one mechanism."""

    drug: Drug
    defaults: Defaults = Defaults()
    thresholds: Thresholds = Thresholds()
    choices: tuple[Choice, ...] = ()
    misses: tuple[Miss, ...] = ()
    readouts: Annotated[
        tuple[Readout, ...], Field(description="What the lab shows, in order; readers guess the first.")
    ] = ()
    disputed: Annotated[tuple[Id, ...], Field(description="Cautions that the lab shows as disputed cases.")] = ()
    timed: Annotated[tuple[Id, ...], Field(description="Cautions that the page of the two clocks shows.")] = ()
    compared: Annotated[
        tuple[Id, ...], Field(description="Passages about treatment that compare it with another mechanism.")
    ] = ()
