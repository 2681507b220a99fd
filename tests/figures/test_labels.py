"""The texts of the scene: large enough, inside the picture, and none on top of another."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest

from figures.geometry import Frame
from figures.glyphs import glyphs
from graph.cameras import OVERVIEW, accounts_camera
from graph.content import Mechanism
from graph.vocabulary import Glyph, ThingKind
from tests.figures.paper import BADGE_RADIUS, Drawn, WidthOf, along, boxes, estimated, measured
from wording.interface import interface

WIDTHS = pytest.mark.parametrize("width_of", [measured, estimated])


def test_the_main_picture_names_at_most_14_things_and_each_closer_one_at_most_9(
    content: Mechanism, drawn: list[Drawn]
) -> None:
    for one in drawn:
        if one.camera == accounts_camera(content):  # it holds everything, and is never shown whole
            continue
        assert 0 < len(one.scene.things) <= (14 if one.camera == OVERVIEW else 9), one.name


def test_texts_are_the_words_of_the_level(content: Mechanism, drawn: list[Drawn]) -> None:
    for one in drawn:
        words = content.words[one.level]
        for thing in one.scene.things:
            assert " ".join(thing.label.lines) == thing.name == words.things[thing.id].name
        for link in one.scene.links:
            spoken = words.links.get(link.id) or words.arrows[link.id]
            assert " ".join(link.verb.lines) == spoken.verb
        zones = [words.zones[zone.id].upper() for zone in one.layout.zones]
        assert [" ".join(zone.lines) for zone in one.scene.zones] == zones


def test_texts_take_no_more_lines_than_their_layout_allows(drawn: list[Drawn]) -> None:
    for one in drawn:
        for thing in one.scene.things:
            place = one.layout.things[thing.id].label
            assert len(thing.label.lines) <= (place.lines if place else 1), (one.name, thing.id)
        assert all(len(label.lines) == 1 for label in one.scene.texts() if label.role not in ("name", "zone"))


def test_every_text_is_drawn_and_none_is_smaller_than_12_px(drawn: list[Drawn]) -> None:
    for one in drawn:
        roles = [label.role for label in one.scene.texts()]
        assert roles.count("name") == len(one.scene.things)
        assert roles.count("verb") == len(one.scene.links)
        assert roles.count("zone") == len(one.layout.zones)
        assert all(label.size >= 12 for label in one.scene.texts())


def test_step_numbers_stand_where_the_overview_and_the_layout_have_one(content: Mechanism, drawn: list[Drawn]) -> None:
    numbers = {thing.id: thing.badge for thing in content.overview.things if thing.badge}
    assert list(numbers.values()) == [1, 2, 3, 4, 5]
    for one in drawn:
        shown = {thing.id: thing.badge.lines for thing in one.scene.things if thing.badge}
        main = one.camera == OVERVIEW
        assert shown == ({id_: (str(number),) for id_, number in numbers.items()} if main else {}), one.name


def test_the_main_picture_explains_every_shape_and_arrow_that_it_draws(drawn: list[Drawn]) -> None:
    for one in drawn:
        marks = [key.mark for key in one.scene.keys]
        assert len(set(marks)) == len(marks)
        if one.camera != OVERVIEW:
            assert marks == [], one.name  # its legend below says so
            continue
        drawn_ = {thing.shape for thing in one.scene.things} | {link.head for link in one.scene.links}
        assert set(marks) == drawn_ | {"split" for link in one.scene.links if link.split}, one.name
        words = interface(one.level).key.model_dump()
        for key in one.scene.keys:
            assert key.label.lines == (words[key.mark],)
            xs, ys = zip(*(point for line in (*key.lines, *key.heads) for point in line), strict=True)
            assert bool(key.heads) == (key.mark == "increases"), "filled, as the heads of arrows are"
            assert 0 <= min(xs) < max(xs) < key.label.x, (one.name, key.mark)
            assert abs((min(ys) + max(ys)) / 2 - (key.label.y - key.label.size * 0.34)) < 1, (one.name, key.mark)


def test_no_frame_is_blank_what_the_picture_does_not_draw_has_a_sign_that_fits(
    content: Mechanism, drawn: list[Drawn]
) -> None:
    seen = set()
    for one in drawn:
        for thing in one.scene.things:
            place = one.layout.things[thing.id]
            outcome = content.things[thing.id].kind is ThingKind.OUTCOME
            assert bool(thing.glyph) == (place.filled and not outcome), (one.name, thing.id)
            if thing.glyph:
                seen.add(thing.glyph)
                frame = Frame(thing.shape, thing.x, thing.y, thing.half_width, thing.half_height)
                for x, y in (point for stroke in glyphs()[thing.glyph] for point in stroke):
                    at = (thing.x + x * thing.glyph_half, thing.y + y * thing.glyph_half)
                    assert frame.holds(at, -1), (one.name, thing.id, thing.glyph, at)
    assert seen <= set(glyphs()) == set(Glyph)
    assert len(set(glyphs().values())) == len(glyphs()), "each its own"


@WIDTHS
def test_no_text_is_cut_by_the_edge(drawn: list[Drawn], width_of: WidthOf) -> None:
    for one in drawn:
        for label in one.scene.texts():
            for box in boxes(label, width_of):
                assert box.left >= 0, (one.name, box)
                assert box.top >= 0, (one.name, box)
                assert box.right <= one.scene.width, (one.name, box)
                assert box.bottom <= one.scene.height, (one.name, box)


@WIDTHS
def test_no_two_texts_overlap(drawn: list[Drawn], width_of: WidthOf) -> None:
    for one in drawn:
        counts = [link.count for link in one.scene.links if link.count]
        lines = [box for label in (*one.scene.texts(), *counts) for box in boxes(label, width_of)]
        assert len(lines) > (35 if one.camera == OVERVIEW else 9)
        assert [(one.name, a, b) for a, b in combinations(lines, 2) if a.meets(b)] == []


# The two below go by measured widths alone: an average letter is wider than those of these few names.


def test_no_text_runs_into_the_ring_of_a_step_number(drawn: list[Drawn]) -> None:
    for one in drawn:
        for thing in one.scene.things:
            if thing.badge:
                centre = (thing.badge.x, thing.badge.y - thing.badge.size * 0.36)
                others = [label for label in one.scene.texts() if label is not thing.badge]
                near = min((box for label in others for box in boxes(label, measured)), key=lambda b: b.away(centre))
                assert near.away(centre) >= BADGE_RADIUS, (one.name, thing.id, near)
                assert BADGE_RADIUS <= centre[0] <= one.scene.width - BADGE_RADIUS, (one.name, thing.id)


def test_a_name_inside_its_frame_fits_between_its_round_ends(drawn: list[Drawn]) -> None:
    for one in drawn:
        inside = [thing for thing in one.scene.things if one.layout.things[thing.id].label is None]
        assert {thing.shape for thing in inside} <= {"pill"}
        for thing in inside:
            assert measured(thing.name, thing.label) + 8 <= 2 * thing.half_width, (one.name, thing.id)
            assert abs(thing.label.x - thing.x) < 0.1
            # The middle of its small letters stands at the middle of the frame.
            assert abs(thing.label.y - thing.label.size * 0.27 - thing.y) < 2, (one.name, thing.id)


def test_no_text_covers_a_split_mark(drawn: list[Drawn]) -> None:
    for one in drawn:
        lines = [box for label in one.scene.texts() for box in boxes(label, measured)]
        for link in one.scene.links:
            if link.split:
                a, b, c, d = link.split
                covering = [box for box in lines for point in (*along(a, b), *along(c, d)) if box.away(point) == 0]
                assert covering == [], (one.name, link.id)


def test_no_text_covers_the_head_of_an_arrow(drawn: list[Drawn]) -> None:
    for one in drawn:
        lines = [box for label in one.scene.texts() for box in boxes(label, measured)]
        for link in one.scene.links:
            assert [box for box in lines if box.away(link.tip) == 0] == [], (one.name, link.id)


def test_no_text_runs_over_the_frame_of_a_thing(drawn: list[Drawn]) -> None:
    for one in drawn:
        for thing in one.scene.things:
            frame = Frame(thing.shape, thing.x, thing.y, thing.half_width, thing.half_height)
            inside = one.layout.things[thing.id].label is None
            for label in one.scene.texts():
                if inside and label is thing.label:
                    continue
                for box in boxes(label, measured):
                    middle, low, high = (box.left + box.right) / 2, box.top + 3, box.bottom - 3
                    spots = [(x, y) for x in (box.left + 2, middle, box.right - 2) for y in (low, high)]
                    assert not any(frame.holds(spot, -2) for spot in spots), (one.name, thing.id, box.text)


def test_a_box_of_the_key_has_straight_sides_and_a_circle_none(drawn: list[Drawn]) -> None:
    def longest(points: tuple[tuple[float, float], ...]) -> float:
        xs, ys = zip(*points, strict=True)
        tall: float = max(max(xs) - min(xs), max(ys) - min(ys))
        side = max(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
        return side / tall

    for one in drawn:
        shapes = {key.mark: key.lines[0] for key in one.scene.keys}
        if one.camera == OVERVIEW:
            assert longest(shapes["square"]) > 0.5 > 0.3 > longest(shapes["circle"]), one.name
