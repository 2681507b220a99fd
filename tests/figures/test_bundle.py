"""What the browser is sent: plain data, words for everything that is drawn, and all pictures."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from figures.bundle import bundle, pictures
from figures.svg import svg
from graph.content import Mechanism
from graph.evidence import badge
from graph.vocabulary import Level
from tests.figures.paper import Drawn

LEVELS = pytest.mark.parametrize("level", list(Level))


def sent(content: Mechanism, level: Level) -> tuple[Any, str]:
    """The bundle as the browser reads it, and its text."""
    text = json.dumps(bundle(content, level), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return json.loads(text), text


@LEVELS
def test_it_is_small(content: Mechanism, level: Level) -> None:
    assert 10_000 < len(sent(content, level)[1].encode()) < 120_000


@LEVELS
def test_it_holds_the_scene_of_every_width(content: Mechanism, drawn: list[Drawn], level: Level) -> None:
    scenes = sent(content, level)[0]["scenes"]
    assert set(scenes) == {str(width) for width in content.manifest.widths}
    for one in drawn:
        if one.level is level:
            there = scenes[str(one.layout.width)]
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

    said = texts(data["text"]) + texts(data["things"]) + texts(data["links"])
    assert all(text.strip() for text in said)
    # The name of what was chosen is filled in by the browser.
    assert [text for text in said if "{" in text] == [data["text"]["chosen"]]
    assert "{name}" in data["text"]["chosen"]
    assert str(len(data["things"])) in data["text"]["map_label"]


@LEVELS
def test_the_first_drawings_leave_the_illustration_to_the_page(
    content: Mechanism, drawn: list[Drawn], level: Level
) -> None:
    drawings = bundle(content, level)["svgs"]
    assert set(drawings) == {str(width) for width in content.manifest.widths}
    for one in drawn:
        if one.level is level:
            assert drawings[str(one.layout.width)] == svg(one.scene, None)


def test_all_pictures_are_there(content: Mechanism, drawn: list[Drawn]) -> None:
    files = pictures(content)
    assert set(files) == {name for one in drawn for name in one.scene.pictures or ()}
    assert len(files) == 2 * len(content.manifest.widths)
    assert all(body.lstrip().startswith(b"<") and b"</svg>" in body for body in files.values())


def test_a_mechanism_without_illustrations_sends_none(content: Mechanism) -> None:
    bare = {width: layout.model_copy(update={"pictures": None}) for width, layout in content.layouts.items()}
    assert pictures(replace(content, layouts=bare)) == {}
