"""Arrows and accounts: each is well formed, and together they make one connected, consistent picture."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

import networkx as nx

from graph.draft import Draft
from graph.faults import Fault
from graph.models import CORE, Arrow, OverviewLink
from graph.rules.registry import rule
from graph.vocabulary import Dose


@rule("arrow-id")
def arrow_id(draft: Draft) -> Iterator[Fault]:
    """An arrow's id says which things it joins."""
    for section in ("arrows", "absent"):
        for found in draft.all(section):
            stem = f"{found.item.source}--{found.item.target}"
            if found.id != stem and not found.id.startswith(f"{stem}--"):
                yield found.fault(
                    "arrow-id",
                    ("id",),
                    "the id does not name the two things that the arrow joins",
                    f"call it {stem}, or {stem}--… if that is taken",
                )


@rule("self-loop")
def self_loop(draft: Draft) -> Iterator[Fault]:
    """An arrow joins two different things."""
    for found in draft.all("arrows"):
        if found.item.source == found.item.target:
            yield found.fault("self-loop", ("target",), "source and target are the same thing", "name another thing")


@rule("bel-sign")
def bel_sign(draft: Draft) -> Iterator[Fault]:
    """The BEL relation and the sign of an arrow agree."""
    for found in draft.all("arrows"):
        falls = found.item.bel.value.lower().endswith("decreases")
        if falls != (found.item.sign < 0):
            yield found.fault(
                "bel-sign",
                ("bel",),
                f"{found.item.bel.value} does not agree with sign {found.item.sign:+d}",
                "change one of the two",
            )


@rule("drawn-although-absent")
def drawn_although_absent(draft: Draft) -> Iterator[Fault]:
    """A link that was looked for and not found is not drawn as an arrow as well."""
    absent = {found.id for found in draft.all("absent")}
    for found in draft.all("arrows"):
        if found.id in absent:
            yield found.fault(
                "drawn-although-absent",
                ("id",),
                "absent.yaml says that this link was not found",
                "delete it here or in absent.yaml, whichever is wrong",
            )


@rule("account-leads-nowhere")
def account_leads_nowhere(draft: Draft) -> Iterator[Fault]:
    """At least one of every account's own arrows can be reached from the root."""
    manifest = draft.one("mechanism")
    if manifest is None or manifest.item.root not in draft.ids("things") or not draft.whole("arrows"):
        return
    arrows: list[Arrow] = [found.item for found in draft.all("arrows")]
    for found in draft.all("hypotheses"):
        chosen = {CORE, found.id, *found.item.rests_on}
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_node(manifest.item.root)
        for arrow in arrows:
            dose = arrow.condition.dose if arrow.condition else Dose.USUAL
            if chosen & set(arrow.hypotheses) and dose in (Dose.USUAL, found.item.dose):
                graph.add_edge(arrow.source, arrow.target)
        reached = nx.descendants(graph, manifest.item.root) | {manifest.item.root}
        own = [arrow for arrow in arrows if found.id in arrow.hypotheses]
        if own and not any(arrow.source in reached for arrow in own):
            yield found.fault(
                "account-leads-nowhere",
                ("id",),
                f"none of its arrows can be reached from {manifest.item.root}",
                "add the missing arrow, or name the account it rests on",
            )


@rule("chain-broken")
def chain_broken(draft: Draft) -> Iterator[Fault]:
    """The chain of an arrow in the main picture leads from its source to its target."""
    overview = draft.one("overview")
    if overview is None:
        return
    arrows: dict[str, Arrow] = {found.id: found.item for found in draft.all("arrows")}
    for number, link in enumerate(overview.item.links):
        chain = [arrows[id_] for id_ in link.via if id_ in arrows]
        if len(chain) < len(link.via):
            continue
        stops = [link.source, *(arrow.target for arrow in chain)]
        for position, (stop, arrow) in enumerate(zip(stops, chain, strict=False)):
            if arrow.source != stop:
                yield overview.fault(
                    "chain-broken",
                    ("links", number, "via", position),
                    f"{arrow.id} starts at {arrow.source}, but the chain has reached {stop}",
                    "add the arrow between them, or correct the order",
                )
        if stops[-1] != link.target:
            yield overview.fault(
                "chain-broken",
                ("links", number, "target"),
                f"the chain ends at {stops[-1]}, not at {link.target}",
                "add the missing arrow to via",
            )


@rule("chain-sign")
def chain_sign(draft: Draft) -> Iterator[Fault]:
    """The sign of an arrow in the main picture is the product of the signs of its chain."""
    overview = draft.one("overview")
    if overview is None:
        return
    signs = {found.id: int(found.item.sign) for found in draft.all("arrows")}
    for number, link in enumerate(overview.item.links):
        if all(id_ in signs for id_ in link.via):
            product = prod(signs[id_] for id_ in link.via)
            if product != link.sign:
                yield overview.fault(
                    "chain-sign",
                    ("links", number, "sign"),
                    f"the product of the signs in via is {product:+d}",
                    f"write {product}, or correct via",
                )


@rule("link-id")
def link_id(draft: Draft) -> Iterator[Fault]:
    """An arrow in the main picture is named after its ends, and has another arrow's id only if it is that arrow."""
    overview = draft.one("overview")
    if overview is None:
        return
    arrows = draft.ids("arrows")
    seen: set[str] = set()
    for number, link in enumerate(overview.item.links):
        stem = f"{link.source}--{link.target}"
        path = ("links", number, "id")
        if link.id != stem and not link.id.startswith(f"{stem}--"):
            yield overview.fault("link-id", path, "the id does not name its two ends", f"call it {stem}, or {stem}--…")
        if link.id in seen or (link.id in arrows and link.via != (link.id,)):
            yield overview.fault("link-id", path, "this id is taken by another arrow", "add a --suffix")
        seen.add(link.id)


@rule("effect-of-dose")
def effect_of_dose(draft: Draft) -> Iterator[Fault]:
    """Multiplying signs along the main picture gives each thing the effect stated in `after_dose`."""
    overview, manifest = draft.one("overview"), draft.one("mechanism")
    if overview is None or manifest is None or manifest.item.root not in draft.ids("things"):
        return
    links: tuple[OverviewLink, ...] = overview.item.links
    effects: dict[str, set[int]] = {manifest.item.root: {1}}
    waiting = [manifest.item.root]
    while waiting:
        here = waiting.pop()
        for link in links:
            if link.source == here:
                new = {effect * int(link.sign) for effect in effects[here]} - effects.get(link.target, set())
                if new:
                    effects.setdefault(link.target, set()).update(new)
                    waiting.append(link.target)
    for number, thing in enumerate(overview.item.things):
        got = effects.get(thing.id, set())
        if got != {int(thing.after_dose)}:
            said = f"{thing.after_dose:+d}"
            problem = (
                f"after_dose is {said}, but the arrows give " + (" and ".join(f"{e:+d}" for e in sorted(got)))
                if got
                else f"no arrow in the main picture leads here from {manifest.item.root}"
            )
            yield overview.fault("effect-of-dose", ("things", number), problem, "correct after_dose or the arrows")
