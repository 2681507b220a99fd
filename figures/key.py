"""The key in the main picture: what the shapes of frames and the ends of arrows mean, drawn as they are drawn there."""

from __future__ import annotations

from dataclasses import dataclass

from figures.geometry import Frame, Point, rounded, thinned
from figures.label import Label, placed
from figures.tokens import Shape, tokens
from graph.layout import KeyPlace, Layout
from graph.vocabulary import Level
from wording.interface import interface

ACROSS = 22
"""Width in px of the room for a mark; its word begins `GAP` px further right."""
GAP = 6
HALF: dict[Shape, tuple[float, float]] = {
    "hexagon": (6, 6), "square": (5.5, 6.5), "circle": (5.5, 5.5), "diamond": (6, 6), "pill": (10, 5.5),
}  # fmt: skip
"""Half width and half height in px of each shape; a box is taller than wide, as most receptors stand."""
CORNER = 2
"""Radius in px of a box's corners: at that of the frames in the picture its small sides would have nothing straight."""


@dataclass(frozen=True)
class Key:
    """A mark of the key as polylines, of which those in `heads` are filled, and its word."""

    mark: str
    lines: tuple[tuple[Point, ...], ...]
    heads: tuple[tuple[Point, ...], ...]
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
            _heads(place, size),
            placed("key", words[place.mark], place.model_copy(update={"x": place.x + ACROSS + GAP}), size),
        )
        for place in layout.keys
    )


def _middle(place: KeyPlace, size: int) -> float:
    """Height of the middle of the small letters beside a mark."""
    return round(place.y - size * 0.34, 1)


def _heads(place: KeyPlace, size: int) -> tuple[tuple[Point, ...], ...]:
    """The head of a mark that is an arrow, of the size and slope of those in the picture."""
    if place.mark != "increases":
        return ()
    y, right, head = _middle(place, size), place.x + ACROSS, tokens().line.head
    half = round(head * 0.56, 1)
    return (((right, y), (right - head, y - half), (right - head, y + half), (right, y)),)


def _mark(place: KeyPlace, size: int) -> tuple[tuple[Point, ...], ...]:
    """A mark beside the small letters of its word."""
    x, y, right = place.x, _middle(place, size), place.x + ACROSS
    match place.mark:
        case "increases":
            return (((x, y), (right - tokens().line.head, y)),)
        case "decreases":
            return (((x, y), (right - 2, y)), ((right - 1, y - 6), (right - 1, y + 6)))
        case "split":
            middle = x + ACROSS / 2
            strokes = (((middle + dx - 2, y + 5), (middle + dx + 2, y - 5)) for dx in (-2.5, 2.5))
            return (((x, y), (middle - 5, y)), ((middle + 5, y), (right, y)), *strokes)
        case "square":
            box = rounded(*HALF["square"], CORNER)
            return (tuple((round(x + ACROSS / 2 + dx, 1), round(y + dy, 1)) for dx, dy in (*box, box[0])),)
        case shape:
            return (tuple(thinned(Frame(shape, x + ACROSS / 2, y, *HALF[shape]).outline(), 0.1)),)
