"""The content that the app serves, loaded once for the whole process."""

from __future__ import annotations

from functools import cache

from graph.content import Mechanism, load
from graph.network import Graph, build


@cache
def mechanism() -> Mechanism:
    """The mechanism. Raises ContentError, which names every fault, where the content cannot be used."""
    return load()


@cache
def network() -> Graph:
    """The whole graph of the mechanism."""
    return build(mechanism())
