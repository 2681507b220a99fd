"""Plane geometry of the map, in px with y growing downwards: frames, and curves between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, inf, pi, sin

from figures.tokens import Shape

Point = tuple[float, float]

_DIAMOND = 1.15  # a diamond or hexagon needs to be larger to look as large as a square
_HEXAGON = 1.1


@dataclass(frozen=True)
class Frame:
    """Outline of a thing: its shape, centre and half sizes."""

    shape: Shape
    x: float
    y: float
    half_width: float
    half_height: float

    def holds(self, point: Point, margin: float = 0) -> bool:
        """Whether `point` lies inside the outline, or within `margin` px of it."""
        dx, dy = abs(point[0] - self.x), abs(point[1] - self.y)
        w, h = self.half_width, self.half_height
        match self.shape:
            case "square" | "pill":
                radius = self._radius()
                return hypot(max(0.0, dx - w + radius), max(0.0, dy - h + radius)) < radius + margin
            case "diamond":
                return dx / w + dy / h < _DIAMOND + margin * hypot(1 / w, 1 / h)
            case "hexagon":
                return max(dy, dx * cos(pi / 6) + dy / 2) < w * _HEXAGON * cos(pi / 6) + margin
            case _:
                return hypot(dx, dy) < w + margin

    def _radius(self) -> float:
        """Radius of the corners of a square or pill."""
        return min(6.0 if self.shape == "square" else inf, self.half_width, self.half_height)

    def outline(self) -> list[Point]:
        """Corners of the outline, closed; round parts are drawn as short lines."""
        w, h = self.half_width, self.half_height
        match self.shape:
            case "hexagon":
                points = [(w * _HEXAGON * cos(k * pi / 3), w * _HEXAGON * sin(k * pi / 3)) for k in range(6)]
            case "diamond":
                points = [(0.0, -h * _DIAMOND), (w * _DIAMOND, 0.0), (0.0, h * _DIAMOND), (-w * _DIAMOND, 0.0)]
            case "square" | "pill":
                points = rounded(w, h, self._radius())
            case _:
                points = [(w * cos(k * pi / 18), w * sin(k * pi / 18)) for k in range(36)]
        closed = [*points, points[0]]
        return [(round(self.x + dx, 1), round(self.y + dy, 1)) for dx, dy in closed]


def rounded(w: float, h: float, radius: float) -> list[Point]:
    """Outline, around the origin, of a box of half sizes `w` and `h` with corners of `radius`; not closed."""
    corners = [
        (w - radius, h - radius, 0),
        (radius - w, h - radius, 1),
        (radius - w, radius - h, 2),
        (w - radius, radius - h, 3),
    ]
    return [
        (x + radius * cos((quarter + step / 6) * pi / 2), y + radius * sin((quarter + step / 6) * pi / 2))
        for x, y, quarter in corners
        for step in range(7)
    ]


def spline(through: Sequence[Point], samples: int = 96) -> list[Point]:
    """Points on a Catmull-Rom curve that passes `through` all points, `samples` for each stretch."""
    ends = [through[0], *through, through[-1]]
    stretches = zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    curve = [_between(*stretch, step / samples) for stretch in stretches for step in range(samples)]
    return [*curve, through[-1]]


def _between(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def along(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)

    return along(p0[0], p1[0], p2[0], p3[0]), along(p0[1], p1[1], p2[1], p3[1])


def between_frames(curve: Sequence[Point], source: Frame, target: Frame, gap: float = 2.5) -> list[Point]:
    """The part of `curve` from the outline of `source` to `gap` px before the outline of `target`.

    Raises ValueError where the two leave no room for an arrow.
    """
    start = max((i for i, point in enumerate(curve) if source.holds(point, 1)), default=-1) + 1
    inside = (i for i, point in enumerate(curve) if i >= start and target.holds(point, gap))
    stop = next(inside, len(curve))
    if stop - start < 2:
        raise ValueError("the frames leave no room for an arrow")
    return list(curve[start:stop])


def heading(curve: Sequence[Point], back: float = 6) -> float:
    """Direction of the end of `curve` over its last `back` px, in degrees clockwise from the right."""
    end = curve[-1]
    before = next((p for p in reversed(curve) if hypot(p[0] - end[0], p[1] - end[1]) > back), curve[0])
    return degrees(atan2(end[1] - before[1], end[0] - before[0]))


def shortened(curve: Sequence[Point], by: float) -> list[Point]:
    """`curve` without the points within `by` px of its end; at least two points remain."""
    end = curve[-1]
    kept = [p for p in curve if hypot(p[0] - end[0], p[1] - end[1]) >= by]
    return kept if len(kept) >= 2 else list(curve[:2])


def length(curve: Sequence[Point]) -> float:
    """Length of `curve` in px."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(curve))


def at(curve: Sequence[Point], part: float) -> tuple[Point, float]:
    """Point at `part` (0 to 1) of the length of `curve`, and the direction there in degrees."""
    left = length(curve) * part
    for a, b in pairwise(curve):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if left <= step:
            share = left / step if step else 0
            point = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            return point, degrees(atan2(b[1] - a[1], b[0] - a[0]))
        left -= step
    return curve[-1], heading(curve)


def thinned(curve: Sequence[Point], tolerance: float = 0.4) -> list[Point]:
    """`curve` with no more points than are needed to stay within `tolerance` px of it."""
    if len(curve) < 3:
        return list(curve)
    far, where = max((_distance(point, curve[0], curve[-1]), i) for i, point in enumerate(curve))
    if far <= tolerance:
        return [curve[0], curve[-1]]
    return [*thinned(curve[: where + 1], tolerance)[:-1], *thinned(curve[where:], tolerance)]


def _distance(point: Point, a: Point, b: Point) -> float:
    """Distance of `point` from the stretch between `a` and `b`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square if square else 0
    share = min(1, max(0, share))
    return hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)
