"""The line that names what of an address was not understood."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 40
_MOST = 5


def short(text: str) -> str:
    """`text` as a short piece of printable text."""
    printable = "".join(letter if letter.isprintable() else "·" for letter in text)
    return printable if len(printable) <= _SHOWN else printable[:_SHOWN] + "…"


def ignored_line(ignored: Sequence[str]) -> str:
    """The parts left out, as one line; of many only the first few."""
    more = len(ignored) - _MOST
    return ", ".join(ignored[:_MOST]) + (f" (+{more})" if more > 0 else "")
