"""The content that the app serves, loaded once for the whole process."""

from __future__ import annotations

from functools import cache, lru_cache

from graph.content import Mechanism, load, load_compared
from graph.network import Graph, accounts, active, build


@cache
def mechanism() -> Mechanism:
    """The main mechanism. Raises ContentError, which names every fault, where the content cannot be used."""
    return load()


@cache
def compared() -> dict[str, Mechanism]:
    """The mechanisms that may be set beside the main one, by the name of their folder. Raises ContentError as above."""
    return load_compared()


@cache
def network() -> Graph:
    """The whole graph of the main mechanism."""
    return build(mechanism())


@lru_cache(400)
def active_under(hypotheses: tuple[str, ...]) -> Graph:
    """The graph with the arrows of the chosen accounts, or of the one shown first; one object for each choice."""
    return active(network(), accounts(mechanism(), hypotheses or None))
