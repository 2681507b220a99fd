"""Views that a driver may be at, and the addresses that a room makes of them."""

from __future__ import annotations

import random
from typing import TypedDict

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.views import drawn
from ui.address import Address, of_level
from ui.catalogue import pages
from ui.live.shared_address import merged, shared


class Case(TypedDict):
    """An address, a reader's own, and what the server makes of the two."""

    address: str
    own: str
    shared: str
    merged: str


def lobbies() -> list[str]:
    """Paths of the pages of the live link itself."""
    return [path for path, page in pages().items() if page.lobby]


def driven(chance: random.Random, content: Mechanism) -> Address:
    """Any view of any page that a room can be at."""
    return drawn(chance, chance.choice([path for path in pages() if path not in lobbies()]), content)


def cases(number: int, content: Mechanism) -> list[Case]:
    """Addresses of real views, and odd ones, each with a reader of another level."""
    chance = random.Random(9)  # noqa: S311 - states, no secret
    found: list[Case] = []
    for count in range(number):
        view = driven(chance, content)
        address = view.href(root="/")
        if count % 10 == 0:
            address = f"/{chance.choice((view.path, *lobbies()))}?{'&'.join(odd(chance) for _ in range(4))}"
        level = of_level(chance.choice(list(Level))).query()
        own = f"/claims{level}{chance.choice(('', '&embed=true', '&q=mine'))}"
        found.append({"address": address, "own": own, "shared": shared(address), "merged": merged(address, own)})
    return found


def odd(chance: random.Random) -> str:
    """A parameter as someone may have mistyped it, percent signs and all."""
    name = chance.choice(("node", "q", "level", "embed", "x y", "é", ""))
    return f"{name}{chance.choice(('=', '', '=='))}{chance.choice(('a+b', '%zz', '%C3%A9', '%20', '😀', '%', '1,2'))}"
