"""Classification of effect sizes into the outcomes of experiments, with a few thresholds shared by all."""

from __future__ import annotations

from dataclasses import dataclass

from graph.dynamics.courses import Course
from graph.kinetics import Thresholds
from graph.vocabulary import Effect, Phase


@dataclass(frozen=True)
class Reach:
    """Effect sizes on a readout: changes of its activity (no unit), at the hour it is read."""

    alone: float
    """Drug alone, compared with no treatment."""
    added: float
    """Drug in addition to the agent, compared with the agent alone."""
    together: float
    """Drug and agent, compared with no treatment."""
    peak: float
    """Largest change by the drug alone at any hour; its sign is the direction of the drug's effect."""

    @property
    def left(self) -> float | None:
        """Share of the drug's effect that is left with the agent, or None if the drug alone has no effect."""
        return self.added / self.alone if self.alone else None


def effect_on(readout: str, hours: float, *, nothing: Course, alone: Course, before: Course, both: Course) -> Reach:
    """Effect sizes on a readout, taken from four courses.

    Args:
        readout: Id of the thing that is read.
        hours: Hours after the dose at which it is read.
        nothing: The course without treatment.
        alone: That with the drug alone.
        before: That with the agent alone, long enough to settle: its end is what the drug is added to.
        both: That with the drug, started where the agent alone has settled.
    """
    untreated, together = nothing.at(readout, hours), both.at(readout, hours)
    return Reach(
        alone=alone.at(readout, hours) - untreated,
        added=together - float(before.of(readout)[-1]),
        together=together - untreated,
        peak=alone.furthest_from(nothing, readout),
    )


@dataclass(frozen=True)
class Call:
    """The outcome, and the share of the drug's own effect that it rests on (None if the drug has none)."""

    effect: Effect
    share: float | None


def call(reach: Reach, phase: Phase, limits: Thresholds) -> Call:
    """Classify what the agent does to the drug's effect.

    A loss is judged by what the drug adds to the agent, so an agent that has the drug's effect beforehand abolishes it
    as well. A gain is judged by the effect of both together; it counts as prolonged if the sustained phase is read.
    """
    gained = Effect.PROLONGED if phase is Phase.SUSTAINED else Effect.ENHANCED
    if abs(reach.alone) < limits.visible:
        if abs(reach.together) < limits.visible or not reach.peak:
            return Call(Effect.UNCHANGED, None)
        return Call(gained if reach.added * reach.peak > 0 else Effect.UNCHANGED, None)
    share, total = reach.added / reach.alone, reach.together / reach.alone
    if share <= -limits.lost:
        return Call(Effect.WORSENED, share)
    if share < limits.lost:
        return Call(Effect.ABOLISHED, share)
    if share < limits.kept:
        return Call(Effect.REDUCED, share)
    return Call(gained if total >= limits.more else Effect.UNCHANGED, share)


def call_alone(agent: float, drug: float, limits: Thresholds) -> Call:
    """Classify an agent given without the drug: mimicked or no effect.

    Args:
        agent: Change of the readout by the agent, compared with no treatment.
        drug: Change of the readout by the drug alone, at the same hour.
        limits: The thresholds of the content.
    """
    if abs(drug) < limits.visible or abs(agent) < limits.visible:
        return Call(Effect.NO_EFFECT, None if not drug else agent / drug)
    share = agent / drug
    return Call(Effect.MIMICKED if share >= limits.alike else Effect.NO_EFFECT, share)
