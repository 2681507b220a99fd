"""Comparison of accounts: the part of the graph that each uses, and what two of them share.

The subgraph of an account has the arrows that all accounts share, its own, and those of the accounts it rests on, at
the dose at which it takes effect.
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
    """Arrow ids of one or two accounts, in content order, by the account they belong to.

    `core` has the arrows of every account, `shared` the other arrows that both use, `only_one` and `only_other` those
    of the first and of the second alone. With a single account, everything outside the core is in `only_one`.
    """

    core: tuple[str, ...]
    only_one: tuple[str, ...]
    shared: tuple[str, ...]
    only_other: tuple[str, ...]

    @property
    def arrows(self) -> tuple[str, ...]:
        """All arrows: core, first account only, shared, second account only."""
        return (*self.core, *self.only_one, *self.shared, *self.only_other)


def subgraph(mechanism: Mechanism, graph: Graph, account: str) -> Graph:
    """The part of `graph` that `account` uses, markers included. Raises KeyError for an unknown account."""
    on = accounts(mechanism, (account,))
    return active(graph, on, mechanism.hypotheses[account].dose, markers=True)


def sides(mechanism: Mechanism, graph: Graph, chosen: Sequence[str]) -> Sides:
    """Compare the accounts in `chosen`: one id or two. Raises KeyError for an unknown account."""
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
    """Edge keys of a multigraph, which are arrow ids."""
    return {str(edge[-1]) for edge in graph.edges}


def own(mechanism: Mechanism, account: str) -> tuple[str, ...]:
    """Ids of the account's own arrows, which it adds to the core and to the accounts it rests on."""
    return tuple(id_ for id_, arrow in mechanism.arrows.items() if account in arrow.hypotheses)


def account_with(mechanism: Mechanism, id_: str) -> str:
    """An account that uses the thing or arrow `id_`: the default account if it does, or if none does."""
    names = [arrow.hypotheses for arrow in mechanism.arrows.values() if id_ in (arrow.id, arrow.source, arrow.target)]
    default = mechanism.manifest.default_account
    for account in (default, *mechanism.hypotheses):
        if any(account in each or CORE in each for each in names):
            return account
    return default


def accounts_citing(mechanism: Mechanism, papers: Iterable[str]) -> tuple[str, ...]:
    """Ids of accounts with an own arrow that one of `papers` supports, opposes or found no difference for."""
    asked = set(papers)
    return tuple(
        account
        for account in mechanism.hypotheses
        if any(asked & set(mechanism.arrows[id_].evidence.papers) for id_ in own(mechanism, account))
    )


def experiments_on(mechanism: Mechanism, account: str) -> tuple[Experiment, ...]:
    """Experiments that test the account's own arrows."""
    ids = {one for id_ in own(mechanism, account) for one in mechanism.arrows[id_].experiments}
    return tuple(one for id_, one in mechanism.experiments.items() if id_ in ids)
