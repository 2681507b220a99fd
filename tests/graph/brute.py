"""The queries again, slow and plain: recursion over a list of arrows, to hold `graph.queries` against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import NamedTuple

from graph.network import Graph


class Edge(NamedTuple):
    """One arrow."""

    source: str
    target: str
    id: str
    sign: int


class Way(NamedTuple):
    """A path or a cycle; the things of a cycle do not repeat the first one at the end."""

    things: tuple[str, ...]
    arrows: tuple[str, ...]
    sign: int


def edges(graph: Graph) -> list[Edge]:
    """The arrows of `graph` as a list."""
    return [
        Edge(source, target, str(key), int(data["sign"]))
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]


def descendants(arrows: Sequence[Edge], thing: str) -> set[str]:
    """Everything that following arrows from `thing` comes to, apart from itself."""
    seen: set[str] = set()

    def visit(here: str) -> None:
        for edge in arrows:
            if edge.source == here and edge.target not in seen:
                seen.add(edge.target)
                visit(edge.target)

    visit(thing)
    return seen - {thing}


def ancestors(arrows: Sequence[Edge], thing: str) -> set[str]:
    """Everything whose descendants include `thing`."""
    return {edge.source for edge in arrows if thing in descendants(arrows, edge.source)}


def paths(arrows: Sequence[Edge], source: str, target: str) -> list[Way]:
    """Every way to another thing that meets nothing twice: shorter first, then in the order of the arrow ids."""
    found = [_way(walk) for walk in _walks(arrows, source, target, {source})]
    return sorted(found, key=lambda way: (len(way.arrows), way.arrows))


def _walks(arrows: Sequence[Edge], here: str, target: str, met: set[str]) -> Iterator[list[Edge]]:
    for edge in arrows:
        if edge.source == here and edge.target == target:
            yield [edge]
        elif edge.source == here and edge.target not in met:
            for rest in _walks(arrows, edge.target, target, met | {edge.target}):
                yield [edge, *rest]


def _way(walk: list[Edge]) -> Way:
    things = (walk[0].source, *(edge.target for edge in walk))
    return Way(things, tuple(edge.id for edge in walk), prod(edge.sign for edge in walk))


def choke_points(arrows: Sequence[Edge], source: str, target: str) -> set[str]:
    """Things without which `target` could no longer be reached from `source`."""
    if target not in descendants(arrows, source):
        return set()
    return {
        thing
        for thing in descendants(arrows, source) - {target}
        if target not in descendants([edge for edge in arrows if thing not in edge[:2]], source)
    }


def cycles(arrows: Sequence[Edge]) -> list[Way]:
    """Every cycle, written from its first thing in alphabetical order: shorter first, then by arrow ids."""
    found: list[Way] = []
    for start in {edge.source for edge in arrows}:
        later = [edge for edge in arrows if min(edge.source, edge.target) >= start]
        for walk in _walks(later, start, start, {start}):
            things, ids, sign = _way(walk)
            found.append(Way(things[:-1], ids, sign))
    return sorted(found, key=lambda way: (len(way.arrows), way.arrows))
