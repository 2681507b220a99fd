"""The mechanisms compared with the main one, at the same reader's level."""

from __future__ import annotations

from functools import cache

from graph.network import accounts, active, build
from graph.vocabulary import Level
from ui.address import of_level
from ui.content import compared
from ui.reader import Reader


def beside(reader: Reader) -> tuple[Reader, ...]:
    """A reader for each comparison mechanism, at the same level."""
    return _beside(reader.level)


@cache
def _beside(level: Level) -> tuple[Reader, ...]:
    found = []
    for content in compared().values():
        whole = build(content)
        found.append(Reader(content, whole, active(whole, accounts(content)), of_level(level), beside_map=False))
    return tuple(found)
