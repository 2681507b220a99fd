"""Simulations of the model that the pages show, each solved once."""

from __future__ import annotations

from functools import cache, lru_cache

from graph.dynamics import Course, Intervention, Wiring, everything, simulate, wire
from graph.network import accounts
from ui.content import mechanism


def mix_of(hypotheses: tuple[str, ...]) -> frozenset[str]:
    """The set of accounts active for those chosen: with the ones they depend on, or all compatible ones."""
    return accounts(mechanism(), hypotheses) if hypotheses else everything(mechanism())


@cache
def wired(mix: frozenset[str]) -> Wiring:
    """The model's equations for a set of accounts at the default dose."""
    return wire(mechanism(), mix)


@lru_cache(maxsize=256)
def course(
    mix: frozenset[str], done: tuple[Intervention, ...] = (), drug: bool = True, settled: bool = False
) -> Course:
    """One solution of the model; with `settled`, the interventions reach steady state before the dose.

    Raises:
        SolverError: The equations could not be solved.
    """
    start = course(mix, done, False).state if settled else None
    return simulate(wired(mix), done, drug=drug, start=start)
