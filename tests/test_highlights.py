"""What the map lights for a pick is what the graph calls upstream and downstream of it, in every picture."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import networkx as nx
import pytest

from figures.scene import SceneLink, scene
from graph.cameras import cameras
from graph.content import Mechanism
from graph.network import Graph
from graph.queries import downstream, upstream
from graph.vocabulary import Level, Phase
from tests.support.patience import PATIENCE

LIT = Path(__file__).parent / "browser_js" / "lit.mjs"
EARLY, LATE = "early", "late"


def in_time(links: Iterable[SceneLink]) -> Graph:
    """The links with each thing twice, before and after a way has met a late arrow: no early one follows then."""
    graph: Graph = nx.MultiDiGraph()
    for link in links:
        for when in (EARLY, LATE):
            if when == LATE and link.phase == Phase.ACUTE.value:
                continue
            then = LATE if link.phase == Phase.SUSTAINED.value else when
            graph.add_edge(f"{link.source} {when}", f"{link.target} {then}", key=link.id)
    return graph


def expected(links: tuple[SceneLink, ...], pick: str) -> set[str]:
    """Things and arrows on some way to `pick` or from it that does not run against time."""
    graph, (kind, _, id_) = in_time(links), pick.partition(":")
    lit = {pick}
    if kind == "edge":
        (own,) = (link for link in links if link.id == id_)
        lit |= {f"node:{own.source}", f"node:{own.target}"}
        edges = [(a, b) for a, b, key in graph.edges(keys=True) if key == id_]
        ends, starts = {a for a, _ in edges}, {b for _, b in edges}
    else:
        ends = {node for node in (f"{id_} {EARLY}", f"{id_} {LATE}") if node in graph}
        starts = ends & {f"{id_} {EARLY}"}  # nothing has gone before where a way begins
    before = ends | {node for end in ends for node in upstream(graph, end)}
    after = starts | {node for start in starts for node in downstream(graph, start)}
    begun = {node for node in before if node.endswith(EARLY)}
    reached = begun | {node for start in begun for node in downstream(graph, start)}
    for a, b, key in graph.edges(keys=True):
        if (b in before and a in reached) or a in after:
            lit |= {f"edge:{key}", *(f"node:{node.partition(' ')[0]}" for node in (a, b))}
    return lit


def test_what_is_lit_is_what_the_graph_calls_upstream_and_downstream(content: Mechanism, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail("this needs Node 20 or newer, and there is no node on the PATH")
    bundles = tmp_path / "bundles.json"
    width = content.manifest.widths[0]
    drawn = {camera: scene(content, width, Level.STUDENT, camera) for camera in cameras(content)}
    sent = {camera: {"scenes": {str(width): asdict(one)}} for camera, one in drawn.items()}
    bundles.write_text(json.dumps(sent), encoding="utf-8")
    env = {**os.environ, "BUNDLES": str(bundles)}
    done = subprocess.run([node, str(LIT)], env=env, capture_output=True, text=True, timeout=PATIENCE, check=True)
    answered: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    picks = 0
    for camera, by_pick in answered.items():
        links = drawn[camera].links
        for pick, lit in by_pick.items():
            assert set(lit) == expected(links, pick), (camera, pick)
            picks += 1
    assert picks > 120
