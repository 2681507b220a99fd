"""A text of the scene, and how it breaks into lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.layout import Anchor, LabelPlace, Place

TextRole = Literal["name", "verb", "zone", "time", "badge", "count", "key"]


@dataclass(frozen=True)
class Label:
    """A text of the scene: its lines, the place of the first baseline, and what it is."""

    role: TextRole
    lines: tuple[str, ...]
    x: float
    y: float
    anchor: Anchor
    size: int


def wrapped(text: str, lines: int) -> tuple[str, ...]:
    """`text` on at most `lines` (1 or 2) lines of nearly equal length, broken at a space."""
    breaks = [i for i, letter in enumerate(text) if letter == " "]
    if lines < 2 or not breaks:
        return (text,)
    middle = min(breaks, key=lambda i: max(i, len(text) - i - 1))
    return text[:middle], text[middle + 1 :]


def placed(role: TextRole, text: str, place: Place, size: int) -> Label:
    """`text` at its `place`, on as many lines as that allows."""
    lines = place.lines if isinstance(place, LabelPlace) else 1
    return Label(role, wrapped(text, lines), place.x, place.y, place.anchor, size)
