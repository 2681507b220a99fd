"""A cache of HTML fragments: when a whole room looks at one view, each fragment is made once per level."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from ui.reader import Reader

KEPT = 200
"""Cached results per fragment; the largest are about 50 kB."""

Given = ParamSpec("Given")
Made = TypeVar("Made")


class _ReaderKey:
    """A reader as a cache key: everything in a view that determines the fragment.

    The key contains object ids, so it keeps the reader alive to stop other content from reusing them.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.key: Hashable = (id(reader.mechanism), id(reader.active), reader.address, reader.beside_map)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ReaderKey) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def cached_html(make: Callable[Concatenate[Reader, Given], Made]) -> Callable[Concatenate[Reader, Given], Made]:
    """Cache the results of `make`, which must depend only on its reader and its hashable arguments."""

    @lru_cache(KEPT)
    def made(seen: _ReaderKey, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        return make(seen.reader, *args, **kwargs)

    @wraps(make)
    def of(reader: Reader, /, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        return made(_ReaderKey(reader), *args, **kwargs)  # type: ignore[arg-type]  # no type says that they are hashable

    return of
