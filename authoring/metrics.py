"""Text widths on the map, from the font that ships with the app. For authors and tests; the app never measures text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from math import hypot, nan
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from figures.geometry import Point
from figures.label import Label
from figures.tokens import tokens

INTER = Path(__file__).parent.parent / "assets" / "fonts" / "inter-latin.woff2"
BOLD = ("name", "badge", "count")
_UNIT = 200  # px; large, so that hinting does not round the widths

WidthOf = Callable[[str, Label], float]


class Box(NamedTuple):
    """A line of text and its bounding rectangle in px, from cap height to descender."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float = nan
    """The y coordinate of the text's baseline; NaN for a box without text."""

    def meets(self, other: Box) -> bool:
        """Whether the two boxes overlap."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0

    def away(self, point: Point) -> float:
        """Distance in px from `point` to this box; 0 inside it."""
        x, y = point
        return hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom))


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(INTER), _UNIT)
    font.set_variation_by_axes([weight])
    return font


@cache
def _advance(text: str, weight: int) -> float:
    """Width of `text` at a font size of 1 px."""
    return float(_font(weight).getlength(text)) / _UNIT


def measured(text: str, label: Label) -> float:
    """Width of `text` in px in the font that ships with the app."""
    return _advance(text, 700 if label.role in BOLD else 400) * label.size


def estimated(text: str, label: Label) -> float:
    """Width of `text` in px from an average letter width that exceeds most words in any fallback font."""
    return len(text) * label.size * (0.60 if label.role in BOLD else 0.55)


def widest(text: str, label: Label) -> float:
    """The larger of both widths, for layouts that must work with either font."""
    return max(measured(text, label), estimated(text, label))


def boxes(label: Label, width_of: WidthOf) -> Iterator[Box]:
    """A box for each line of `label`."""
    for number, line in enumerate(label.lines):
        width = width_of(line, label)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        baseline = label.y + number * label.size * tokens().font.line
        yield Box(line, left, baseline - 0.8 * label.size, left + width, baseline + 0.25 * label.size, baseline)
