"""The pages that list records, and what each can be filtered by; every filter is part of the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.content import Mechanism
from graph.vocabulary import ReferenceKind, Topic, Verdict

DOI = ("seen", "none")
"""Whether a reference has a DOI that was seen in a source."""

USES = ("mechanism", "claims", "experiments", "treatment", "other")
"""Where a reference is used: on arrows and steps, by claims, by experiments, about treatment, or elsewhere."""


@dataclass(frozen=True)
class Facet:
    """A filter: its name in the address, and the values that it may have there."""

    name: str
    options: Callable[[Mechanism], Sequence[str]]


@dataclass(frozen=True)
class Listing:
    """A page of records: `item` is the parameter that names a single one, `items` gives all their ids."""

    path: str
    item: str
    items: Callable[[Mechanism], Sequence[str]]
    facets: tuple[Facet, ...]


CLAIMS = Listing(
    "claims",
    "claim",
    lambda content: tuple(content.claims),
    (
        Facet("step", lambda content: tuple(dict.fromkeys(one.step for one in content.claims.values() if one.step))),
        Facet("topic", lambda _: tuple(Topic)),
        Facet("verdict", lambda _: tuple(Verdict)),
        Facet("article", lambda content: tuple(content.articles)),
        Facet("system", lambda content: tuple(content.systems)),
    ),
)

SOURCES = Listing(
    "sources",
    "paper",
    lambda content: tuple(content.references),
    (
        Facet("kind", lambda _: tuple(ReferenceKind)),
        Facet("used", lambda _: USES),
        Facet("step", lambda content: tuple(content.steps)),
        Facet("doi", lambda _: DOI),
    ),
)

GLOSSARY = Listing("glossary", "term", lambda content: tuple(content.glossary), ())

LISTINGS = {listing.path: listing for listing in (CLAIMS, SOURCES, GLOSSARY)}
