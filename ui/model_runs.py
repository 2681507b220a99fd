"""Simulations of the model that the pages show, each solved once."""

from __future__ import annotations

from functools import cache, lru_cache

from graph.dynamics import Call, Course, Intervention, Wiring, call, effect_on, everything, simulate, wire
from graph.kinetics import Readout
from graph.network import accounts
from ui.content import mechanism


def active_accounts(hypotheses: tuple[str, ...]) -> frozenset[str]:
    """The set of accounts active for those chosen: with the ones they depend on, or all compatible ones."""
    return accounts(mechanism(), hypotheses) if hypotheses else everything(mechanism())


@cache
def equations(mix: frozenset[str]) -> Wiring:
    """The model's equations for a set of accounts at the default dose."""
    return wire(mechanism(), mix)


@lru_cache(maxsize=256)
def course(
    mix: frozenset[str], done: tuple[Intervention, ...] = (), drug: bool = True, settled: bool = False
) -> Course:
    """One course of the model; with `settled`, what is done has come to rest before the dose. Raises SolverError."""
    start = course(mix, done, drug=False).state if settled else None
    return simulate(equations(mix), done, drug=drug, start=start)


def answer(mix: frozenset[str], done: tuple[Intervention, ...], readout: Readout) -> Call:
    """What `done` makes of the drug's effect on a readout at the hour usual in animals. Raises SolverError."""
    dynamics = mechanism().dynamics
    reach = effect_on(
        readout.thing,
        dynamics.defaults.animals.of(readout.phase),
        nothing=course(mix, drug=False),
        alone=course(mix),
        before=course(mix, done, drug=False),
        both=course(mix, done, settled=True),
    )
    return call(reach, readout.phase, dynamics.thresholds)
