"""Courses of the model that the pages show, each solved once."""

from __future__ import annotations

from functools import cache, lru_cache

from graph.dynamics import Course, Intervention, Wiring, everything, simulate, wire
from graph.network import accounts
from ui.content import mechanism


def mix_of(hypotheses: tuple[str, ...]) -> frozenset[str]:
    """The accounts switched on for those asked for: with what they rest on, or all that go together."""
    return accounts(mechanism(), hypotheses) if hypotheses else everything(mechanism())


@cache
def wired(mix: frozenset[str]) -> Wiring:
    """The equations of a mix at the usual dose."""
    return wire(mechanism(), mix)


@lru_cache(maxsize=256)
def course(
    mix: frozenset[str], done: tuple[Intervention, ...] = (), drug: bool = True, settled: bool = False
) -> Course:
    """One course of the model; with `settled`, what is done has come to rest before the dose. Raises SolverError."""
    start = course(mix, done, False).state if settled else None
    return simulate(wired(mix), done, drug=drug, start=start)
