"""Organic shapes: tapered limbs, closed curves, and cell bodies with rounded forks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from shapely import LineString, MultiPolygon, Polygon
from shapely import Point as Spot
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figures.geometry import Point, spline

Limb = Sequence[tuple[float, float, float]]
"""Points along a limb as (x, y, half-width), in px."""


def along(limb: Limb, samples: int = 10) -> list[tuple[float, float, float]]:
    """Sample the smooth curve through `limb` as (x, y, half-width), with `samples` points per segment."""
    places = spline([(x, y) for x, y, _ in limb], samples)
    widths = spline([(half, 0.0) for _, _, half in limb], samples)
    return [(x, y, max(half, 0.35)) for (x, y), (half, _) in zip(places, widths, strict=True)]


def tapered(limb: Limb) -> BaseGeometry:
    """A limb as one smooth body: the convex hulls of consecutive discs."""
    discs = [Spot(x, y).buffer(half, 10) for x, y, half in along(limb)]
    return unary_union([unary_union(pair).convex_hull for pair in pairwise(discs)])


def closed(points: Sequence[Point], samples: int = 14) -> BaseGeometry:
    """A closed Catmull-Rom spline through `points`, as a filled shape."""
    count = len(points)
    around = [points[-1], *points, points[0], points[1]]
    curve = spline(around, samples)[samples : samples * (count + 1)]
    return Polygon(curve).buffer(0)


def rounded(parts: Iterable[BaseGeometry], web: float, trim: float = 2) -> BaseGeometry:
    """The union of `parts`, with inner corners rounded by `web` px and spikes thinner than `trim` px removed."""
    whole = unary_union(list(parts)).buffer(web, 12).buffer(-web, 12)
    return whole.buffer(-trim, 12).buffer(trim, 12) if trim else whole


def cell(parts: Iterable[BaseGeometry], centre: Point, reach: float, web: float) -> BaseGeometry:
    """A cell: its forks stay sharp, except within `reach` px of the soma, where they are rounded by `web` px."""
    whole = unary_union(list(parts))
    near = Spot(*centre).buffer(reach, 24)
    webbed = whole.intersection(near.buffer(web * 1.5)).buffer(web, 12).buffer(-web, 12).intersection(near)
    return unary_union([whole.buffer(2.2, 12).buffer(-2.2, 12), webbed]).buffer(1.2, 8).buffer(-1.2, 8)


def edge(shape: BaseGeometry, centre: Point, angle: float) -> tuple[float, float, float]:
    """Return (x, y, angle): where a ray from `centre` at `angle` leaves `shape`, and the outward direction there.

    Angles are in degrees, clockwise from right. Raises ValueError if the shape is in several pieces.
    """
    turn = radians(angle)
    ray = LineString([centre, (centre[0] + 400 * cos(turn), centre[1] + 400 * sin(turn))])
    if not isinstance(shape, Polygon):
        raise ValueError("only a shape in one piece has one edge")
    border = shape.exterior
    met = border.intersection(ray)
    spot = met if isinstance(met, Spot) else next(part for part in getattr(met, "geoms", ()) if isinstance(part, Spot))
    there = border.project(spot)
    before, after = border.interpolate(there - 3), border.interpolate(there + 3)
    out = degrees(atan2(after.y - before.y, after.x - before.x)) - 90
    return spot.x, spot.y, out if cos(radians(out - angle)) >= 0 else out + 180


def path(shape: BaseGeometry, tolerance: float = 0.12) -> str:
    """`shape`, including its holes, as the data of an SVG path."""
    simple = shape.simplify(tolerance)
    polygons = simple.geoms if isinstance(simple, MultiPolygon) else [simple]
    rings = [ring for part in polygons if isinstance(part, Polygon) for ring in (part.exterior, *part.interiors)]
    return "".join(f"{line(list(ring.coords)[:-1])}Z" for ring in rings)


def line(points: Iterable[Sequence[float]]) -> str:
    """A polyline as the data of an SVG path."""
    return "M" + "L".join(f"{point[0]:.1f},{point[1]:.1f}" for point in points)


def direction(points: Sequence[Sequence[float]], at: int) -> Point:
    """Unit tangent of `points` at index `at`."""
    a, b = points[at], points[min(at + 1, len(points) - 1)]
    far = hypot(b[0] - a[0], b[1] - a[1]) or 1
    return (b[0] - a[0]) / far, (b[1] - a[1]) / far
