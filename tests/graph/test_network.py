"""The graph holds the content unchanged, is narrowed as promised, and its signs agree with the main picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from math import prod

import networkx as nx
import pytest

from graph.content import CONTENT, Mechanism, load
from graph.models import CORE
from graph.network import Graph, accounts, active, build
from graph.queries import choke_points, downstream, loops, signed_paths
from graph.vocabulary import Dose, Role
from tests.graph import brute
from tests.support.mechanisms import main

TOY = CONTENT.parent.parent / "tests" / "resources" / "toy"


@pytest.fixture(scope="module")
def mechanism() -> Mechanism:
    return main()


@pytest.fixture(scope="module")
def graph(mechanism: Mechanism) -> Iterator[Graph]:
    built = build(mechanism)
    before = snapshot(built)
    yield built
    assert snapshot(built) == before, "a test changed the graph, which pages share"


@pytest.fixture(scope="module")
def usual(mechanism: Mechanism, graph: Graph) -> Graph:
    """What is active under the default account at the usual dose."""
    return active(graph, accounts(mechanism))


def ids(graph: Graph) -> set[str]:
    return {str(key) for _, _, key in graph.edges(keys=True)}


def snapshot(graph: Graph) -> object:
    return deepcopy((dict(graph.graph), list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))))


def test_every_thing_is_a_node_and_every_arrow_an_edge_in_content_order(mechanism: Mechanism, graph: Graph) -> None:
    assert list(graph) == list(mechanism.things)
    joined = {key: (source, target) for source, target, key in graph.edges(keys=True)}
    assert joined == {arrow.id: (arrow.source, arrow.target) for arrow in mechanism.arrows.values()}
    for thing in mechanism.things:
        mine = [arrow for arrow in mechanism.arrows.values() if thing in (arrow.source, arrow.target)]
        assert [key for _, _, key in graph.out_edges(thing, keys=True)] == [a.id for a in mine if a.source == thing]
        assert [key for _, _, key in graph.in_edges(thing, keys=True)] == [a.id for a in mine if a.target == thing]


def test_nodes_and_edges_carry_the_fields_the_docstring_names() -> None:
    graph = build(load(TOY))
    assert graph.graph == {"id": "toy", "root": "drug"}
    assert graph.nodes["drug"] == {"kind": "drug", "step": "block", "main": True}
    assert graph.nodes["signal"] == {"kind": "process", "step": "block", "main": False}
    assert graph.edges["drug", "brake", "drug--brake"] == {
        "id": "drug--brake",
        "sign": -1,
        "role": "driver",
        "onset": "seconds",
        "phase": "both",
        "hypotheses": ["brake"],
        "dose": None,
        "strongest_in": "animal",
        "directness": "shown-directly",
        "contested": True,
        "supports": 1,
        "opposes": 1,
        "no_difference": 0,
    }
    mood = graph.edges["drug", "mood", "drug--mood"]
    assert (mood["dose"], mood["role"], mood["phase"], mood["contested"]) == ("high", "modulator", "acute", False)
    assert graph.edges["signal", "mood", "signal--mood"]["no_difference"] == 1


def test_nodes_and_edges_carry_plain_data_only(graph: Graph) -> None:
    nodes = [data for _, data in graph.nodes(data=True)]
    edges = [data for _, _, data in graph.edges(data=True)]
    for data in nodes + edges:
        assert json.loads(json.dumps(data)) == data
        # An enumeration survives JSON as well, but would tie whoever reads the graph to the vocabulary.
        assert {type(value) for value in data.values()} <= {str, int, bool, list, type(None)}


def test_the_graph_and_its_views_refuse_changes(graph: Graph, usual: Graph) -> None:
    for each in (graph, usual):
        with pytest.raises(nx.NetworkXError, match="Frozen"):
            each.add_node("other")
        with pytest.raises(nx.NetworkXError, match="Frozen"):
            each.add_edge("ketamine", "new-spines")
        with pytest.raises(nx.NetworkXError, match="Frozen"):
            each.remove_node("ampar")


def test_graphs_built_twice_are_equal_and_share_nothing(mechanism: Mechanism, graph: Graph) -> None:
    again = build(mechanism)
    assert snapshot(again) == snapshot(graph)
    for *_, data in again.edges(keys=True, data=True):
        data["hypotheses"].append("other")
        data["sign"] = 0
    assert snapshot(build(mechanism)) == snapshot(graph)


def test_the_default_account_and_the_core_are_on_unless_the_reader_chooses(mechanism: Mechanism) -> None:
    assert accounts(mechanism) == {CORE, mechanism.manifest.default_account}
    assert accounts(mechanism, []) == {CORE}
    assert accounts(mechanism, [CORE]) == {CORE}
    assert accounts(mechanism, ["opioid", "adenosine"]) == {CORE, "opioid", "adenosine"}


def test_an_account_brings_what_it_rests_on(mechanism: Mechanism) -> None:
    rests = {account.id: set(account.rests_on) for account in mechanism.hypotheses.values()}
    assert any(rests.values())
    for account, others in rests.items():
        assert accounts(mechanism, [account]) == {CORE, account, *others}


def test_resting_is_followed_all_the_way_and_round_in_circles(mechanism: Mechanism) -> None:
    rests = {"serotonin": ("gsk3",), "gsk3": ("vegf",), "vegf": ("serotonin",)}
    altered = {id_: mechanism.hypotheses[id_].model_copy(update={"rests_on": on}) for id_, on in rests.items()}
    circle = replace(mechanism, hypotheses={**mechanism.hypotheses, **altered})
    assert accounts(circle, ["gsk3"]) == {CORE, "serotonin", "gsk3", "vegf"}


@pytest.mark.parametrize("chosen", [["no-such-account"], ["disinhibition", "no-such-account"]])
def test_an_unknown_account_is_refused(mechanism: Mechanism, chosen: list[str]) -> None:
    with pytest.raises(KeyError, match="no-such-account"):
        accounts(mechanism, chosen)


def test_alone_an_account_has_the_arrows_that_name_it(mechanism: Mechanism, graph: Graph) -> None:
    own = {arrow.id for arrow in mechanism.arrows.values() if CORE not in arrow.hypotheses}
    for account in mechanism.hypotheses.values():
        named = {arrow.id for arrow in mechanism.arrows.values() if account.id in arrow.hypotheses}
        assert named
        assert ids(active(graph, frozenset({account.id}), account.dose, markers=True)) == named
        own -= named
    assert not own, "arrows that belong to no account"


def test_without_any_account_all_things_stay_and_no_arrow(graph: Graph) -> None:
    nothing = active(graph, frozenset())
    assert list(nothing) == list(graph)
    assert not ids(nothing)


def test_under_every_account_exactly_its_arrows_of_that_dose_are_active(mechanism: Mechanism, graph: Graph) -> None:
    for account in mechanism.hypotheses:
        on = accounts(mechanism, [account])
        for dose in Dose:
            for markers in (True, False):
                assert ids(active(graph, on, dose, markers=markers)) == {
                    arrow.id
                    for arrow in mechanism.arrows.values()
                    if set(arrow.hypotheses) & on
                    and (arrow.condition is None or arrow.condition.dose is dose)
                    and (arrow.role is not Role.MARKER or markers)
                }


def test_arrows_of_other_accounts_are_out_by_default(mechanism: Mechanism, usual: Graph) -> None:
    shown = {CORE, mechanism.manifest.default_account}
    assert all(shown & set(mechanism.arrows[id_].hypotheses) for id_ in ids(usual))
    assert "ketamine--nmdar-interneuron" in ids(usual)
    assert not ids(usual) & {"ketamine--nmdar-pyramidal", "ketamine--trkb", "ketamine--hnk", "ketamine--adenosine"}


def test_markers_are_out_unless_asked_for(mechanism: Mechanism, graph: Graph, usual: Graph) -> None:
    asked = active(graph, accounts(mechanism), markers=True)
    assert ids(asked) - ids(usual) == {
        "glutamate-release--dissociation",
        "ketamine--default-mode-network",
        "rapid-relief--anxiety-relief",
    }


def test_the_high_dose_arrow_needs_the_high_dose_and_its_account(mechanism: Mechanism, graph: Graph) -> None:
    conditional = {arrow.id for arrow in mechanism.arrows.values() if arrow.condition}
    assert conditional == {"nmdar-pyramidal--pyramidal-firing--high-dose"}
    window = accounts(mechanism, ["dose-window"])
    assert ids(active(graph, window, Dose.HIGH)) & conditional == conditional
    assert not ids(active(graph, window, Dose.USUAL)) & conditional
    assert not ids(active(graph, window)) & conditional
    assert not ids(active(graph, accounts(mechanism), Dose.HIGH)) & conditional


def test_every_way_from_the_dose_gives_each_main_thing_the_effect_it_is_said_to_have(
    mechanism: Mechanism, usual: Graph
) -> None:
    root = mechanism.manifest.root
    said = {thing.id: int(thing.after_dose) for thing in mechanism.overview.things}
    assert said.pop(root) == 1
    arrows = brute.edges(usual)
    for thing, effect in said.items():
        found = signed_paths(usual, root, thing, limit=10_000)
        assert found.complete
        assert {path.sign for path in found.shortest} == {effect}, thing
        plain = brute.paths(arrows, root, thing)
        assert {path.arrows for path in found.shortest} == {path.arrows for path in plain}
        assert {path.sign for path in plain} == {effect}, thing


def test_loops_of_the_default_account_are_those_of_brute_force(usual: Graph) -> None:
    found = [(loop.things, loop.arrows, loop.sign) for loop in loops(usual)]
    assert found == brute.cycles(brute.edges(usual))
    assert {loop[1] for loop in found if loop[2] < 0} == {("glutamate-release--mglu2", "mglu2--glutamate-release")}


def test_arrows_of_the_main_picture_are_active_chains_with_their_sign(mechanism: Mechanism, usual: Graph) -> None:
    for link in mechanism.overview.links:
        chain = mechanism.chain(link.id)
        assert (chain[0].source, chain[-1].target) == (link.source, link.target)
        assert all(one.target == other.source for one, other in pairwise(chain))
        signs = [usual.edges[arrow.source, arrow.target, arrow.id]["sign"] for arrow in chain]
        assert prod(signs) == int(link.sign), link.id


def test_links_that_were_not_found_are_no_arrows(mechanism: Mechanism, graph: Graph) -> None:
    absent = {(link.source, link.target) for link in mechanism.absent.values()}
    assert ("new-spines", "rapid-relief") in absent
    assert not absent & set(graph.edges())


def test_new_spines_reach_rapid_relief_only_through_the_prefrontal_circuit(graph: Graph, usual: Graph) -> None:
    # The content draws no arrow from spines to rapid relief, but one to the circuit that feeds it.
    for each in (graph, usual):
        assert downstream(each, "new-spines") == {
            "prefrontal-circuit",
            "rapid-relief",
            "anxiety-relief",
            "sustained-relief",
        }
        assert choke_points(each, "new-spines", "rapid-relief") == ["prefrontal-circuit"]


def test_rapid_relief_does_not_wait_for_new_spines(usual: Graph) -> None:
    assert "new-spines" not in choke_points(usual, "ketamine", "rapid-relief")
    spared = usual.subgraph([thing for thing in usual if thing != "new-spines"])
    assert signed_paths(spared, "ketamine", "rapid-relief").shortest
