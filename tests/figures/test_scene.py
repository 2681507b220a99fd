"""The scene of the real content: all of it is there, arrows meet their frames, and each can be pressed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise
from math import atan2, cos, degrees, hypot, prod, radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.geometry import Frame
from figures.label import wrapped
from figures.scene import TARGET, SceneLink, SceneThing, scene
from figures.tokens import tokens
from graph.cameras import OVERVIEW, accounts_camera, cameras, cameras_of, shot
from graph.content import Mechanism
from graph.evidence import badge
from graph.vocabulary import Level, PictureState, Role
from tests.figures.paper import Drawn, along, away


def ends(drawn: Drawn, link: SceneLink) -> tuple[SceneThing, SceneThing]:
    things = {thing.id: thing for thing in drawn.scene.things}
    return things[link.source], things[link.target]


def press_gap(one: SceneLink, other: SceneLink) -> float:
    """How far two press points lie apart along the axis that parts them more."""
    return max(abs(one.press[0] - other.press[0]), abs(one.press[1] - other.press[1]))


def test_every_thing_and_arrow_is_there_once_and_in_order(content: Mechanism, drawn: list[Drawn]) -> None:
    for one in drawn:
        seen = shot(content, one.camera)
        assert tuple(thing.id for thing in one.scene.things) == seen.things
        ends_of = [(link.id, link.source, link.target) for link in one.scene.links]
        assert ends_of == [(link.id, link.source, link.target) for link in seen.links]


def test_the_scene_has_the_size_and_the_pictures_of_its_layout(drawn: list[Drawn]) -> None:
    for one in drawn:
        assert (one.scene.width, one.scene.height) == (one.layout.width, one.layout.height)
        name = one.layout.pictures
        states = [state.value for state in PictureState]
        drawn_as = {state: (f"{name}-{state}-light.svg", f"{name}-{state}-dark.svg") for state in states}
        assert one.scene.pictures == (drawn_as if name else {})
    assert {one.camera for one in drawn if one.layout.pictures is None} == {"accounts"}


def test_a_width_without_a_layout_is_refused(content: Mechanism) -> None:
    with pytest.raises(KeyError):
        scene(content, 737, Level.STUDENT)


def test_a_closer_camera_shows_a_part_of_its_illustration(content: Mechanism, drawn: list[Drawn]) -> None:
    for one in drawn:
        crop = one.scene.crop
        if one.camera == OVERVIEW:
            assert crop is None
            assert not one.scene.by_evidence
            continue
        if not one.scene.pictures:
            assert crop is None
            assert one.scene.by_evidence
            continue
        assert crop
        assert one.scene.pictures
        assert one.scene.by_evidence
        left, top, width, height = crop
        for name in (name for pair in one.scene.pictures.values() for name in pair):
            head = (content.folder / "scene" / name).read_text(encoding="utf-8")[:400]
            across, _ = (float(re.findall(rf' {side}="(\d+)"', head)[0]) for side in ("width", "height"))
            assert 0 <= left < left + width <= across, one.name
            assert top >= 0
        assert abs(height / width - one.scene.height / one.scene.width) < 0.001, one.name


def test_every_arrow_that_starts_in_a_step_is_drawn_by_its_camera_or_left_out_with_a_reason(
    content: Mechanism,
) -> None:
    drawn_somewhere = {link.id for camera in cameras(content) for link in shot(content, camera).links}
    for step in {camera.step for camera in content.cameras.values() if camera.step}:
        fellows = [content.cameras[id_] for id_ in cameras_of(content, step)]
        own = {arrow.id for arrow in content.arrows.values() if content.things[arrow.source].step == step}
        shown = {id_ for camera in fellows for id_ in camera.arrows}
        left_out = {id_ for camera in fellows for id_ in camera.left_out}
        assert own == (shown & own) | left_out, step
        assert not shown & left_out, step
        assert len(own & shown) > len(left_out), step
    assert set(content.cameras[accounts_camera(content)].arrows) == set(content.arrows)
    assert len(set(content.arrows) & drawn_somewhere) > 60


def test_no_line_of_a_closer_camera_runs_through_the_frame_of_another_thing(drawn: list[Drawn]) -> None:
    for one in (each for each in drawn if each.camera != OVERVIEW):
        for link in one.scene.links:
            for thing in one.scene.things:
                if thing.id in (link.source, link.target):
                    continue
                frame = Frame(thing.shape, thing.x, thing.y, thing.half_width, thing.half_height)
                line = [*link.line, link.tip]
                points = [point for a, b in pairwise(line) for point in along(a, b)]
                assert not any(frame.holds(point, 2) for point in points), (one.name, link.id, thing.id)


def test_things_and_arrows_know_their_step(content: Mechanism, drawn: list[Drawn]) -> None:
    for one in drawn:
        orders = {thing.id: content.steps[content.things[thing.id].step].order for thing in one.scene.things}
        assert {thing.id: thing.step for thing in one.scene.things} == orders
        assert all(link.step == orders[link.target] for link in one.scene.links)


# A line leaves 1 px and its head 2.5 px of room, half as much again at the corner of a diamond; a step of the
# curve adds up to about 1 px.
def test_every_line_starts_at_the_edge_of_its_source_and_points_at_the_edge_of_its_target(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            source, target = ends(one, link)
            assert 0.8 <= away(link.line[0], source.outline) <= 2.6, (one.name, link.id)
            assert 2.2 <= away(link.tip, target.outline) <= 4.6, (one.name, link.id)


def test_every_head_looks_towards_its_target(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            _, target = ends(one, link)
            towards = degrees(atan2(target.y - link.tip[1], target.x - link.tip[0]))
            assert cos(radians(towards - link.angle)) > 0.5, (one.name, link.id)


def test_every_line_reaches_into_its_head_and_not_through_it(drawn: list[Drawn]) -> None:
    size = tokens().line.head
    for one in drawn:
        for link in one.scene.links:
            rest = hypot(link.tip[0] - link.line[-1][0], link.tip[1] - link.line[-1][1])
            assert rest == 0 if link.head == "decreases" else size * 0.5 < rest < size, (one.name, link.id)


def test_heads_agree_with_signs(content: Mechanism, drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            chain = content.chain(link.id)
            assert link.sign == prod(arrow.sign for arrow in chain)
            modulates = any(arrow.role is Role.MODULATOR for arrow in chain)
            assert link.head == ("modulates" if modulates else {1: "increases", -1: "decreases"}[link.sign])
    heads = {link.head for one in drawn for link in one.scene.links}
    assert heads == {"increases", "decreases", "modulates"}


def test_a_modulator_anywhere_in_the_chain_gives_the_arrow_its_own_head(content: Mechanism) -> None:
    last = content.chain("ampar--bdnf-release")[-1]
    changed = {**content.arrows, last.id: last.model_copy(update={"role": Role.MODULATOR})}
    heads = {link.id: link.head for link in scene(replace(content, arrows=changed), 736, Level.STUDENT).links}
    assert [id_ for id_, head in heads.items() if head == "modulates"] == ["ampar--bdnf-release"]


def test_an_arrow_is_split_where_its_chain_is_contested_and_only_there(content: Mechanism, drawn: list[Drawn]) -> None:
    for one in drawn:
        ids = {link.id for link in one.scene.links}
        contested = {id_ for id_ in ids if badge(content.chain(id_)).contested}
        assert set() < contested < ids
        assert {link.id for link in one.scene.links if link.split} == contested


def test_a_split_mark_is_two_short_strokes_across_its_line(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            if link.split:
                a, b, c, d = link.split
                middle = (sum(x for x, _ in link.split) / 4, sum(y for _, y in link.split) / 4)
                assert away(middle, [*link.line, link.tip]) < 1, (one.name, link.id)
                assert all(10 < hypot(p[0] - q[0], p[1] - q[1]) < 13 for p, q in ((a, b), (c, d)))
                assert all(away(point, [*link.line, link.tip]) > 3 for point in link.split), (one.name, link.id)


def test_the_papers_against_a_contested_arrow_are_counted_once_beside_its_mark(
    content: Mechanism, drawn: list[Drawn]
) -> None:
    for one in drawn:
        for link in one.scene.links:
            papers = [arrow.evidence for arrow in content.chain(link.id)]
            against = len({id_ for each in papers for id_ in (*each.opposes, *each.no_difference)})
            if link.split and against:
                assert link.count
                assert link.count.lines == (str(against),)
                middle = (link.count.x, link.count.y - link.count.size * 0.36)
                assert all(4 < hypot(x - middle[0], y - middle[1]) < 24 for x, y in link.split), (one.name, link.id)
            else:
                assert link.count is None
    assert all(any(link.count for link in one.scene.links) for one in drawn if one.camera == OVERVIEW)


def test_every_press_point_lies_on_its_line(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            assert away(link.press, [*link.line, link.tip]) < 0.2, (one.name, link.id)


def test_no_two_press_squares_meet(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link, other in combinations(one.scene.links, 2):
            assert press_gap(link, other) >= TARGET, (one.name, link.id, other.id)


def test_no_press_square_covers_the_centre_of_a_thing(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            for thing in one.scene.things:
                gap = max(abs(link.press[0] - thing.x), abs(link.press[1] - thing.y))
                assert gap > TARGET / 2, (one.name, link.id, thing.id)


def test_every_press_square_lies_on_the_canvas(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            x, y = link.press
            assert TARGET / 2 <= x <= one.scene.width - TARGET / 2, (one.name, link.id)
            assert TARGET / 2 <= y <= one.scene.height - TARGET / 2, (one.name, link.id)


def test_frames_and_lines_lie_on_the_canvas(drawn: list[Drawn]) -> None:
    for one in drawn:
        for thing in one.scene.things:
            assert all(0 < x < one.scene.width and 0 < y < one.scene.height for x, y in thing.outline), thing.id
        for link in one.scene.links:
            assert all(0 < x < one.scene.width and 0 < y < one.scene.height for x, y in link.line), link.id


calm = settings(deadline=None)  # a machine that stalls is no fault of the code
words = st.text(st.characters(codec="utf-8", exclude_characters=" "), min_size=1)
phrases = st.lists(words, min_size=1, max_size=6).map(" ".join)


@calm
@given(phrases)
def test_wrapping_neither_loses_nor_changes_a_word(text: str) -> None:
    assert wrapped(text, 1) == (text,)
    assert " ".join(wrapped(text, 2)) == text


@calm
@given(phrases)
def test_wrapping_fills_two_lines_as_evenly_as_words_allow(text: str) -> None:
    lines = wrapped(text, 2)
    parts = text.split(" ")
    if len(parts) == 1:
        assert lines == (text,)
    else:
        ways = [(" ".join(parts[:cut]), " ".join(parts[cut:])) for cut in range(1, len(parts))]
        assert lines in ways
        assert max(map(len, lines)) == min(max(map(len, way)) for way in ways)
