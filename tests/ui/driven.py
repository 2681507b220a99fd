"""Random views that a driver may be at, and what others make of them."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TypedDict

from graph.content import Mechanism
from graph.vocabulary import Level
from ui.address import LONGEST_SEARCH, MOST_ACCOUNTS, OTHERS, Address, Focus, Lens
from ui.catalogue import LOBBIES, paths
from ui.facets import LISTINGS
from ui.live.shared_address import merged, shared

LETTERS = "abc ÄñΩ→&=?#%+'\"<>()!*~;:,./\\@💊"


class Case(TypedDict):
    """An address, a reader's own, and what the server makes of the two."""

    address: str
    own: str
    shared: str
    merged: str


def drawn(chance: random.Random, content: Mechanism) -> tuple[str, Address]:
    """A page and a view of it that its page understands in full."""
    path = chance.choice([path for path in paths() if path not in LOBBIES])
    level = chance.choice(list(Level))
    if path in OTHERS:
        return path, Address(level=level)
    if listing := LISTINGS.get(path):
        facets = [facet for facet in sorted(listing.facets, key=lambda one: one.name) if chance.random() < 0.4]
        options = {facet.name: [str(each) for each in facet.options(content)] for facet in facets}
        filters = tuple((name, tuple(chance.sample(each, chance.choice((1, 2))))) for name, each in options.items())
        item = (listing.item, chance.choice(list(listing.items(content)))) if chance.random() < 0.3 else None
        return path, Address(level=level, filters=filters, search=typed(chance), item=item)
    focus = chance.choice(
        [None, Focus("node", chance.choice(list(content.things))), Focus("edge", chance.choice(list(content.arrows)))]
    )
    accounts = tuple(chance.sample(list(content.hypotheses), chance.randrange(MOST_ACCOUNTS + 1)))
    moment = chance.choice(["", *content.story]) if not path else ""
    return path, replace(Address(focus, level, chance.choice(list(Lens)), accounts), moment=moment)


def typed(chance: random.Random) -> str:
    """What someone may have typed into a search box; often nothing."""
    letters = (chance.choice(LETTERS) for _ in range(chance.choice((0, 0, 3, 20, LONGEST_SEARCH))))
    return "".join(letters).strip()


def cases(number: int, content: Mechanism) -> list[Case]:
    """Addresses of real views, and odd ones, each with a reader of another level."""
    chance = random.Random(9)  # noqa: S311 - states, no secret
    found: list[Case] = []
    for count in range(number):
        path, view = drawn(chance, content)
        address = f"/{path}{view.query()}".removesuffix("?")
        if count % 10 == 0:
            address = f"/{chance.choice((path, *LOBBIES))}?{'&'.join(odd(chance) for _ in range(4))}"
        level = Address(level=chance.choice(list(Level))).query()
        own = f"/claims{level}{chance.choice(('', '&embed=true', '&q=mine'))}"
        found.append({"address": address, "own": own, "shared": shared(address), "merged": merged(address, own)})
    return found


def odd(chance: random.Random) -> str:
    """A parameter as someone may have mistyped it, percent signs and all."""
    name = chance.choice(("node", "q", "level", "embed", "x y", "é", ""))
    return f"{name}{chance.choice(('=', '', '=='))}{chance.choice(('a+b', '%zz', '%C3%A9', '%20', '😀', '%', '1,2'))}"
