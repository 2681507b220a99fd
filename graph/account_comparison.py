"""Accounts side by side: the part of the graph that each uses, and what two of them share.

An account is what all share, its own arrows and those of what it rests on, at the dose at which it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.content import Mechanism
from graph.models import CORE
from graph.network import Graph, accounts, active
from graph.records import Experiment


@dataclass(frozen=True)
class Sides:
    """Arrows of one account or two, as ids in content order: in the first alone, in both, in the second alone.

    With one account all are in `only_one`. `shared` never repeats what `core` holds, the arrows of every account.
    """

    core: tuple[str, ...]
    only_one: tuple[str, ...]
    shared: tuple[str, ...]
    only_other: tuple[str, ...]

    @property
    def arrows(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.core, *self.only_one, *self.shared, *self.only_other)


def subgraph(mechanism: Mechanism, graph: Graph, account: str) -> Graph:
    """The part of `graph` that `account` uses, what merely goes along included. Raises KeyError for an unknown one."""
    on = accounts(mechanism, (account,))
    return active(graph, on, mechanism.hypotheses[account].dose, markers=True)


def sides(mechanism: Mechanism, graph: Graph, chosen: Sequence[str]) -> Sides:
    """The arrows of the one or two accounts `chosen`, and which of them each has alone."""
    one, other = (subgraph(mechanism, graph, id_) for id_ in (chosen[0], chosen[-1]))
    both, first, second = _keys(nx.intersection(one, other)), _keys(nx.difference(one, other)), set[str]()
    if len(chosen) == 1:
        both, first = set(), both
    else:
        second = _keys(nx.difference(other, one))
    core = {id_ for id_, arrow in mechanism.arrows.items() if CORE in arrow.hypotheses}

    def listed(ids: set[str]) -> tuple[str, ...]:
        return tuple(id_ for id_ in mechanism.arrows if id_ in ids)

    return Sides(
        core=listed(core & (both | first)),
        only_one=listed(first - core),
        shared=listed(both - core),
        only_other=listed(second - core),
    )


def _keys(graph: nx.Graph[str]) -> set[str]:
    """Ids of all arrows of a multigraph."""
    return {str(edge[-1]) for edge in graph.edges}


def own(mechanism: Mechanism, account: str) -> tuple[str, ...]:
    """Arrows that name the account: what it adds to the rest."""
    return tuple(id_ for id_, arrow in mechanism.arrows.items() if account in arrow.hypotheses)


def account_with(mechanism: Mechanism, id_: str) -> str:
    """An account that shows the thing or the arrow `id_`: the one shown first if it does."""
    names = [arrow.hypotheses for arrow in mechanism.arrows.values() if id_ in (arrow.id, arrow.source, arrow.target)]
    default = mechanism.manifest.default_account
    for account in (default, *mechanism.hypotheses):
        if any(account in each or CORE in each for each in names):
            return account
    return default


def accounts_citing(mechanism: Mechanism, papers: Iterable[str]) -> tuple[str, ...]:
    """Accounts whose own arrows rest on, or are opposed by, one of `papers`."""
    asked = set(papers)
    return tuple(
        account
        for account in mechanism.hypotheses
        if any(asked & set(mechanism.arrows[id_].evidence.papers) for id_ in own(mechanism, account))
    )


def experiments_on(mechanism: Mechanism, account: str) -> tuple[Experiment, ...]:
    """Experiments that the account's own arrows name."""
    ids = {one for id_ in own(mechanism, account) for one in mechanism.arrows[id_].experiments}
    return tuple(one for id_, one in mechanism.experiments.items() if id_ in ids)
