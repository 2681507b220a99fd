"""The word for what was done to the drug's effect, from the sizes of effects: few thresholds, the same for all."""

from __future__ import annotations

from dataclasses import dataclass

from graph.kinetics import Thresholds
from graph.vocabulary import Effect, Phase


@dataclass(frozen=True)
class Reach:
    """How far a readout moves, in activity: by the drug alone and with the agent, at the hour it is read."""

    alone: float
    """Drug alone, against nothing."""
    added: float
    """Drug on top of the agent, against the agent."""
    together: float
    """Drug and agent, against nothing."""
    peak: float
    """Largest move by the drug alone at any hour; its sign says which way the drug goes."""

    @property
    def left(self) -> float | None:
        """Share of the drug's effect that is left with the agent, or None where the drug does not move the readout."""
        return self.added / self.alone if self.alone else None


@dataclass(frozen=True)
class Call:
    """The word, and the share of the drug's own effect it rests on (None where the drug has none)."""

    effect: Effect
    share: float | None


def call(reach: Reach, phase: Phase, limits: Thresholds) -> Call:
    """What the agent does to the drug's effect.

    A loss is judged by what the drug adds on top of the agent, so an agent that does the drug's work beforehand
    abolishes it too. A gain is judged by where both together end. It counts as prolonged where the benefit that
    is read is a lasting one.
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
    """Whether the agent, without the drug, does at the same hour what the drug does (`drug` being its effect)."""
    if abs(drug) < limits.visible or abs(agent) < limits.visible:
        return Call(Effect.NO_EFFECT, None if not drug else agent / drug)
    share = agent / drug
    return Call(Effect.MIMICKED if share >= limits.alike else Effect.NO_EFFECT, share)
