"""The graph as arrays: which arrows drive a thing, which it cannot do without, and how fast it follows.

Normalised Hill functions after Kraeutler, Soltis and Saucerman (BMC Systems Biology 2010, 4:157), read as changes
from rest: a cause moves its target only by leaving its own resting level. So the state at rest is exactly steady.

- Several causes that raise a thing: the strongest counts (OR as the maximum).
- A cause that is needed (`needed: shown`, or a choice), modulates, or holds back: its failure takes the thing down
  with it whatever the others do (AND). Where nothing is needed, a thing fails only if all its causes fail.
- A permissive cause raises nothing; without it, the others cannot move the thing either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.content import Mechanism
from graph.kinetics import Choice, ChoiceKind, Dynamics
from graph.models import CORE, Arrow
from graph.vocabulary import Dose, Effect, Role, Shown, ThingKind

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_ABSENT_AT_REST = {ThingKind.DRUG, ThingKind.METABOLITE, ThingKind.OUTCOME}
_SHOWS_NEED = {Effect.ABOLISHED, Effect.REDUCED}


@dataclass(frozen=True)
class Gate:
    """Some of the arrows, sorted by target: their places, where each target's begin, and the targets."""

    arrows: NDArray[np.intp]
    starts: NDArray[np.intp]
    targets: NDArray[np.intp]

    @classmethod
    def of(cls, chosen: Bools, target: NDArray[np.intp]) -> Gate:
        """The arrows that are `chosen`, of arrows whose targets are in rising order."""
        arrows = np.flatnonzero(chosen)
        targets, starts = np.unique(target[arrows], return_index=True)
        return cls(arrows, starts, targets)

    def together(self, combine: np.ufunc, values: Floats, empty: Floats) -> Floats:
        """`values` of the arrows combined for each target; `empty` where none leads."""
        out = empty.copy()
        if self.arrows.size:
            out[self.targets] = combine.reduceat(values[self.arrows], self.starts)
        return out


@dataclass(frozen=True)
class Wiring:
    """Arrays over `things` and over the arrows that are active, all in the order of `things` and `arrows`."""

    things: tuple[str, ...]
    arrows: tuple[str, ...]
    index: Mapping[str, int]
    root: int
    dose: float
    dynamics: Dynamics
    rest: Floats
    rise: Floats
    fall: Floats
    source: NDArray[np.intp]
    target: NDArray[np.intp]
    sign: Floats
    weight: Floats
    loss: Floats
    hold: Floats
    drives: Gate
    needs: Gate
    either: Gate
    permits_rise: Gate
    permits_fall: Gate
    holds: Gate


def wire(
    mechanism: Mechanism,
    accounts: Collection[str],
    dose: Dose = Dose.USUAL,
    without: Collection[str] = (),
) -> Wiring:
    """Arrays for the arrows of `accounts` at `dose`.

    Args:
        mechanism: The content.
        accounts: Ids of the accounts that are switched on, as `graph.network.accounts` gives them.
        dose: Which dose is given; conditional arrows are active at theirs only.
        without: Ids of papers to forget: arrows, need flags and choices that rest on these alone are left out.
    """
    forgotten = frozenset(without)
    settings = mechanism.dynamics
    arrows = _arrows(mechanism, accounts, dose, forgotten)
    things = tuple(mechanism.things)
    index = {id_: place for place, id_ in enumerate(things)}
    arrows.sort(key=lambda arrow: index[arrow.target])
    choices = [choice for choice in settings.choices if not forgotten.issuperset(choice.refs)]
    target = np.array([index[arrow.target] for arrow in arrows], dtype=np.intp)
    source = np.array([index[arrow.source] for arrow in arrows], dtype=np.intp)
    rest = np.array(
        [0.0 if thing.kind in _ABSENT_AT_REST else settings.defaults.rest for thing in mechanism.things.values()]
    )

    def chosen(kind: ChoiceKind, default: float) -> Floats:
        values = {choice.arrow: choice.value or 1.0 for choice in choices if choice.kind is kind}
        return np.array([values.get(arrow.id, default) for arrow in arrows])

    def role(*roles: Role) -> Bools:
        return np.array([arrow.role in roles for arrow in arrows], dtype=bool)

    needed = chosen(ChoiceKind.NEEDED, 0) > 0
    needed |= np.array([_needed(mechanism, arrow, forgotten) for arrow in arrows], dtype=bool)
    supplies, holds = chosen(ChoiceKind.SUPPLIES, 0) > 0, chosen(ChoiceKind.HOLDS, 0) > 0
    sign = np.array([float(arrow.sign) for arrow in arrows])
    permissive = role(Role.PERMISSIVE)
    moves = ~permissive & ~holds
    feedback = role(Role.FEEDBACK)
    needs_it = ~feedback & (needed | supplies) & (sign > 0) & ~holds
    carried = np.isin(target, target[needs_it])
    all_of = (permissive & needs_it) | moves & ((sign < 0) | (~feedback & (needed | supplies | role(Role.MODULATOR))))
    weight = chosen(ChoiceKind.WEIGHT, 1.0)
    weight[feedback] *= settings.defaults.feedback
    rise, fall = _speed(mechanism, arrows, choices)
    return Wiring(
        things=things,
        arrows=tuple(arrow.id for arrow in arrows),
        index=index,
        root=index[mechanism.manifest.root],
        dose=settings.drug.high if dose is Dose.HIGH else settings.drug.usual,
        dynamics=settings,
        rest=rest,
        rise=rise,
        fall=fall,
        source=source,
        target=target,
        sign=sign,
        weight=weight,
        loss=chosen(ChoiceKind.LOSS, 1.0),
        hold=chosen(ChoiceKind.HOLDS, 1.0),
        drives=Gate.of(moves & ~supplies, target),
        needs=Gate.of(all_of, target),
        either=Gate.of(moves & ~all_of & ~feedback & ~carried & (rest[source] > 0), target),
        permits_rise=Gate.of(permissive & (sign > 0), target),
        permits_fall=Gate.of(permissive & (sign < 0), target),
        holds=Gate.of(holds, target),
    )


def _arrows(mechanism: Mechanism, accounts: Collection[str], dose: Dose, forgotten: frozenset[str]) -> list[Arrow]:
    """Active arrows. A correlate is among them only where nothing else leads to its target."""
    on = {CORE, *accounts}
    arrows = [
        arrow
        for arrow in mechanism.arrows.values()
        if not on.isdisjoint(arrow.hypotheses)
        and (arrow.condition is None or arrow.condition.dose is dose)
        and not forgotten.issuperset(arrow.evidence.supports)
    ]
    caused = {arrow.target for arrow in arrows if arrow.role is not Role.MARKER}
    return [arrow for arrow in arrows if arrow.role is not Role.MARKER or arrow.target not in caused]


def _needed(mechanism: Mechanism, arrow: Arrow, forgotten: frozenset[str]) -> bool:
    """Whether an experiment that is not forgotten shows that the target needs this cause."""
    if arrow.needed is not Shown.SHOWN:
        return False
    listed = [mechanism.experiments[id_] for id_ in arrow.experiments]
    papers = {experiment.ref for experiment in listed if experiment.effect in _SHOWS_NEED}
    return not papers or not forgotten.issuperset(papers)


def _speed(mechanism: Mechanism, arrows: list[Arrow], choices: list[Choice]) -> tuple[Floats, Floats]:
    """Hours in which each thing rises, and falls back, by about two thirds."""
    hours = mechanism.dynamics.defaults.onset_hours
    fastest: dict[str, float] = {}
    for arrow in arrows:
        onset: float = getattr(hours, arrow.onset.value)
        fastest[arrow.target] = min(fastest.get(arrow.target, onset), onset)
    set_to = {(choice.kind, choice.thing): choice.value for choice in choices}
    rise = {id_: set_to.get((ChoiceKind.RISES, id_)) or fastest.get(id_, hours.minutes) for id_ in mechanism.things}
    fall = {id_: set_to.get((ChoiceKind.LASTS, id_)) or rise[id_] for id_ in mechanism.things}
    return np.array(list(rise.values())), np.array(list(fall.values()))
