"""The graph as node-link JSON, as `GET /api/mechanism.json` returns it and networkx reads it."""

from __future__ import annotations

import json
from typing import Any

from graph import __version__
from graph.content import Mechanism
from graph.evidence import badge
from graph.network import Graph
from graph.vocabulary import Level


def node_link(mechanism: Mechanism, graph: Graph) -> dict[str, Any]:
    """Nodes, edges and links of the main picture, with names, signs and evidence counts, as plain data.

    Names and verbs are those of the student level; `evidence` counts papers for, against and null.
    """
    words = mechanism.words[Level.STUDENT]
    nodes = [
        {
            "id": id_,
            "name": words.things[id_].name,
            "full_name": mechanism.things[id_].full_name,
            **data,
            "identifiers": [
                curie for curie in mechanism.things[id_].identifiers if mechanism.identifiers[curie].verified
            ],
        }
        for id_, data in graph.nodes(data=True)
    ]
    edges = []
    for source, target, id_, data in graph.edges(keys=True, data=True):
        plain = {key: value for key, value in data.items() if key not in ("supports", "opposes", "no_difference", "id")}
        counts = {"for": data["supports"], "against": data["opposes"], "null": data["no_difference"]}
        ends = {"id": id_, "source": source, "target": target, "main": id_ in mechanism.links}
        edges.append({**ends, "verb": words.arrows[id_].verb, **plain, "evidence": counts})
    links = []
    for link in mechanism.overview.links:
        evidence = badge(mechanism.chain(link.id))
        links.append(
            {
                "id": link.id,
                "source": link.source,
                "target": link.target,
                "sign": int(link.sign),
                "via": list(link.via),
                "evidence": {
                    "for": len(evidence.supports),
                    "against": len(evidence.opposes),
                    "null": len(evidence.no_difference),
                },
            }
        )
    return {
        "directed": True,
        "multigraph": True,
        "graph": {
            "id": mechanism.manifest.id,
            "root": mechanism.manifest.root,
            "default_account": mechanism.manifest.default_account,
            "version": __version__,
            "content": mechanism.digest,
            "last_checked": mechanism.manifest.last_checked.isoformat(),
        },
        "nodes": nodes,
        "edges": edges,
        "main_links": links,
    }


def node_link_json(mechanism: Mechanism, graph: Graph) -> str:
    """`node_link` as JSON text."""
    return json.dumps(node_link(mechanism, graph), ensure_ascii=False, separators=(",", ":"))
