"""Frames and curves: outlines say the same as `holds`, curves begin and end where they should."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, degrees, hypot, sin
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from figures.geometry import Frame, at, between_frames, heading, length, shortened, spline, thinned
from figures.tokens import Shape
from tests.figures.paper import Point, away

calm = settings(deadline=None)  # a machine that stalls is no fault of the code
coordinates = st.floats(-500, 500).map(lambda value: round(value, 1))
points = st.tuples(coordinates, coordinates)
curves = st.lists(points, min_size=2, max_size=25)
shapes: st.SearchStrategy[Shape] = st.sampled_from(get_args(Shape))
halves = st.floats(8, 60)
frames = st.builds(Frame, shapes, coordinates, coordinates, halves, halves)
even_frames = st.builds(
    lambda shape, x, y, half: Frame(shape, x, y, half, half), shapes, coordinates, coordinates, halves
)
parts = st.floats(0, 1)
angles = st.floats(-3.1, 3.1)


def around(frame: Frame, factor: float) -> list[Point]:
    """Corners of the outline and the middles of its sides, drawn towards the centre by `factor`."""
    outline = frame.outline()
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(outline)]
    return [(frame.x + (x - frame.x) * factor, frame.y + (y - frame.y) * factor) for x, y in (*outline, *middles)]


def gap_between(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


@calm
@given(frames)
def test_an_outline_is_closed(frame: Frame) -> None:
    assert frame.outline()[0] == frame.outline()[-1]
    assert len(set(frame.outline())) >= 4


# The outline is rounded to 0.1 px and draws arcs as short lines, so 3 % on each side is left open.
@calm
@given(frames)
def test_a_frame_holds_what_lies_just_inside_its_outline_and_nothing_just_outside(frame: Frame) -> None:
    assert all(frame.holds(point) for point in around(frame, 0.97))
    assert not any(frame.holds(point) for point in around(frame, 1.03))


@calm
@given(frames, st.floats(1, 20), st.floats(0, 0.9), angles, st.integers(0, 200))
def test_a_frame_holds_what_lies_within_the_margin(
    frame: Frame, margin: float, share: float, angle: float, pick: int
) -> None:
    outline = around(frame, 1)
    x, y = outline[pick % len(outline)]
    assert frame.holds((x + margin * share * cos(angle), y + margin * share * sin(angle)), margin)


@calm
@given(even_frames, points, st.floats(1, 20))
def test_a_frame_holds_nothing_far_beyond_the_margin(frame: Frame, offset: Point, margin: float) -> None:
    point = (frame.x + offset[0] / 5, frame.y + offset[1] / 5)
    assume(not frame.holds(point, 0))
    # A corner grows to a corner: over the tip of a diamond that is up to the root of two margins.
    assert frame.holds(point, margin) <= (away(point, frame.outline()) < 1.42 * margin + 0.6)


@calm
@given(curves, st.integers(1, 40))
def test_a_spline_passes_through_its_points(through: list[Point], samples: int) -> None:
    curve = spline(through, samples)
    assert len(curve) == (len(through) - 1) * samples + 1
    for place, point in enumerate(through):
        assert curve[place * samples] == pytest.approx(point)


@calm
@given(points, points)
def test_a_spline_through_two_points_is_straight(start: Point, end: Point) -> None:
    assume(gap_between(start, end) > 1)
    assert max(away(point, [start, end]) for point in spline([start, end])) < 1e-6


@st.composite
def apart(draw: st.DrawFn) -> tuple[Frame, Frame, list[Point]]:
    """Two frames with room between them, and a curve from centre to centre."""
    small = st.floats(8, 30)
    angle, far = draw(angles), draw(st.floats(120, 600))
    source = Frame(draw(shapes), draw(coordinates), draw(coordinates), draw(small), draw(small))
    target = Frame(draw(shapes), source.x + far * cos(angle), source.y + far * sin(angle), draw(small), draw(small))
    via = draw(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), max_size=3))
    middle = [(source.x + far * (cos(angle) / 2 + dx), source.y + far * (sin(angle) / 2 + dy)) for dx, dy in via]
    return source, target, spline([(source.x, source.y), *middle, (target.x, target.y)])


@calm
@given(apart(), st.floats(0, 10))
def test_an_arrow_starts_outside_its_source_and_stops_before_its_target(
    case: tuple[Frame, Frame, list[Point]], gap: float
) -> None:
    source, target, curve = case
    try:
        arrow = between_frames(curve, source, target, gap)
    except ValueError:
        assume(False)
    assert not any(source.holds(point, 1) for point in arrow)
    assert not any(target.holds(point, gap) for point in arrow)
    # No further off than one step of the curve.
    before, after = curve[curve.index(arrow[0]) - 1], curve[curve.index(arrow[-1]) + 1]
    assert source.holds(arrow[0], 1.01 + gap_between(before, arrow[0]))
    assert target.holds(arrow[-1], gap + 0.01 + gap_between(arrow[-1], after))


@calm
@given(apart())
def test_frames_that_lie_apart_leave_room_for_a_straight_arrow(case: tuple[Frame, Frame, list[Point]]) -> None:
    source, target, _ = case
    arrow = between_frames(spline([(source.x, source.y), (target.x, target.y)]), source, target)
    assert length(arrow) > 10


@calm
@given(st.floats(10, 60), st.floats(10, 60), parts, angles)
def test_frames_that_touch_leave_no_room(one: float, other: float, part: float, angle: float) -> None:
    far = (one + other) * max(part, 0.1)
    source, target = Frame("circle", 0, 0, one, one), Frame("circle", far * cos(angle), far * sin(angle), other, other)
    with pytest.raises(ValueError, match="no room"):
        between_frames(spline([(0, 0), (target.x, target.y)]), source, target)


def test_a_curve_that_leaves_its_source_inside_the_target_has_no_room() -> None:
    source, target = Frame("circle", 0, 0, 10, 10), Frame("circle", 14, 0, 5, 5)
    with pytest.raises(ValueError, match="no room"):
        between_frames([(0, 0), (12, 0), (20, 30), (40, 30)], source, target)


@calm
@given(curves, st.floats(0, 200))
def test_a_shortened_curve_keeps_its_points_up_to_the_distance_from_its_end(curve: list[Point], by: float) -> None:
    cut = shortened(curve, by)
    kept = [point for point in curve if gap_between(point, curve[-1]) >= by]
    assert cut == (kept if len(kept) > 1 else curve[:2])


def test_a_shortened_curve_does_not_change_the_one_it_came_from() -> None:
    curve = [(0.0, 0.0), (4.0, 0.0), (8.0, 0.0), (12.0, 0.0)]
    assert shortened(curve, 4) == [(0, 0), (4, 0), (8, 0)]
    assert shortened(curve, 100) == [(0, 0), (4, 0)]
    assert len(curve) == 4


@calm
@given(curves, parts)
def test_a_place_along_a_curve_lies_on_it(curve: list[Point], part: float) -> None:
    assert away(at(curve, part)[0], curve) < 1e-6
    assert at(curve, 0)[0] == pytest.approx(curve[0])
    assert at(curve, 1)[0] == pytest.approx(curve[-1], abs=1e-6)


@calm
@given(st.lists(parts, max_size=12), parts, points, points)
def test_a_place_along_a_straight_curve_is_where_its_share_of_the_length_says(
    shares: list[float], part: float, start: Point, end: Point
) -> None:
    assume(gap_between(start, end) > 1)
    (x0, y0), (x1, y1) = start, end
    # However unevenly the line is cut up.
    curve = [(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share) for share in (0.0, *sorted(shares), 1.0)]
    assert at(curve, part)[0] == pytest.approx((x0 + (x1 - x0) * part, y0 + (y1 - y0) * part), abs=1e-6)


@calm
@given(points, points, parts)
def test_the_direction_along_a_straight_curve_is_that_of_the_line(start: Point, end: Point, part: float) -> None:
    assume(gap_between(start, end) > 10)
    angle = degrees(atan2(end[1] - start[1], end[0] - start[0]))
    assert at([start, end], part)[1] == pytest.approx(angle)
    assert heading([start, end]) == pytest.approx(angle)


@pytest.mark.parametrize(("hook", "angle"), [(12, 90.0), (3, degrees(atan2(3, 6)))])
def test_a_heading_looks_back_over_the_last_stretch_only(hook: int, angle: float) -> None:
    curve = [(float(x), 0.0) for x in range(100)] + [(99.0, float(y)) for y in range(1, hook + 1)]
    assert heading(curve) == pytest.approx(angle)


@calm
@given(curves, st.integers(0, 24))
def test_lengths_add_up(curve: list[Point], cut: int) -> None:
    cut %= len(curve)
    assert length(curve[: cut + 1]) + length(curve[cut:]) == pytest.approx(length(curve))
    assert length(curve) >= gap_between(curve[0], curve[-1]) - 1e-6
    assert length([curve[0], curve[1]]) == pytest.approx(gap_between(curve[0], curve[1]))


@calm
@given(curves, st.floats(0.1, 40))
def test_a_thinned_curve_keeps_its_ends_and_stays_within_the_tolerance(curve: list[Point], tolerance: float) -> None:
    thin = thinned(curve, tolerance)
    assert (thin[0], thin[-1]) == (curve[0], curve[-1])
    assert max(away(point, thin) for point in curve) <= tolerance + 1e-6
    rest = iter(curve)
    assert all(point in rest for point in thin), "its points are points of the curve, in order"


def test_thinning_keeps_a_turn_back_along_the_same_line() -> None:
    assert thinned([(0, 0), (10, 0), (5, 0)]) == [(0, 0), (10, 0), (5, 0)]
    assert thinned([(0, 0), (10, 0), (0, 0)]) == [(0, 0), (10, 0), (0, 0)]


@calm
@given(points, points)
def test_thinning_a_straight_line_leaves_two_points(start: Point, end: Point) -> None:
    assume(gap_between(start, end) > 1)
    assert thinned(spline([start, end])) == [start, end]
