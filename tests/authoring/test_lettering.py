"""Labels are laid out so that each can be read and belongs to what it names; nothing else of a picture is changed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from authoring.__main__ import main as tool
from authoring.lettering import solve
from authoring.lettering.candidates import NAME_GAPS, VERB_GAPS, of_link, of_thing
from authoring.lettering.solve import CLASH, lettered
from authoring.metrics import Box, boxes, measured, widest
from figures.geometry import at
from figures.scene import Scene, SceneLink, SceneThing, scene
from graph.cameras import OVERVIEW, shot
from graph.content import Mechanism, load
from graph.layout import LabelPlace, Layout, Place
from graph.vocabulary import Level
from tests.figures.paper import along
from tests.support.mechanisms import main

PICTURES = (("nmda-blockade-habenula", 480), ("synaptogenesis-relief", 480))
EACH_PICTURE = pytest.mark.parametrize(("camera", "width"), PICTURES)
HEAP = (12.0, 20.0)


class Lettered(NamedTuple):
    """A picture before and after its labels are laid out, and what the labels then cost."""

    before: Layout
    after: Layout
    cost: float


def with_layout(camera: str, layout: Layout) -> Mechanism:
    """The content with another layout of a closer picture."""
    there = main().cameras[camera]
    layouts = tuple(layout if one.width == layout.width else one for one in there.layouts)
    return replace(main(), cameras={**main().cameras, camera: there.model_copy(update={"layouts": layouts})})


def heaped(layout: Layout) -> Layout:
    """`layout` with all labels on one heap but those that stand inside what they name."""
    x, y = HEAP
    name = LabelPlace(x=x, y=y, anchor="start", lines=1)
    things = {
        id_: one.model_copy(update={"label": one.label and name, "badge": one.badge and HEAP})
        for id_, one in layout.things.items()
    }
    links = {id_: one.model_copy(update={"verb": Place(x=x, y=y, anchor="start")}) for id_, one in layout.links.items()}
    return layout.model_copy(update={"things": things, "links": links})


@cache
def laid_out(camera: str, width: int) -> Lettered:
    """A picture whose labels lay on a heap."""
    before = heaped(shot(main(), camera).layouts[width])
    return Lettered(before, *lettered(with_layout(camera, before), camera, width))


def scenes(camera: str, layout: Layout) -> list[Scene]:
    return [scene(with_layout(camera, layout), layout.width, level, camera) for level in Level]


def texts(one: Scene) -> list[Box]:
    return [box for label in one.texts() for box in boxes(label, measured)]


@EACH_PICTURE
def test_no_label_lies_on_another_or_over_the_edge_at_any_level(camera: str, width: int) -> None:
    before, after, cost = laid_out(camera, width)
    assert any(a.meets(b) for a, b in combinations(texts(scenes(camera, before)[0]), 2)), "else nothing is laid out"
    assert cost < CLASH
    for one in scenes(camera, after):
        said = texts(one)
        assert [(a.text, b.text) for a, b in combinations(said, 2) if a.meets(b)] == []
        outside = [box.text for box in said if box.left < 0 or box.top < 0 or box.right > width]
        assert outside == []
        assert max(box.bottom for box in said) <= after.height


@EACH_PICTURE
def test_each_label_is_nearest_to_what_it_names(camera: str, width: int) -> None:
    for one in scenes(camera, laid_out(camera, width).after):
        kinds: tuple[tuple[SceneThing | SceneLink, ...], ...] = (one.things, one.links)
        for kind in kinds:
            for named in kind:
                label = named.label if isinstance(named, SceneThing) else named.verb
                box = next(boxes(label, measured))
                near = min(kind, key=lambda other: min(box.away(point) for point in outline(other)))
                assert near.id == named.id, (camera, width, label.lines)


def outline(one: SceneThing | SceneLink) -> list[tuple[float, float]]:
    """Points close together around a thing's frame, or along an arrow."""
    line = one.outline if isinstance(one, SceneThing) else [*one.line, one.tip]
    return [point for a, b in pairwise(line) for point in along(a, b)]


@EACH_PICTURE
def test_nothing_but_the_places_of_labels_is_changed(camera: str, width: int) -> None:
    before, after, _ = laid_out(camera, width)
    assert heaped(after) == before
    assert after != before


def test_the_result_depends_neither_on_chance_nor_on_where_the_labels_were() -> None:
    camera, width = PICTURES[1]
    layout, cost = lettered(main(), camera, width)
    _, after, same = laid_out(camera, width)
    assert (layout, cost) == (after, same)


def test_what_is_kept_stays_and_the_others_make_room() -> None:
    camera, width = PICTURES[1]
    first = laid_out(camera, width).after
    thing, link = next(iter(first.things)), next(iter(first.links))
    other = next(id_ for id_ in first.things if id_ != thing)
    place = first.things[other].label
    assert place
    moved = first.things[thing].model_copy(update={"label": place, "badge": first.things[other].badge})
    layout = first.model_copy(update={"things": {**first.things, thing: moved}})
    again, cost = lettered(with_layout(camera, layout), camera, width, [thing, link])
    assert cost < CLASH
    assert (again.things[thing], again.links[link]) == (layout.things[thing], layout.links[link])
    assert again.things[other].label != place
    for one in scenes(camera, again):
        assert not any(a.meets(b) for a, b in combinations(texts(one), 2))


def test_where_there_is_no_room_the_cost_says_so() -> None:
    camera, width = PICTURES[1]
    layout = shot(main(), camera).layouts[width]
    low = layout.model_copy(update={"height": 40})
    assert lettered(with_layout(camera, low), camera, width)[1] >= CLASH


def overview(level: Level) -> Scene:
    return scene(main(), 736, level, OVERVIEW)


def test_a_name_may_stand_around_its_frame_at_growing_distances_and_never_on_it() -> None:
    levels = [overview(level) for level in Level]
    for drawn in zip(*(one.things for one in levels), strict=True):
        thing = drawn[0]
        frame = Box(
            "",
            thing.x - thing.half_width,
            thing.y - thing.half_height,
            thing.x + thing.half_width,
            thing.y + thing.half_height,
        )
        found = list(of_thing(list(drawn)))
        assert {one.place.lines for one in found if isinstance(one.place, LabelPlace)} == {1, 2}
        assert all((one.badge is not None) == (thing.badge is not None) for one in found)
        assert not [one for one in found for box in one.filled[0] if box.text and box.meets(frame)], thing.id
        near = min(found, key=lambda one: one.cost)
        assert min(box.left for box in near.filled[0]) - frame.right == pytest.approx(NAME_GAPS[0], abs=0.1), thing.id
        assert len({one.cost for one in found}) >= len(NAME_GAPS)
        for one in found:  # what each level says would fill is what is kept free
            for said, filled in zip(drawn, one.filled, strict=True):
                lines = [box for box in filled if box.text]
                assert " ".join(box.text for box in lines) == " ".join(said.label.lines)
                assert [box.right - box.left for box in lines] == pytest.approx(
                    [widest(box.text, said.label) for box in lines]
                )


def test_a_verb_may_stand_on_either_side_along_its_arrow_and_best_in_the_middle() -> None:
    levels = [overview(level) for level in Level]
    for drawn in zip(*(one.links for one in levels), strict=True):
        link = drawn[0]
        line, size = [*link.line, link.tip], link.verb.size
        found = list(of_link(list(drawn)))
        assert len(found) % (2 * len(VERB_GAPS)) == 0
        for one in found:
            (box,) = one.filled[0]
            assert min(box.away(point) for a, b in pairwise(line) for point in along(a, b)) <= max(VERB_GAPS) + size
        best = min(found, key=lambda one: one.cost)
        middle, _ = at(line, 0.5)
        assert best.filled[0][0].away(middle) <= VERB_GAPS[0] + size, link.id


@pytest.fixture
def folder(content: Mechanism, tmp_path: Path) -> Path:
    """A copy of the content, to be written to."""
    return Path(shutil.copytree(content.folder, tmp_path / content.folder.name))


@pytest.mark.parametrize(
    ("cost", "status", "says"), [(3.0, 0, "no labels overlap"), (CLASH, 1, "some labels still overlap")]
)
def test_the_command_saves_the_layout_and_says_whether_labels_overlap(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    cost: float,
    status: int,
    says: str,
) -> None:
    camera, width = PICTURES[0]
    asked: list[object] = []

    def known(mechanism: Mechanism, *rest: object) -> tuple[Layout, float]:
        asked.extend([mechanism.folder, *rest])
        return laid_out(camera, width).after, cost

    monkeypatch.setattr(solve, "lettered", known)
    words = ["letter", camera, str(width), "--folder", str(folder), "--keep", "ketamine"]
    assert tool(words) == status
    assert asked == [folder, camera, width, ["ketamine"]]
    assert capsys.readouterr().out == f"{camera} at {width} px: {says}\n"
    assert shot(load(folder), camera).layouts[width] == laid_out(camera, width).after
