"""The mechanism as a networkx graph, and the part of it that is active under a set of accounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from graph.content import Mechanism
from graph.models import CORE
from graph.vocabulary import Dose, Role

# networkx is generic only in its type stubs.
if TYPE_CHECKING:
    Graph: TypeAlias = nx.MultiDiGraph[str]
else:
    Graph = nx.MultiDiGraph
"""Nodes are thing ids and edge keys are arrow ids; their attributes are plain data."""


def build(mechanism: Mechanism) -> Graph:
    """The whole graph, with every account and condition, frozen.

    Nodes have the attributes `kind`, `step` and `main` (whether the main picture shows them). Edges have `sign` (+1 or
    -1), `role`, `onset`, `phase`, `hypotheses` (account ids, or core), `dose` (None unless conditional),
    `strongest_in`, `directness`, `contested`, and the numbers of papers `supports`, `opposes` and `no_difference`.
    """
    graph = Graph(id=mechanism.manifest.id, root=mechanism.manifest.root)
    main = {thing.id for thing in mechanism.overview.things}
    for thing in mechanism.things.values():
        graph.add_node(thing.id, kind=thing.kind.value, step=thing.step, main=thing.id in main)
    for arrow in mechanism.arrows.values():
        graph.add_edge(
            arrow.source,
            arrow.target,
            key=arrow.id,
            id=arrow.id,
            sign=int(arrow.sign),
            role=arrow.role.value,
            onset=arrow.onset.value,
            phase=arrow.phase.value,
            hypotheses=list(arrow.hypotheses),
            dose=arrow.condition.dose.value if arrow.condition else None,
            strongest_in=arrow.strongest_in.value,
            directness=arrow.directness.value,
            contested=arrow.contested is not None,
            supports=len(arrow.evidence.supports),
            opposes=len(arrow.evidence.opposes),
            no_difference=len(arrow.evidence.no_difference),
        )
    nx.freeze(graph)
    return graph


def accounts(mechanism: Mechanism, chosen: Iterable[str] | None = None) -> frozenset[str]:
    """Ids of the active accounts: the chosen ones, the accounts they rest on, and the core.

    Args:
        mechanism: The content.
        chosen: Ids of accounts; the default account if None.

    Raises:
        KeyError: An account is unknown.
    """
    waiting = list(chosen) if chosen is not None else [mechanism.manifest.default_account]
    on = {CORE}
    while waiting:
        id_ = waiting.pop()
        if id_ not in on:
            on.add(id_)
            waiting.extend(mechanism.hypotheses[id_].rests_on)
    return frozenset(on)


def active(graph: Graph, on: frozenset[str], dose: Dose = Dose.USUAL, *, markers: bool = False) -> Graph:
    """View of `graph` that keeps all things, but only the arrows active under some accounts at one dose.

    Args:
        graph: A graph from `build`.
        on: Ids of the active accounts, from `accounts`.
        dose: Dose that is given.
        markers: Whether to keep markers. They are correlates and not causes, so by default they are left out.
    """

    def kept(source: str, target: str, key: Any) -> bool:
        data: dict[str, Any] = graph.edges[source, target, key]
        return (
            not on.isdisjoint(data["hypotheses"])
            and data["dose"] in (None, dose.value)
            and (markers or data["role"] != Role.MARKER.value)
        )

    view: Graph = nx.subgraph_view(graph, filter_edge=kept)
    return view
