"""The queries agree with brute force on random graphs, and answer the edge cases as they promise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass
from itertools import pairwise, permutations

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.network import Graph, active
from graph.queries import (
    Loop,
    Path,
    Paths,
    causes,
    choke_points,
    downstream,
    effects,
    loops,
    signed_paths,
    upstream,
)
from tests.graph import brute
from tests.graph.brute import Edge

THINGS = "abcdefg"
HIDDEN = "hidden"

thorough = settings(
    max_examples=500, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


@dataclass(frozen=True)
class Case:
    """A graph narrowed to its shown arrows, and all its arrows in the order they were added."""

    graph: Graph
    added: tuple[Edge, ...]
    shown: tuple[Edge, ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Signed graphs with parallel arrows and two-thing cycles but no arrow from a thing to itself.

    A few arrows are hidden, since the queries are asked about views. Neither ids nor things are in
    alphabetical order, so that an answer which is sorted by accident shows.
    """
    number = draw(st.integers(2, len(THINGS)))
    things = draw(st.permutations(THINGS[:number]))
    size = draw(st.sampled_from((0, 3, 6, 8, 9, 10, 11, 12)))  # sparse graphs have few ways worth comparing
    names = draw(st.permutations([f"arrow-{place:02d}" for place in range(size)]))
    added: list[Edge] = []
    shown: list[Edge] = []
    for name in names:
        source = draw(st.integers(0, number - 1))
        target = (source + draw(st.integers(1, number - 1))) % number
        edge = Edge(things[source], things[target], name, draw(st.sampled_from((1, -1))))
        added.append(edge)
        if draw(st.integers(0, 7)):
            shown.append(edge)
    return Case(network(things, added, shown), tuple(added), tuple(shown))


def network(things: list[str] | str, added: list[Edge], shown: list[Edge]) -> Graph:
    whole = Graph()
    whole.add_nodes_from(things)
    for edge in added:
        account = "core" if edge in shown else HIDDEN
        data = {"sign": edge.sign, "hypotheses": [account], "dose": None, "role": "driver"}
        whole.add_edge(edge.source, edge.target, key=edge.id, **data)
    nx.freeze(whole)
    return active(whole, frozenset({"core"}))


def simple(*arrows: str) -> Graph:
    """Graph of arrows written source, target, sign: `ab+`. Their ids are the same text."""
    added = [Edge(arrow[0], arrow[1], arrow, 1 if arrow[2] == "+" else -1) for arrow in arrows]
    return network(sorted({end for edge in added for end in edge[:2]}), added, added)


def side_by_side(case: Case, mine: list[Edge]) -> list[str]:
    """Ids of `mine` in the order added, but with arrows that join the same two things together."""
    first = {edge[:2]: place for place, edge in reversed(list(enumerate(case.added)))}
    return [edge.id for edge in sorted(mine, key=lambda edge: (first[edge[:2]], case.added.index(edge)))]


@thorough
@given(cases())
def test_causes_and_effects_are_the_arrows_at_a_thing_in_the_order_added(case: Case) -> None:
    for thing in case.graph:
        into = [edge for edge in case.shown if edge.target == thing]
        out = [edge for edge in case.shown if edge.source == thing]
        assert causes(case.graph, thing) == side_by_side(case, into)
        assert effects(case.graph, thing) == side_by_side(case, out)


@thorough
@given(cases())
def test_upstream_and_downstream_are_all_that_arrows_connect(case: Case) -> None:
    for thing in case.graph:
        assert upstream(case.graph, thing) == brute.ancestors(case.shown, thing)
        assert downstream(case.graph, thing) == brute.descendants(case.shown, thing)


@thorough
@given(cases(), st.integers(1, 4))
def test_signed_paths_are_the_shortest_and_the_rest_are_counted(case: Case, few: int) -> None:
    for source, target in permutations(case.graph, 2):
        every = brute.paths(case.shown, source, target)
        for limit in (10, few):
            found = signed_paths(case.graph, source, target, limit)
            assert [astuple(path) for path in found.shortest] == every[:limit]
            assert found.more == len(every[limit:])
            assert found.complete


@thorough
@given(cases())
def test_choke_points_are_what_removal_finds_in_the_order_of_every_way(case: Case) -> None:
    for source, target in permutations(case.graph, 2):
        found = choke_points(case.graph, source, target)
        assert len(set(found)) == len(found)
        assert set(found) == brute.choke_points(case.shown, source, target)
        for path in brute.paths(case.shown, source, target):
            assert [thing for thing in path.things if thing in found] == found


@thorough
@given(cases())
def test_loops_are_all_cycles_with_each_choice_of_arrows(case: Case) -> None:
    assert [astuple(loop) for loop in loops(case.graph)] == brute.cycles(case.shown)


def ladder(rungs: int) -> Graph:
    """Things in a row, each joined to the next by one raising and one lowering arrow: 2 ** rungs ways."""
    row = THINGS[: rungs + 1]
    return simple(*(one + other + sign for one, other in pairwise(row) for sign in "+-"))


def test_of_more_ways_than_the_limit_the_first_are_given_and_the_others_counted() -> None:
    found = signed_paths(ladder(5), "a", "f")
    assert [astuple(path) for path in found.shortest] == brute.paths(brute.edges(ladder(5)), "a", "f")[:10]
    assert (found.more, found.complete) == (22, True)


@pytest.mark.parametrize(
    ("most", "more", "complete"), [(33, 22, True), (32, 22, True), (31, 21, False), (10, 0, False), (3, 0, False)]
)
def test_ways_are_counted_only_up_to_most(most: int, more: int, complete: bool) -> None:
    found = signed_paths(ladder(5), "a", "f", most=most)
    assert (len(found.shortest), found.more, found.complete) == (10, more, complete)


def test_ways_that_are_all_listed_are_complete_whatever_most_says() -> None:
    found = signed_paths(ladder(2), "a", "c", limit=4, most=1)
    assert (len(found.shortest), found.more, found.complete) == (4, 0, True)


def test_a_short_way_comes_before_a_long_one_and_each_has_the_product_of_its_signs() -> None:
    graph = simple("ab-", "bc-", "cd-", "ad+")
    assert signed_paths(graph, "a", "d") == Paths(
        (Path(("a", "d"), ("ad+",), 1), Path(("a", "b", "c", "d"), ("ab-", "bc-", "cd-"), -1)), 0
    )


def test_choke_points_are_listed_along_the_way_without_its_ends() -> None:
    graph = simple("ae+", "ec+", "cb+", "cd+", "bf+", "df+", "fc+")
    assert choke_points(graph, "a", "f") == ["e", "c"]


def test_a_loop_starts_at_its_first_thing_and_says_whether_it_reinforces_itself() -> None:
    graph = simple("ca+", "bc+", "ab+", "ab-", "bd-", "db-")
    assert loops(graph) == [
        Loop(("b", "d"), ("bd-", "db-"), 1),
        Loop(("a", "b", "c"), ("ab+", "bc+", "ca+"), 1),
        Loop(("a", "b", "c"), ("ab-", "bc+", "ca+"), -1),
    ]


def test_a_thing_has_no_way_to_itself_even_on_a_loop() -> None:
    graph = simple("ab+", "ba+")
    assert signed_paths(graph, "a", "a") == Paths((), 0)
    assert choke_points(graph, "a", "a") == []
    assert upstream(graph, "a") == downstream(graph, "a") == {"b"}


def test_where_no_way_leads_the_answers_are_empty() -> None:
    graph = simple("ab+", "cb+")
    assert signed_paths(graph, "a", "c") == Paths((), 0)
    assert choke_points(graph, "a", "c") == []
    assert loops(graph) == []


@pytest.mark.parametrize("query", [causes, effects, upstream, downstream])
@pytest.mark.parametrize("unknown", ["z", "ab"])
def test_asking_about_an_unknown_thing_raises(query: Callable[[Graph, str], object], unknown: str) -> None:
    # networkx takes a text that is no node for a collection of nodes, so “ab” could pass for a and b.
    with pytest.raises(nx.NodeNotFound, match=unknown):
        query(simple("ab+"), unknown)


@pytest.mark.parametrize("query", [signed_paths, choke_points])
@pytest.mark.parametrize(("source", "target"), [("z", "b"), ("a", "z"), ("z", "z")])
def test_asking_for_a_way_from_or_to_an_unknown_thing_raises(
    query: Callable[[Graph, str, str], object], source: str, target: str
) -> None:
    with pytest.raises(nx.NodeNotFound, match="z"):
        query(simple("ab+"), source, target)
