"""Pieces of HTML that are kept: when a whole room looks at one view, each piece of it is made once for each level."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from ui.reader import Reader

KEPT = 200
"""Results of each piece that are kept; the largest have about 50 kB."""

Given = ParamSpec("Given")
Made = TypeVar("Made")


class _Seen:
    """A reader as a key: the view of the content that makes the piece what it is.

    It keeps the reader alive, so that no other content takes the place in memory that tells the two apart.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.key: Hashable = (id(reader.mechanism), id(reader.active), reader.address, reader.beside_map)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Seen) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def kept(make: Callable[Concatenate[Reader, Given], Made]) -> Callable[Concatenate[Reader, Given], Made]:
    """Keep what `make` gives. It must be a function of its reader and hashable arguments alone."""

    @lru_cache(KEPT)
    def made(seen: _Seen, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        return make(seen.reader, *args, **kwargs)

    @wraps(make)
    def of(reader: Reader, /, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        return made(_Seen(reader), *args, **kwargs)  # type: ignore[arg-type]  # no type says that they are hashable

    return of
