"""The first drawing: well-formed, complete, safe to put on the page, and free of fixed colours."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest

from figures.scene import Scene
from figures.svg import DASHES, palette_css, svg
from figures.tokens import tokens
from graph.cameras import OVERVIEW
from tests.figures.paper import Drawn

NAMESPACE = "http://www.w3.org/2000/svg"
ODD = '<b onload="x">&"\'</b>'


def parsed(scene: Scene, picture: str | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(svg(scene, picture))  # noqa: S314 -- our own drawing


def found(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return root.findall(f".//{{{NAMESPACE}}}{name}")


def drawing(scene: Scene, part: str) -> list[ElementTree.Element]:
    """What is drawn of a thing or an arrow: the paths of its first group."""
    return list(_groups(scene)[part])


@cache
def _groups(scene: Scene) -> dict[str, ElementTree.Element]:
    groups = reversed(found(parsed(scene), "g"))  # the first of each name is the one that stays
    return {group.get("data-part", ""): group for group in groups}


@pytest.fixture
def any_scene(drawn: list[Drawn]) -> Scene:
    return drawn[0].scene


def test_it_is_one_well_formed_picture_of_the_size_of_the_scene(drawn: list[Drawn]) -> None:
    for one in drawn:
        root = parsed(one.scene)
        assert root.tag == f"{{{NAMESPACE}}}svg"
        assert root.get("viewBox") == f"0 0 {one.scene.width} {one.scene.height}"
        assert (root.get("width"), root.get("height")) == (str(one.scene.width), str(one.scene.height))
        assert root.get("aria-hidden") == "true"


def test_it_has_one_text_for_each_label_with_all_its_lines_in_their_places(drawn: list[Drawn]) -> None:
    for one in drawn:
        labels = sorted(
            (label.role, label.lines, f"{label.x:g}", f"{label.y:g}", label.anchor, str(label.size))
            for label in one.scene.texts()
        )
        texts = []
        for text in found(parsed(one.scene), "text"):
            lines = text.findall(f"{{{NAMESPACE}}}tspan")
            first = lines[0]
            assert len({line.get("x") for line in lines}) == 1
            heights = [float(line.get("y", "")) for line in lines]
            step = float(text.get("font-size", "")) * tokens().font.line
            assert heights == pytest.approx([heights[0] + step * number for number in range(len(lines))], abs=0.01)
            told = (text.get("class"), tuple(line.text for line in lines), first.get("x"), first.get("y"))
            texts.append((*told, text.get("text-anchor"), text.get("font-size")))
        assert sorted(texts) == labels


def test_each_thing_and_arrow_has_a_group_for_its_drawing_and_then_one_for_its_words(drawn: list[Drawn]) -> None:
    for one in drawn:
        links = [f"edge:{link.id}" for link in one.scene.links]
        things = [f"node:{thing.id}" for thing in one.scene.things]
        groups = [group for group in found(parsed(one.scene), "g") if group.get("data-part")]
        assert [group.get("data-part") for group in groups] == [*links, *things, *links, *things]
        signs = [str(link.sign) for link in one.scene.links]
        assert [group.get("data-sign") for group in groups[: len(links)]] == signs
        words = groups[len(links) + len(things) :]
        labels = [(link.verb,) for link in one.scene.links] + [
            (thing.label, *((thing.badge,) if thing.badge else ())) for thing in one.scene.things
        ]
        for group, expected in zip(words, labels, strict=True):
            said = [tuple(line.text for line in text) for text in found(group, "text")]
            assert said == [label.lines for label in expected], group.get("data-part")
            assert [text.get("class") for text in found(group, "text")] == [label.role for label in expected]
            assert len(found(group, "circle")) == len(expected) - 1
        loose = found(parsed(one.scene), "text")[: len(one.scene.zones)]
        assert {text.get("class") for text in loose} <= {"zone"}


def test_what_the_style_sheet_lights_is_known_by_its_class(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            classes = [path.get("class") for path in drawing(one.scene, f"edge:{link.id}")]
            assert classes == [None, "line", "head", *([None, "mark"] if link.split else [])], link.id
        for thing in one.scene.things:
            classes = [path.get("class") for path in drawing(one.scene, f"node:{thing.id}")]
            assert classes == ["ground", "frame", *(["glyph"] if thing.glyph else [])], thing.id


def test_every_arrow_has_its_head_at_its_tip(drawn: list[Drawn]) -> None:
    for one in drawn:
        for link in one.scene.links:
            heads = [path for path in drawing(one.scene, f"edge:{link.id}") if path.get("class") == "head"]
            turned = f"translate({link.tip[0]:g},{link.tip[1]:g}) rotate({link.angle:g})"
            assert [head.get("transform") for head in heads] == [turned]
            # A bar is drawn by its stroke, every other head is filled.
            assert ("stroke" in heads[0].attrib) == (link.head == "decreases")
            assert ("fill" in heads[0].attrib) != (link.head == "decreases")


def test_contested_arrows_have_their_mark_and_numbered_things_their_ring(drawn: list[Drawn]) -> None:
    for one in drawn:
        root = parsed(one.scene)
        marks = [path for path in found(root, "path") if path.get("class") == "mark"]
        assert len(marks) == sum(link.split is not None for link in one.scene.links) > 0
        assert len(found(root, "circle")) == sum(thing.badge is not None for thing in one.scene.things)


def test_it_fetches_nothing(drawn: list[Drawn]) -> None:
    for one in drawn:
        text = svg(one.scene, None).replace(f'xmlns="{NAMESPACE}"', "", 1)
        assert not re.search(r"http|//|url\(|href|@import|<script|<style|\bon\w+=", text)


def test_words_cannot_become_markup(any_scene: Scene) -> None:
    thing, link = any_scene.things[0], any_scene.links[0]
    things = (replace(thing, label=replace(thing.label, lines=(ODD, ODD))), *any_scene.things[1:])
    links = (replace(link, verb=replace(link.verb, lines=(ODD,))), *any_scene.links[1:])
    odd = replace(any_scene, things=things, links=links)
    assert "<b" not in svg(odd, None)
    assert [line.text for line in found(parsed(odd), "tspan")].count(ODD) == 3


def test_a_picture_is_there_only_when_given(any_scene: Scene) -> None:
    assert found(parsed(any_scene), "image") == []
    image, *more = found(parsed(any_scene, 'a.svg?b&c="d'), "image")
    assert more == []
    assert image.get("href") == 'a.svg?b&c="d'
    assert (image.get("width"), image.get("height")) == (str(any_scene.width), str(any_scene.height))
    assert "image" in parsed(any_scene, "a.svg")[0].tag, "it lies under everything else"


def test_the_class_can_be_chosen(any_scene: Scene) -> None:
    assert parsed(any_scene).get("class") == "map-svg"
    assert 'class="other"' in svg(any_scene, None, css_class="other")


def test_every_colour_is_a_variable_that_both_palettes_set(drawn: list[Drawn]) -> None:
    themes = tokens().themes
    pattern = r"(--map-[a-z-]+):(#[0-9A-F]{6})(?:;|$)"
    light, dark = (dict(re.findall(pattern, palette_css(palette))) for palette in (themes.light, themes.dark))
    assert set(light) == set(dark)
    assert len(light) == palette_css(themes.light).count(":")
    assert light["--map-on-selected"] == themes.light.on_selected
    for one in drawn:
        text = svg(one.scene, None)
        assert set(re.findall(r"var\((--[^)]*)\)", text)) <= set(light)
        painted = {value for _, value in re.findall(r'\b(fill|stroke)="([^"]*)"', text)}
        assert {value for value in painted if not value.startswith("var(--map-")} == {"none"}
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", text)


def test_the_lines_of_a_closer_camera_say_in_whom_and_its_illustration_is_cut_out(drawn: list[Drawn]) -> None:
    for one in drawn:
        root = parsed(one.scene, "picture.svg")
        dashed = sum("stroke-dasharray" in path.attrib for path in found(root, "path"))
        unseen = [link for link in one.scene.links if link.in_whom in DASHES]
        assert dashed == (len(unseen) if one.camera != OVERVIEW else 0), one.name
        assert len(found(root, "image")) == 1
        boxes = [part.attrib["viewBox"] for part in found(root, "svg") if "viewBox" in part.attrib]
        crop = one.scene.crop
        assert boxes == ([" ".join(f"{number:g}" for number in crop)] if crop else []), one.name
