"""Time courses of every thing after a dose, with things or arrows blocked, reduced, enhanced or activated."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from scipy.integrate import ODEintWarning, odeint

from graph.dynamics.wiring import Bools, Floats, Wiring
from graph.vocabulary import Action

TIMES: Floats = np.concatenate([[0.0], np.geomspace(0.02, 336.0, 90)])
"""Hours after the dose, shape (91,): 0, then evenly spaced on a logarithmic scale up to two weeks."""

_MOST_STEPS = 5000
_RELATIVE, _ABSOLUTE = 3e-4, 1e-5
_NUDGE = 1e-6

Slope = Callable[[float, Floats], Floats]
"""Right-hand side of the equations: change of each thing per hour, given the hour and the state."""


class SolverError(Exception):
    """The equations could not be solved; the message names the interventions."""


@dataclass(frozen=True)
class Intervention:
    """An intervention on the thing or arrow with id `on`, from before the dose until the end.

    Block and knock-out set its activity to zero, and reduce leaves a fraction of it. Enhance makes its rises larger and
    its falls smaller. Activate sets it to full activity. An intervention on an arrow changes only what the arrow's
    target receives from its source. Measure does nothing.
    """

    on: str
    action: Action
    strength: float = 1.0
    """Degree of the block, reduction, enhancement or activation, from 0 to 1."""


@dataclass(frozen=True)
class Course:
    """Activities over time: `values` has shape (times, things), from 0 to 1, without unit; `times` are hours."""

    times: Floats
    things: tuple[str, ...]
    values: Floats
    state: Floats
    """State of the equations at the end, shape (things,), from which another course can start."""

    def of(self, thing: str) -> Floats:
        """Activity of `thing` at each of `times`. Raises KeyError for an unknown thing."""
        try:
            return self.values[:, self.things.index(thing)]
        except ValueError:
            raise KeyError(thing) from None

    def at(self, thing: str, hours: float) -> float:
        """Activity of `thing` at `hours` after the dose, interpolated. Raises KeyError for an unknown thing."""
        return float(np.interp(hours, self.times, self.of(thing)))

    def furthest_from(self, other: Course, thing: str) -> float:
        """Largest difference of `thing` from `other` at any of `times`, with its sign. Raises KeyError as above."""
        apart = self.of(thing) - other.of(thing)
        return float(apart[abs(apart).argmax()])


def simulate(
    wiring: Wiring,
    interventions: Sequence[Intervention] = (),
    *,
    drug: bool = True,
    start: Floats | None = None,
    times: Floats = TIMES,
) -> Course:
    """Solve the equations of a network from the dose on.

    Args:
        wiring: The equations, from `graph.dynamics.wire`.
        interventions: What is done to things and arrows; those on an inactive arrow have no effect.
        drug: Whether the drug is given at time 0.
        start: Initial state, such as `Course.state`; by default the resting state.
        times: Hours at which to report activities, increasing from 0.

    Raises:
        KeyError: An intervention refers to an unknown thing.
        SolverError: The equations could not be solved.
    """
    seen = _Seen(wiring, interventions, drug=drug)
    rest = wiring.rest.copy() if start is None else start
    slope = _slope(wiring, seen)
    with warnings.catch_warnings():
        warnings.simplefilter("error", ODEintWarning)
        try:
            states = odeint(
                slope,
                rest,
                times,
                Dfun=_jacobian(wiring, slope),
                rtol=_RELATIVE,
                atol=_ABSOLUTE,
                mxstep=_MOST_STEPS,
                tfirst=True,
            )
        except ODEintWarning as error:
            done = ", ".join(f"{one.action.value} {one.on}" for one in interventions) or "no intervention"
            raise SolverError(f"no solution within {_MOST_STEPS} steps ({done}): {error}") from error
    if not np.isfinite(states).all():
        raise SolverError("the solution is not finite")
    values = np.array([seen(hour, np.clip(state, 0.0, 1.0)) for hour, state in zip(times, states, strict=True)])
    return Course(times, wiring.things, values, np.clip(states[-1], 0.0, 1.0))


class _Seen:
    """The activity of each thing as its arrows receive it: the state, modified by interventions on the thing."""

    def __init__(self, wiring: Wiring, interventions: Sequence[Intervention], *, drug: bool) -> None:
        things, arrows = len(wiring.things), len(wiring.arrows)
        self._wiring = wiring
        self._half_life = wiring.dynamics.drug.half_life_hours
        self._peak = wiring.dose if drug else 0.0
        self._share, self._floor = np.ones(things), np.zeros(things)
        self._gain = np.ones(things)
        self.arrow_share, self.arrow_floor = np.ones(arrows), np.zeros(arrows)
        self.arrow_gain = np.ones(arrows)
        places = {id_: place for place, id_ in enumerate(wiring.arrows)}
        for one in interventions:
            if one.on in wiring.index:
                self._apply(one, wiring.index[one.on], self._share, self._floor, self._gain)
            elif one.on in places:
                self._apply(one, places[one.on], self.arrow_share, self.arrow_floor, self.arrow_gain)
            elif "--" not in one.on:
                raise KeyError(one.on)

    def _apply(self, one: Intervention, place: int, share: Floats, floor: Floats, gain: Floats) -> None:
        defaults = self._wiring.dynamics.defaults
        match one.action:
            case Action.BLOCK | Action.KNOCK_OUT:
                share[place] *= 1 - one.strength
            case Action.REDUCE:
                share[place] *= 1 - one.strength * (1 - defaults.reduce)
            case Action.ENHANCE:
                gain[place] *= 1 + one.strength * (defaults.enhance - 1)
            case Action.ACTIVATE:
                floor[place] = max(floor[place], one.strength)
            case Action.MEASURE:
                pass

    def __call__(self, hour: float, state: Floats) -> Floats:
        """Activity of each thing at `hour`, given the state of the equations; both have shape (things,)."""
        raw = state.copy()
        level = self._peak * 2.0 ** (-hour / self._half_life)
        raw[self._wiring.root] = level / (1 + level)
        return changed(raw, self._wiring.rest, self._share, self._floor, self._gain)


def changed(level: Floats, rest: Floats, share: Floats, floor: Floats, gain: Floats) -> Floats:
    """Apply interventions to activities, elementwise.

    Changes of `level` from `rest` are multiplied by `gain` (falls are divided by it), the result is multiplied by
    `share`, raised to at least `floor`, and clipped to the range from 0 to 1.
    """
    off = level - rest
    enhanced = rest + np.where(off > 0, off * gain, off / gain)
    return np.clip(np.maximum(enhanced * share, floor), 0.0, 1.0)


def _slope(wiring: Wiring, seen: _Seen) -> Slope:
    """The right-hand side of the equations."""
    defaults = wiring.dynamics.defaults
    shape = (defaults.half**defaults.hill - 1) / (2 * defaults.half**defaults.hill - 1)
    rest, source_rest = wiring.rest, wiring.rest[wiring.source]
    up, down = 1 / (1 - source_rest), np.divide(1.0, source_rest, out=np.zeros_like(source_rest), where=source_rest > 0)
    zeros, ones = np.zeros_like(rest), np.ones_like(rest)
    touched: Bools = (seen.arrow_share != 1) | (seen.arrow_floor > 0) | (seen.arrow_gain != 1)
    any_touched = bool(touched.any())

    def slope(hour: float, state: Floats) -> Floats:
        state = np.clip(state, 0.0, 1.0)
        view = seen(hour, state)[wiring.source]
        if any_touched:
            view = changed(view, source_rest, seen.arrow_share, seen.arrow_floor, seen.arrow_gain)
        off = view - source_rest
        size = (np.abs(off) * np.where(off > 0, up, down)) ** defaults.hill
        response = wiring.weight * shape * size / (shape - 1 + size)
        for_target = wiring.sign * off > 0
        drive, loss = np.where(for_target, response, 0.0), np.where(for_target, 0.0, response * wiring.loss)
        raised = wiring.drives.together(np.maximum, drive, zeros)
        raised *= wiring.permits_rise.together(np.multiply, 1 - loss, ones)
        kept = wiring.needs.together(np.multiply, 1 - loss, ones)
        kept *= 1 - wiring.either.together(np.multiply, loss, zeros)
        lost = (1 - kept) * wiring.permits_fall.together(np.multiply, 1 - drive, ones)
        goal = (rest + (1 - rest) * raised) * (1 - lost)
        held = wiring.holds.together(np.maximum, 1 + (wiring.hold - 1) * drive, ones)
        slow = (goal < state) & (state > rest)
        change: Floats = (goal - state) / np.where(slow, wiring.fall * held, wiring.rise)
        return change

    return slope


def _jacobian(wiring: Wiring, slope: Slope) -> Callable[[float, Floats], Floats]:
    """Jacobian of `slope` by finite differences.

    Columns that share no row are perturbed together (graph colouring), so about ten evaluations are enough, instead of
    one for each thing.
    """
    size = len(wiring.things)
    shared: Any = nx.Graph()
    shared.add_nodes_from(range(size))
    causes: dict[int, set[int]] = {place: {place} for place in range(size)}
    for source, target in zip(wiring.source.tolist(), wiring.target.tolist(), strict=True):
        causes[target].add(source)
    for together in causes.values():
        shared.add_edges_from((one, other) for one in together for other in together if one < other)
    colour = nx.greedy_color(shared, "DSATUR")
    colours = [np.array([place for place in range(size) if colour[place] == one]) for one in set(colour.values())]
    rows, columns = zip(*((target, source) for target, all_ in causes.items() for source in all_), strict=True)
    row, column = np.array(rows), np.array(columns)
    which = np.array([colour[place] for place in columns])

    def jacobian(hour: float, state: Floats) -> Floats:
        base = slope(hour, state)
        moved = np.empty((len(colours), size))
        step = np.where(state > 0.5, -_NUDGE, _NUDGE)
        for place, nudged in enumerate(colours):
            other = state.copy()
            other[nudged] += step[nudged]
            moved[place] = slope(hour, other) - base
        out = np.zeros((size, size))
        out[row, column] = moved[which, row] / step[column]
        return out

    return jacobian
