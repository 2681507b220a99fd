"""What the eye would measure on a drawn scene: distances, and the boxes that its texts fill."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from figures.scene import Label, Scene
from figures.tokens import tokens
from graph.layout import Layout
from graph.vocabulary import Level

Point = tuple[float, float]
WidthOf = Callable[[str, Label], float]

INTER = Path(__file__).parent.parent.parent / "assets" / "fonts" / "inter-latin.woff2"
BOLD = ("name", "badge", "count")
ZONE_SPACING = 0.9  # px between the letters of a zone's name
BADGE_RADIUS = 9
_UNIT = 200  # px; large, so that hinting does not round the widths


class Drawn(NamedTuple):
    """A scene with the camera, the level and the layout that it was drawn from."""

    camera: str
    level: Level
    layout: Layout
    scene: Scene

    @property
    def name(self) -> str:
        """What to call it where a test fails."""
        return f"{self.camera} {self.level.value} {self.layout.width}"


class Box(NamedTuple):
    """A line of text and the rectangle it fills, from the top of its capitals to its descenders."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0

    def away(self, point: Point) -> float:
        """Distance from `point` to this rectangle, 0 inside it."""
        x, y = point
        return hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom))


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(INTER), _UNIT)
    font.set_variation_by_axes([weight])
    return font


def measured(text: str, label: Label) -> float:
    """Width of `text` in the font that ships with the app."""
    wide = _font(700 if label.role in BOLD else 400).getlength(text) / _UNIT * label.size
    return wide + _spacing(text, label)


def estimated(text: str, label: Label) -> float:
    """Width of `text` by an average letter, wider than most words in any fallback font."""
    return len(text) * label.size * (0.60 if label.role in BOLD else 0.55) + _spacing(text, label)


def _spacing(text: str, label: Label) -> float:
    return len(text) * ZONE_SPACING if label.role == "zone" else 0


def boxes(label: Label, width_of: WidthOf) -> Iterator[Box]:
    """A box for each line of `label`."""
    for number, line in enumerate(label.lines):
        width = width_of(line, label)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        baseline = label.y + number * label.size * tokens().font.line
        yield Box(line, left, baseline - 0.8 * label.size, left + width, baseline + 0.25 * label.size)


def away(point: Point, line: Sequence[Point]) -> float:
    """Distance from `point` to the polyline `line`."""
    return min(_from_stretch(point, a, b) for a, b in pairwise(line))


def _from_stretch(point: Point, a: Point, b: Point) -> float:
    (px, py), (dx, dy) = (point[0] - a[0], point[1] - a[1]), (b[0] - a[0], b[1] - a[1])
    square = dx * dx + dy * dy
    share = max(0.0, min(1.0, (px * dx + py * dy) / square)) if square else 0.0
    return hypot(px - share * dx, py - share * dy)


def along(a: Point, b: Point, steps: int = 10) -> list[Point]:
    """Points on the stretch from `a` to `b`, ends included."""
    return [(a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps) for k in range(steps + 1)]
