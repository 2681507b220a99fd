"""Views of pages, read from parameters as the app reads them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

import pages  # noqa: F401 - fills the catalogue
from graph.content import Mechanism
from ui.address import Address, read
from ui.catalogue import page_at
from ui.content import mechanism


def seen(params: Mapping[str, Sequence[str]], path: str = "") -> Address:
    """The view of the page at `path` for raw parameters."""
    return read(params, path, page_at(path).params, mechanism())


def view(path: str = "", **values: str) -> Address:
    """The view of the page at `path` with one value for each parameter."""
    return seen({name: [value] for name, value in values.items()}, path)


def parsed(query: str) -> dict[str, list[str]]:
    """The raw parameters of a query string."""
    return parse_qs(query.removeprefix("?"), keep_blank_values=True)


def drawn(chance: random.Random, path: str, content: Mechanism) -> Address:
    """Any view of the page at `path`: each of its parameters has some value, or none."""
    address = Address(path, page_at(path).params)
    for param in address.params:
        address = address.set(param, param.sample(content, chance))
    return address.suiting(content)
