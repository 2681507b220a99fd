"""What the browser is sent: plain data, words for everything that is drawn, and all pictures."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from figures.bundle import bundle, pictures, scenes_of
from figures.svg import svg
from graph.cameras import OVERVIEW, cameras, shot
from graph.content import Mechanism
from graph.evidence import badge
from graph.vocabulary import Level, PictureState
from tests.figures.paper import Drawn
from tests.support.mechanisms import main

LEVELS = pytest.mark.parametrize("level", list(Level))


def sent(content: Mechanism, level: Level, camera: str = OVERVIEW) -> tuple[Any, str]:
    """The bundle as the browser reads it, and its text."""
    text = written(level, camera)
    return json.loads(text), text


@cache
def written(level: Level, camera: str) -> str:
    return json.dumps(bundle(main(), level, camera), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@LEVELS
def test_it_is_small(content: Mechanism, level: Level) -> None:
    assert 10_000 < len(sent(content, level)[1].encode()) < 200_000
    for camera in cameras(content):
        whole = camera != OVERVIEW and content.cameras[camera].step is None  # every arrow there is
        assert len(gzip.compress(sent(content, level, camera)[1].encode())) < (130_000 if whole else 50_000), camera


@LEVELS
def test_it_holds_the_scene_of_every_width(content: Mechanism, drawn: list[Drawn], level: Level) -> None:
    scenes = {camera: sent(content, level, camera)[0]["scenes"] for camera in cameras(content)}
    assert all(set(each) == {str(width) for width in content.manifest.widths} for each in scenes.values())
    for one in drawn:
        if one.level is level:
            there = scenes[one.camera][str(one.layout.width)]
            assert [thing["id"] for thing in there["things"]] == [thing.id for thing in one.scene.things]
            assert [link["press"] for link in there["links"]] == [list(link.press) for link in one.scene.links]
            assert [thing["label"]["lines"] for thing in there["things"]] == [
                list(thing.label.lines) for thing in one.scene.things
            ]


@LEVELS
def test_it_has_words_for_each_thing_and_arrow_in_the_words_of_the_level(content: Mechanism, level: Level) -> None:
    data, _ = sent(content, level)
    words = content.words[level]
    assert list(data["things"]) == [thing.id for thing in content.overview.things]
    assert list(data["links"]) == [link.id for link in content.overview.links]
    for id_, said in data["things"].items():
        assert (said["name"], said["text"]) == (words.things[id_].name, words.things[id_].summary)
        assert said["kind"].strip()
    for id_, said in data["links"].items():
        link = content.links[id_]
        spoken = words.links.get(id_) or words.arrows[id_]
        assert said["text"] == spoken.sentence
        for part in (words.things[link.source].name, spoken.verb, words.things[link.target].name):
            assert part in said["name"]


LOOKS = {"outline", "shape", "filled", "glyph", "head", "angle", "split", "count", "keys", "zones"}
"""What says how a scene looks; its figure has all of that."""


@LEVELS
def test_how_a_scene_looks_is_not_sent_twice(content: Mechanism, level: Level) -> None:
    for camera in cameras(content):
        for drawn in sent(content, level, camera)[0]["scenes"].values():
            assert not LOOKS & {*drawn, *drawn["things"][0], *drawn["links"][0]}


@LEVELS
def test_it_says_which_arrows_are_contested(content: Mechanism, drawn: list[Drawn], level: Level) -> None:
    scenes = {camera: sent(content, level, camera)[0]["scenes"] for camera in cameras(content)}
    for one in drawn:
        if one.level is level:
            there = scenes[one.camera][str(one.layout.width)]
            assert [link["contested"] for link in there["links"]] == [bool(link.split) for link in one.scene.links]


@LEVELS
def test_counts_of_papers_are_those_of_the_badge(content: Mechanism, level: Level) -> None:
    for id_, said in sent(content, level)[0]["links"].items():
        known = badge(content.chain(id_))
        numbers = [len(known.supports), len(known.opposes), len(known.no_difference)]
        assert [int(number) for number in re.findall(r"\d+", said["evidence"])] == numbers, id_


@LEVELS
def test_counts_of_arrows_are_those_of_the_picture(content: Mechanism, level: Level) -> None:
    for id_, said in sent(content, level)[0]["things"].items():
        into = sum(link.target == id_ for link in content.overview.links)
        out = sum(link.source == id_ for link in content.overview.links)
        assert [int(number) for number in re.findall(r"\d+", said["arrows"])] == [into, out], id_


@LEVELS
def test_no_text_is_empty_or_left_unfilled(content: Mechanism, level: Level) -> None:
    data, _ = sent(content, level)

    def texts(part: Any) -> list[str]:
        if isinstance(part, str):
            return [part]
        return [text for each in part.values() for text in texts(each)]

    told = data["text"].pop("story")
    said = texts(data["text"]) + texts(data["things"]) + texts(data["links"])
    assert all(text.strip() for text in (*said, *texts(told)))
    # The name of what was chosen, and the place in the story, are filled in by the browser.
    assert [text for text in said if "{" in text] == [data["text"]["chosen"]]
    filled = {name: [re.findall(r"{(\w+)}", text) for text in texts({"": part})] for name, part in told.items()}
    assert {name: asked for name, asked in filled.items() if any(asked)} == {
        "start": [["count"], ["count"]],  # for one part and for several
        "place": [["number", "count"]],
        "seen": [["seen"]],
    }
    assert "{name}" in data["text"]["chosen"]
    assert str(len(data["things"])) in data["text"]["map_label"]


@LEVELS
def test_the_first_drawings_leave_the_illustration_to_the_page(
    content: Mechanism, drawn: list[Drawn], level: Level
) -> None:
    drawings = {camera: sent(content, level, camera)[0]["svgs"] for camera in cameras(content)}
    for one in drawn:
        if one.level is level:
            assert drawings[one.camera][str(one.layout.width)] == svg(one.scene, None)


def test_all_pictures_are_there(content: Mechanism, drawn: list[Drawn]) -> None:
    files = pictures(content)
    assert set(files) == {name for one in drawn for pair in one.scene.pictures.values() for name in pair}
    assert len(files) == 2 * len(PictureState) * len({one.layout.pictures for one in drawn if one.layout.pictures})
    assert all(body.lstrip().startswith(b"<") and b"</svg>" in body for body in files.values())


def test_a_mechanism_without_illustrations_sends_none(content: Mechanism) -> None:
    bare = {width: layout.model_copy(update={"pictures": None}) for width, layout in content.layouts.items()}
    assert pictures(replace(content, layouts=bare, cameras={})) == {}


@LEVELS
def test_of_a_camera_it_has_words_for_exactly_what_that_shows(content: Mechanism, level: Level) -> None:
    words = content.words[level]
    for camera in cameras(content):
        data, _ = sent(content, level, camera)
        seen = shot(content, camera)
        assert list(data["things"]) == list(seen.things)
        assert list(data["links"]) == [link.id for link in seen.links]
        for id_, said in data["things"].items():
            into, out = (sum(getattr(link, end) == id_ for link in seen.links) for end in ("target", "source"))
            assert [int(number) for number in re.findall(r"\d+", said["arrows"])] == [into, out], (camera, id_)
            assert said["name"] == words.things[id_].name
        # Of the one that the accounts are told in, only a part is shown at a time.
        counted = camera == OVERVIEW or content.cameras[camera].step is not None
        assert (str(len(seen.things)) in data["text"]["map_label"]) == counted


@LEVELS
def test_the_legend_explains_the_marks_that_are_drawn_and_no_others(content: Mechanism, level: Level) -> None:
    marks: set[str] = set()
    for camera in cameras(content):
        data, _ = sent(content, level, camera)
        for scene in scenes_of(content, level, camera).values():
            drawn: set[str] = {link.head for link in scene.links}
            drawn |= {thing.shape for thing in scene.things if not scene.keys}
            drawn |= {"split" for link in scene.links if link.split}
            drawn |= {"number" for thing in scene.things if thing.badge}
            assert set(data["text"]["legend"]) - {"lenses"} == drawn, camera
            marks |= drawn
    shapes = {"hexagon", "square", "circle", "diamond", "pill"}
    assert marks == {"increases", "decreases", "modulates", "split", "number"} | shapes


@LEVELS
def test_the_story_is_sent_as_it_is_told_and_only_with_the_whole_picture(content: Mechanism, level: Level) -> None:
    data, _ = sent(content, level)
    words = content.words[level].story
    assert [one["id"] for one in data["story"]] == list(content.story)
    for one in data["story"]:
        moment = content.story[one["id"]]
        assert (one["title"], one["text"], one["seen"]) == (
            words[moment.id].title,
            words[moment.id].text,
            words[moment.id].seen,
        )
        assert (one["state"], one["close"]) == (moment.state.value, moment.close)
        assert one["state"] in data["scenes"]["736"]["pictures"]
    assert all(sent(content, level, camera)[0]["story"] == [] for camera in content.cameras)
