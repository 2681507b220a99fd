"""Accounts as parts of the graph: what each uses, and what two of them share, against sets built from the records."""

from __future__ import annotations

from itertools import combinations, permutations

import networkx as nx
import pytest

from graph.account_comparison import account_with, accounts_citing, experiments_on, own, sides, subgraph
from graph.content import Mechanism
from graph.network import Graph, build


@pytest.fixture(scope="module")
def whole(content: Mechanism) -> Graph:
    return build(content)


def expected(content: Mechanism, account: str) -> set[str]:
    """Arrows of an account, from the records alone."""
    names, waiting = {"core"}, [account]
    while waiting:
        names.add(one := waiting.pop())
        waiting += content.hypotheses[one].rests_on
    dose = content.hypotheses[account].dose
    return {
        id_
        for id_, arrow in content.arrows.items()
        if names & set(arrow.hypotheses) and (arrow.condition is None or arrow.condition.dose is dose)
    }


def keys(graph: nx.Graph[str]) -> set[str]:
    return {str(edge[-1]) for edge in graph.edges}


def test_an_account_is_the_core_its_own_arrows_and_those_of_what_it_rests_on(content: Mechanism, whole: Graph) -> None:
    sizes = set()
    for id_ in content.hypotheses:
        found = keys(subgraph(content, whole, id_))
        assert found == expected(content, id_), id_
        assert set(own(content, id_)) <= found, id_
        sizes.add(len(found))
    assert len(sizes) > 3


def test_every_arrow_belongs_to_an_account(content: Mechanism) -> None:
    assert set().union(*(expected(content, id_) for id_ in content.hypotheses)) == set(content.arrows)


def test_one_account_has_all_its_arrows_on_one_side(content: Mechanism, whole: Graph) -> None:
    for id_ in content.hypotheses:
        parts = sides(content, whole, (id_,))
        assert set(parts.arrows) == expected(content, id_)
        assert len(parts.arrows) == len(set(parts.arrows))
        assert not parts.shared
        assert not parts.only_other
        assert all("core" in content.arrows[one].hypotheses for one in parts.core)


def test_what_two_accounts_share_and_what_each_has_alone_is_what_networkx_says(
    content: Mechanism, whole: Graph
) -> None:
    shared = 0
    for one, other in permutations(content.hypotheses, 2):
        parts = sides(content, whole, (one, other))
        first, second = subgraph(content, whole, one), subgraph(content, whole, other)
        assert set(parts.only_one) == keys(nx.difference(first, second)), (one, other)
        assert set(parts.only_other) == keys(nx.difference(second, first)), (one, other)
        assert {*parts.shared, *parts.core} == keys(nx.intersection(first, second)), (one, other)
        assert set(parts.only_one) == expected(content, one) - expected(content, other)
        assert {*parts.shared, *parts.core} == expected(content, one) & expected(content, other)
        assert set(parts.arrows) == expected(content, one) | expected(content, other)
        assert len(parts.arrows) == len(set(parts.arrows))
        shared += bool(parts.shared)
    assert shared > 10


def test_arrows_stand_in_content_order(content: Mechanism, whole: Graph) -> None:
    order = list(content.arrows)
    for one, other in combinations(content.hypotheses, 2):
        parts = sides(content, whole, (one, other))
        for ids in (parts.core, parts.only_one, parts.shared, parts.only_other):
            assert list(ids) == sorted(ids, key=order.index)


def test_an_account_that_shows_a_thing_or_an_arrow(content: Mechanism, whole: Graph) -> None:
    for id_ in content.arrows:
        assert id_ in keys(subgraph(content, whole, account_with(content, id_))), id_
    for id_ in content.things:
        graph = subgraph(content, whole, account_with(content, id_))
        assert graph.in_degree(id_) + graph.out_degree(id_) > 0, id_
    assert account_with(content, "ampar") == content.manifest.default_account
    assert account_with(content, "ketamine--adenosine") == "adenosine"


def test_experiments_of_an_account_are_those_its_own_arrows_name(content: Mechanism) -> None:
    assert {one.id for one in experiments_on(content, "camkii")} == set()
    for id_ in content.hypotheses:
        found = [one.id for one in experiments_on(content, id_)]
        named = {each for arrow in content.arrows.values() if id_ in arrow.hypotheses for each in arrow.experiments}
        assert set(found) == named
        assert len(found) == len(named)


def test_an_unknown_account_is_refused(content: Mechanism, whole: Graph) -> None:
    with pytest.raises(KeyError):
        subgraph(content, whole, "nothing")


def test_accounts_that_cite_a_paper_are_those_whose_own_arrows_do(content: Mechanism) -> None:
    for paper in content.references:
        expected_ones = [
            id_
            for id_ in content.hypotheses
            if any(id_ in arrow.hypotheses and paper in arrow.evidence.papers for arrow in content.arrows.values())
        ]
        assert list(accounts_citing(content, [paper])) == expected_ones
    assert accounts_citing(content, []) == ()
    assert len(accounts_citing(content, content.references)) == len(content.hypotheses)
