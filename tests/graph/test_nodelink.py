"""The node-link export is JSON that networkx reads back, and holds the graph, nothing unverified, and the picture."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from graph import __version__
from graph.content import CONTENT, Mechanism, load
from graph.exports.nodelink import node_link, node_link_json
from graph.network import Graph, accounts, active, build
from graph.vocabulary import Level
from tests.support.mechanisms import main

TOY = CONTENT.parent.parent / "tests" / "resources" / "toy"


@pytest.fixture(scope="module")
def mechanism() -> Mechanism:
    return main()


@pytest.fixture(scope="module")
def graph(mechanism: Mechanism) -> Graph:
    return build(mechanism)


@pytest.fixture(scope="module")
def written(mechanism: Mechanism, graph: Graph) -> str:
    return node_link_json(mechanism, graph)


@pytest.fixture(scope="module")
def data(written: str) -> dict[str, Any]:
    """The export as a reader gets it."""
    found: dict[str, Any] = json.loads(written)
    return found


def test_the_text_is_the_same_data_as_compact_json(mechanism: Mechanism, graph: Graph, written: str) -> None:
    assert json.loads(written) == node_link(mechanism, graph)
    assert written == json.dumps(json.loads(written), ensure_ascii=False, separators=(",", ":"))


def test_letters_beyond_ascii_are_written_as_they_are() -> None:
    toy = load(TOY)
    greek = toy.things["drug"].model_copy(update={"full_name": "β-drug"})
    assert '"full_name":"β-drug"' in node_link_json(replace(toy, things={**toy.things, "drug": greek}), build(toy))


def test_the_export_names_its_mechanism_and_its_content(mechanism: Mechanism, data: dict[str, Any]) -> None:
    assert (data["directed"], data["multigraph"]) == (True, True)
    assert data["graph"] == {
        "id": "ketamine",
        "root": "ketamine",
        "default_account": mechanism.manifest.default_account,
        "version": __version__,
        "content": mechanism.digest,
        "last_checked": str(mechanism.manifest.last_checked),
    }


def test_there_are_as_many_nodes_and_edges_as_in_the_graph(graph: Graph, data: dict[str, Any]) -> None:
    assert [node["id"] for node in data["nodes"]] == list(graph)
    ends = {edge["id"]: (edge["source"], edge["target"]) for edge in data["edges"]}
    assert len(data["edges"]) == len(ends) == graph.number_of_edges()
    assert ends == {key: (source, target) for source, target, key in graph.edges(keys=True)}


def test_a_narrowed_graph_is_exported_as_it_is(mechanism: Mechanism, graph: Graph) -> None:
    usual = active(graph, accounts(mechanism))
    found = {edge["id"] for edge in node_link(mechanism, usual)["edges"]}
    assert found == {key for _, _, key in usual.edges(keys=True)}
    assert 0 < len(found) < graph.number_of_edges()


def test_networkx_reads_the_same_graph_back(graph: Graph, data: dict[str, Any]) -> None:
    read = nx.node_link_graph(data, directed=True, multigraph=True, edges="edges", key="id")
    assert isinstance(read, nx.MultiDiGraph)
    assert set(read) == set(graph)
    assert set(read.edges(keys=True)) == set(graph.edges(keys=True))
    counts = {"supports": "for", "opposes": "against", "no_difference": "null"}
    for source, target, key, mine in graph.edges(keys=True, data=True):
        back = read.edges[source, target, key]
        for field, value in mine.items():
            if field != "id":
                assert (back["evidence"][counts[field]] if field in counts else back[field]) == value, (key, field)
    for thing, kept in graph.nodes(data=True):
        assert kept.items() <= read.nodes[thing].items()


def test_read_with_the_defaults_of_networkx_edges_still_carry_their_arrow(graph: Graph, data: dict[str, Any]) -> None:
    read = nx.node_link_graph(data, edges="edges")
    found = {(source, target, kept["id"]) for source, target, kept in read.edges(data=True)}
    assert found == set(graph.edges(keys=True))


def test_an_edge_counts_the_papers_of_its_arrow(mechanism: Mechanism, data: dict[str, Any]) -> None:
    for edge in data["edges"]:
        evidence = mechanism.arrows[edge["id"]].evidence
        assert edge["evidence"] == {
            "for": len(set(evidence.supports)),
            "against": len(set(evidence.opposes)),
            "null": len(set(evidence.no_difference)),
        }


def test_nodes_and_edges_are_called_what_students_read(mechanism: Mechanism, graph: Graph) -> None:
    words = mechanism.words[Level.STUDENT]
    # Some names are the same at two levels, so the words of the others are taken away.
    data = node_link(replace(mechanism, words={Level.STUDENT: words}), graph)
    assert {node["id"]: node["name"] for node in data["nodes"]} == {
        id_: said.name for id_, said in words.things.items() if id_ in mechanism.things
    }
    assert {edge["id"]: edge["verb"] for edge in data["edges"]} == {
        id_: words.arrows[id_].verb for id_ in mechanism.arrows
    }
    assert {node["id"]: node["full_name"] for node in data["nodes"]} == {
        thing.id: thing.full_name for thing in mechanism.things.values()
    }


def test_unverified_identifiers_are_left_out_and_verified_ones_kept(
    mechanism: Mechanism, data: dict[str, Any], written: str
) -> None:
    used = {thing.id: thing.identifiers for thing in mechanism.things.values()}
    unverified = {id_ for id_, identifier in mechanism.identifiers.items() if not identifier.verified}
    assert unverified & {curie for curies in used.values() for curie in curies}
    assert not [curie for curie in unverified if f'"{curie}"' in written]
    for node in data["nodes"]:
        assert node["identifiers"] == [curie for curie in used[node["id"]] if curie not in unverified]


def test_links_of_the_main_picture_are_those_of_the_overview(mechanism: Mechanism, data: dict[str, Any]) -> None:
    expected = []
    for link in mechanism.overview.links:
        evidence = [mechanism.arrows[via].evidence for via in link.via]
        counts = {
            "for": len({paper for each in evidence for paper in each.supports}),
            "against": len({paper for each in evidence for paper in each.opposes}),
            "null": len({paper for each in evidence for paper in each.no_difference}),
        }
        record = {"id": link.id, "source": link.source, "target": link.target, "sign": int(link.sign)}
        expected.append({**record, "via": list(link.via), "evidence": counts})
    assert data["main_links"] == expected


def test_nodes_and_edges_say_whether_they_are_in_the_main_picture(mechanism: Mechanism, data: dict[str, Any]) -> None:
    assert [node["id"] for node in data["nodes"] if node["main"]] == [
        id_ for id_ in mechanism.things if id_ in {thing.id for thing in mechanism.overview.things}
    ]
    alone = {link.id for link in mechanism.overview.links if link.via == (link.id,)}
    assert {edge["id"] for edge in data["edges"] if edge["main"]} == alone


def test_a_node_and_an_edge_have_these_fields() -> None:
    toy = load(TOY)
    data = node_link(toy, build(toy))
    assert next(node for node in data["nodes"] if node["id"] == "drug") == {
        "id": "drug",
        "name": "Drug",
        "full_name": "A drug",
        "kind": "drug",
        "step": "block",
        "main": True,
        "identifiers": ["CHEBI:1"],
    }
    assert next(edge for edge in data["edges"] if edge["id"] == "drug--mood") == {
        "id": "drug--mood",
        "source": "drug",
        "target": "mood",
        "main": False,
        "verb": "lifts",
        "sign": 1,
        "role": "modulator",
        "onset": "hours",
        "phase": "acute",
        "hypotheses": ["hope"],
        "dose": "high",
        "strongest_in": "human-trial",
        "directness": "inferred",
        "contested": False,
        "evidence": {"for": 1, "against": 0, "null": 0},
    }
