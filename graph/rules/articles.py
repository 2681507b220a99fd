"""Articles: what a part of the story says about them agrees with where its claims are made."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft, Found
from graph.faults import Fault
from graph.rules.registry import rule
from graph.vocabulary import Said


@rule("said-without-claim")
def said_without_claim(draft: Draft) -> Iterator[Fault]:
    """An article that covers a part of the story makes one of its claims, unless it only implies it."""
    for found, made in _made(draft):
        for article, said in found.item.said.items():
            if said is not Said.IMPLIED and article not in made:
                yield found.fault(
                    "said-without-claim",
                    ("said", article),
                    f"none of its claims is made in {article}",
                    f"name the claim, write {Said.IMPLIED}, or delete this line",
                )


@rule("claim-without-said")
def claim_without_said(draft: Draft) -> Iterator[Fault]:
    """An article that makes a claim about a part of the story has an entry saying how far it covers it."""
    for found, made in _made(draft):
        # An article that does not exist is a fault of the claim, not of this record.
        for article in sorted(made & draft.ids("articles") - set(found.item.said)):
            yield found.fault(
                "claim-without-said",
                ("said",),
                f"{article} makes one of its claims, but has no entry",
                f"say how far {article} covers it, or remove the claim",
            )


def _made(draft: Draft) -> Iterator[tuple[Found, set[str]]]:
    """Every part of the story whose claims are all known, with the articles that make them."""
    sources = {found.id: {source.article for source in found.item.sources} for found in draft.all("claims")}
    for found in draft.all("systems"):
        if all(id_ in sources for id_ in found.item.claims):
            yield found, {article for id_ in found.item.claims for article in sources[id_]}
