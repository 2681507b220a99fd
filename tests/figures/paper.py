"""What the eye would measure on a drawn scene: distances, and the boxes that its texts fill."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from authoring.metrics import Box, WidthOf, boxes, estimated, measured
from figures.scene import Scene
from graph.layout import Layout
from graph.vocabulary import Level

__all__ = ["BADGE_RADIUS", "Box", "Drawn", "Point", "WidthOf", "along", "away", "boxes", "estimated", "measured"]

Point = tuple[float, float]
BADGE_RADIUS = 9


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
