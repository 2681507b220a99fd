"""The served content, loaded once per process."""

from __future__ import annotations

from functools import cache, lru_cache

from graph.content import Mechanism, load, load_compared
from graph.network import Graph, accounts, active, build


@cache
def mechanism() -> Mechanism:
    """The main mechanism. Raises ContentError, listing every fault, if the content is invalid."""
    return load()


@cache
def compared() -> dict[str, Mechanism]:
    """The comparison mechanisms by folder name. Raises ContentError if the content is invalid."""
    return load_compared()


@cache
def network() -> Graph:
    """The complete graph of the main mechanism."""
    return build(mechanism())


@lru_cache(400)
def active_under(hypotheses: tuple[str, ...]) -> Graph:
    """The graph with the arrows of the chosen accounts, or of the default one; cached for each choice."""
    return active(network(), accounts(mechanism(), hypotheses or None))
