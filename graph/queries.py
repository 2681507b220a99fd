"""Queries on the graph. All are pure functions that take any graph made by `graph.network`.

They use every arrow of the given graph; restrict it first with `graph.network.active`. Queries about a thing raise
networkx.NodeNotFound if it is not in the graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice, product
from math import prod

import networkx as nx

from graph.network import Graph


@dataclass(frozen=True)
class Path:
    """A simple path: its things, its arrows (one fewer), and the product of the arrows' signs."""

    things: tuple[str, ...]
    arrows: tuple[str, ...]
    sign: int


@dataclass(frozen=True)
class Paths:
    """The shortest paths between two things, and the number of others.

    `more` is exact if `complete` is True, otherwise a lower bound.
    """

    shortest: tuple[Path, ...]
    more: int
    complete: bool = True


@dataclass(frozen=True)
class Loop:
    """A feedback loop: positive loops reinforce themselves, negative ones limit themselves."""

    things: tuple[str, ...]
    arrows: tuple[str, ...]
    sign: int


def causes(graph: Graph, thing: str) -> list[str]:
    """Ids of the arrows that lead to `thing`, in content order, grouped by source."""
    _check(graph, thing)
    return [str(key) for _, _, key in graph.in_edges(thing, keys=True)]


def effects(graph: Graph, thing: str) -> list[str]:
    """Ids of the arrows that start at `thing`, in content order, grouped by target."""
    _check(graph, thing)
    return [str(key) for _, _, key in graph.out_edges(thing, keys=True)]


def upstream(graph: Graph, thing: str) -> set[str]:
    """Ids of all things from which a path leads to `thing`."""
    _check(graph, thing)
    return set(nx.ancestors(graph, thing))


def downstream(graph: Graph, thing: str) -> set[str]:
    """Ids of all things to which a path leads from `thing`."""
    _check(graph, thing)
    return set(nx.descendants(graph, thing))


def signed_paths(graph: Graph, source: str, target: str, limit: int = 10, most: int = 50_000) -> Paths:
    """The shortest paths from one thing to another, and how many more there are.

    Paths are sorted by length, then by arrow ids.

    Args:
        graph: Any graph made by `graph.network`.
        source: Where the paths start.
        target: Where they end.
        limit: Number of paths to return.
        most: Number of paths to count at most (at least `limit`), because it can grow exponentially with the graph.

    Raises:
        networkx.NodeNotFound: One of the things is not in the graph.
    """
    _check(graph, source, target)
    most = max(most, limit)
    shortest = tuple(islice(_ways(graph, source, target), limit))
    if len(shortest) < limit:
        return Paths(shortest, 0)
    counted = sum(1 for _ in islice(_simple(graph, source, target), most + 1))
    return Paths(shortest, min(counted, most) - limit, counted <= most)


def _check(graph: Graph, *things: str) -> None:
    """Raise for unknown things, because networkx silently returns an empty answer to some queries about them."""
    for thing in things:
        if thing not in graph:
            raise nx.NodeNotFound(f"there is no thing {thing} in the graph")


def _ways(graph: Graph, source: str, target: str) -> Iterator[Path]:
    """Every path, shortest first (A* search). A path is extended only towards things that can reach the target."""
    if source == target:
        return
    distance = nx.single_source_shortest_path_length(graph.reverse(copy=False), target)
    waiting: list[tuple[int, tuple[str, ...], tuple[str, ...], int]] = []
    if source in distance:
        heappush(waiting, (distance[source], (), (source,), 1))
    while waiting:
        _, arrows, things, sign = heappop(waiting)
        here = things[-1]
        if here == target:
            yield Path(things, arrows, sign)
            continue
        for _, there, key, data in graph.out_edges(here, keys=True, data=True):
            if there in distance and there not in things:
                way = (*arrows, str(key))
                heappush(waiting, (len(way) + distance[there], way, (*things, there), sign * int(data["sign"])))


def _simple(graph: Graph, source: str, target: str) -> Iterator[object]:
    """Every path once, in no particular order, without holding them all in memory."""
    reach = graph.subgraph((downstream(graph, source) | {source}) & (upstream(graph, target) | {target}))
    return iter(nx.all_simple_edge_paths(reach, source, target))


def choke_points(graph: Graph, source: str, target: str) -> list[str]:
    """Things that every path from `source` to `target` passes through, in order (its dominators).

    The two ends are not included. The list is also empty if there is no path.
    """
    _check(graph, source, target)
    if source == target or target not in downstream(graph, source):
        return []
    dominator = nx.immediate_dominators(graph, source)
    chain: list[str] = []
    here = dominator[target]
    while here != source:
        chain.append(here)
        here = dominator[here]
    return chain[::-1]


def loops(graph: Graph) -> list[Loop]:
    """Every feedback loop of the graph, shortest first; parallel arrows give a loop each."""
    return sorted(_cycles(graph), key=lambda loop: (len(loop.arrows), loop.arrows))


def _cycles(graph: Graph) -> Iterator[Loop]:
    for cycle in nx.simple_cycles(nx.DiGraph(graph)):
        start = cycle.index(min(cycle))
        things = tuple(cycle[start:] + cycle[:start])
        steps = zip(things, (*things[1:], things[0]), strict=True)
        for arrows in product(*(sorted(graph[one][other]) for one, other in steps)):
            yield Loop(things, arrows, _sign(graph, things, arrows))


def _sign(graph: Graph, things: tuple[str, ...], arrows: tuple[str, ...]) -> int:
    ends = zip(things, (*things[1:], things[0]), arrows, strict=True)
    return prod(int(graph.edges[end]["sign"]) for end in ends)
