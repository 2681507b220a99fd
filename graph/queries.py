"""Questions one can ask of the graph. All are pure and take any graph made by `graph.network`.

They look at the arrows of the graph given; narrow it first with `graph.network.active`. Each raises
networkx.NodeNotFound for a thing that is not in the graph.
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
    """A way through the graph that meets no thing twice: its things, its arrows, and its sign."""

    things: tuple[str, ...]
    arrows: tuple[str, ...]
    sign: int


@dataclass(frozen=True)
class Paths:
    """The shortest ways between two things, and how many more there are.

    `more` counts all others, unless `complete` is False: then it is only the least there are.
    """

    shortest: tuple[Path, ...]
    more: int
    complete: bool = True


@dataclass(frozen=True)
class Loop:
    """A cycle: positive ones reinforce themselves, negative ones hold themselves back."""

    things: tuple[str, ...]
    arrows: tuple[str, ...]
    sign: int


def causes(graph: Graph, thing: str) -> list[str]:
    """Ids of the arrows that lead to `thing`, in content order, those from one thing side by side."""
    _check(graph, thing)
    return [str(key) for _, _, key in graph.in_edges(thing, keys=True)]


def effects(graph: Graph, thing: str) -> list[str]:
    """Ids of the arrows that start at `thing`, in content order, those to one thing side by side."""
    _check(graph, thing)
    return [str(key) for _, _, key in graph.out_edges(thing, keys=True)]


def upstream(graph: Graph, thing: str) -> set[str]:
    """Everything from which some way leads to `thing`."""
    _check(graph, thing)
    return set(nx.ancestors(graph, thing))


def downstream(graph: Graph, thing: str) -> set[str]:
    """Everything to which some way leads from `thing`."""
    _check(graph, thing)
    return set(nx.descendants(graph, thing))


def signed_paths(graph: Graph, source: str, target: str, limit: int = 10, most: int = 50_000) -> Paths:
    """The `limit` shortest ways from `source` to `target`, and how many more there are.

    Shorter comes first; ways of one length are in the order of their arrow ids. Ways are counted
    up to `most` (or `limit`, if that is more), because their number can grow exponentially with the graph.
    """
    _check(graph, source, target)
    most = max(most, limit)
    shortest = tuple(islice(_ways(graph, source, target), limit))
    if len(shortest) < limit:
        return Paths(shortest, 0)
    counted = sum(1 for _ in islice(_simple(graph, source, target), most + 1))
    return Paths(shortest, min(counted, most) - limit, counted <= most)


def _check(graph: Graph, *things: str) -> None:
    """Refuse unknown things here, because networkx answers some questions about them with nothing."""
    for thing in things:
        if thing not in graph:
            raise nx.NodeNotFound(f"there is no thing {thing} in the graph")


def _ways(graph: Graph, source: str, target: str) -> Iterator[Path]:
    """Every way, best first. A way is extended only towards things that can still reach the target."""
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
    """Every way once, in no order, without holding them all in memory."""
    reach = graph.subgraph((downstream(graph, source) | {source}) & (upstream(graph, target) | {target}))
    return iter(nx.all_simple_edge_paths(reach, source, target))


def choke_points(graph: Graph, source: str, target: str) -> list[str]:
    """Things that every way from `source` to `target` passes, in the order it passes them.

    The two ends are not listed. Empty also where no way leads there.
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
    """Every cycle of the graph, shortest first; one for each choice among parallel arrows."""
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
