"""The key in the main picture: what the shapes of frames and the ends of arrows mean, drawn as they are drawn there."""

from __future__ import annotations

from dataclasses import dataclass

from figures.geometry import Frame, Point, thinned
from figures.label import Label, placed
from figures.tokens import Shape, tokens
from graph.interface import interface
from graph.layout import KeyPlace, Layout
from graph.vocabulary import Level

ACROSS = 22
"""Width in px of the room for a mark; its word begins `GAP` px further right."""
GAP = 6
HALF: dict[Shape, tuple[float, float]] = {
    "hexagon": (6, 6), "square": (6, 6), "circle": (6, 6), "diamond": (6, 6), "pill": (10, 5.5),
}  # fmt: skip
"""Half width and half height in px of each shape."""


@dataclass(frozen=True)
class Key:
    """A mark of the key as polylines, and its word."""

    mark: str
    lines: tuple[tuple[Point, ...], ...]
    label: Label


def keys(layout: Layout, level: Level) -> tuple[Key, ...]:
    """The key of `layout` in the words of `level`; nothing where the layout has no place for it."""
    if not layout.keys:
        return ()
    words = interface(level).key.model_dump()
    size = tokens().font.zone
    return tuple(
        Key(
            place.mark,
            _mark(place, size),
            placed("key", words[place.mark], place.model_copy(update={"x": place.x + ACROSS + GAP}), size),
        )
        for place in layout.keys
    )


def _mark(place: KeyPlace, size: int) -> tuple[tuple[Point, ...], ...]:
    """A mark beside the small letters of its word."""
    x, y, right = place.x, round(place.y - size * 0.34, 1), place.x + ACROSS
    match place.mark:
        case "increases":
            return (((x, y), (right - 8, y)), ((right, y), (right - 8, y - 4), (right - 8, y + 4), (right, y)))
        case "decreases":
            return (((x, y), (right - 2, y)), ((right - 1, y - 6), (right - 1, y + 6)))
        case "split":
            middle = x + ACROSS / 2
            strokes = (((middle + dx - 2, y + 5), (middle + dx + 2, y - 5)) for dx in (-2.5, 2.5))
            return (((x, y), (middle - 5, y)), ((middle + 5, y), (right, y)), *strokes)
        case shape:
            return (tuple(thinned(Frame(shape, x + ACROSS / 2, y, *HALF[shape]).outline(), 0.3)),)
