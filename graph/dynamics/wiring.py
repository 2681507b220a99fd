"""The graph as arrays: which arrows drive a thing, which it needs, and how fast it responds.

The model uses normalised Hill functions (Kraeutler, Soltis and Saucerman, BMC Systems Biology 2010, 4:157) of changes
from
rest: a cause moves its target only by leaving its own resting level, so the resting state is an exact steady state.

- Of several causes that raise a thing, the strongest counts (OR, as the maximum).
- If a cause that is needed (`needed: shown`, or a choice), modulates or inhibits fails, the thing fails with it,
whatever
  the other causes do (AND). If no cause is needed, a thing fails only if all its causes fail.
- A permissive cause raises nothing itself, but without it the other causes cannot move the thing.
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
    """A subset of the arrows, grouped by target.

    `arrows` are positions of arrows, `starts` is where each target's group begins in `arrows`, and `targets` are
    positions of things, one for each group.
    """

    arrows: NDArray[np.intp]
    starts: NDArray[np.intp]
    targets: NDArray[np.intp]

    @classmethod
    def of(cls, chosen: Bools, target: NDArray[np.intp]) -> Gate:
        """The gate of the arrows selected by the mask `chosen`; `target` must be in ascending order."""
        arrows = np.flatnonzero(chosen)
        targets, starts = np.unique(target[arrows], return_index=True)
        return cls(arrows, starts, targets)

    def together(self, combine: np.ufunc, values: Floats, empty: Floats) -> Floats:
        """Reduce a value per arrow to a value per thing.

        Args:
            combine: How to combine the values of arrows with the same target, for example `np.maximum`.
            values: One value for each arrow of the network.
            empty: Result for things without an arrow in this gate, one value for each thing.
        """
        out = empty.copy()
        if self.arrows.size:
            out[self.targets] = combine.reduceat(values[self.arrows], self.starts)
        return out


@dataclass(frozen=True)
class Wiring:
    """The network as arrays over things or over active arrows, in the order of `things` and `arrows`.

    Over things: `rest` (activity at rest), `rise` and `fall` (time constants in hours). Over arrows: `source` and
    `target` (positions of things), `sign`, `weight`, `loss` and `hold`. `index` maps the id of a thing to its
    position, `root` is the drug's position, and `dose` the peak level of the drug, as a multiple of its half-maximal
    level.
    """

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
    """Build the network of the arrows that are active under `accounts` at `dose`.

    Args:
        mechanism: The content.
        accounts: Ids of the active accounts, as `graph.network.accounts` returns them.
        dose: Which dose is given; a conditional arrow is active only at its own dose.
        without: Ids of papers to leave out, together with arrows, needs and choices that rest on these alone.
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
    """The active arrows. A marker is included only if no other arrow leads to its target."""
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
    """Whether an experiment in a paper that is not left out shows that the target needs this cause."""
    if arrow.needed is not Shown.SHOWN:
        return False
    listed = [mechanism.experiments[id_] for id_ in arrow.experiments]
    papers = {experiment.ref for experiment in listed if experiment.effect in _SHOWS_NEED}
    return not papers or not forgotten.issuperset(papers)


def _speed(mechanism: Mechanism, arrows: list[Arrow], choices: list[Choice]) -> tuple[Floats, Floats]:
    """Time constants in hours with which each thing rises and falls (by about two thirds)."""
    hours = mechanism.dynamics.defaults.onset_hours
    fastest: dict[str, float] = {}
    for arrow in arrows:
        onset: float = getattr(hours, arrow.onset.value)
        fastest[arrow.target] = min(fastest.get(arrow.target, onset), onset)
    set_to = {(choice.kind, choice.thing): choice.value for choice in choices}
    rise = {id_: set_to.get((ChoiceKind.RISES, id_)) or fastest.get(id_, hours.minutes) for id_ in mechanism.things}
    fall = {id_: set_to.get((ChoiceKind.LASTS, id_)) or rise[id_] for id_ in mechanism.things}
    return np.array(list(rise.values())), np.array(list(fall.values()))
