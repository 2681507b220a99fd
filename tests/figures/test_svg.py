"""The first drawing: well-formed, complete, safe to put on the page, and free of fixed colours."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from figures.scene import Scene
from figures.svg import palette_css, svg
from figures.tokens import tokens
from tests.figures.paper import Drawn

NAMESPACE = "http://www.w3.org/2000/svg"
ODD = '<b onload="x">&"\'</b>'


def parsed(scene: Scene, picture: str | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(svg(scene, picture))  # noqa: S314 -- our own drawing


def found(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return root.findall(f".//{{{NAMESPACE}}}{name}")


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
            told = (text.get("data-role"), tuple(line.text for line in lines), first.get("x"), first.get("y"))
            texts.append((*told, text.get("text-anchor"), text.get("font-size")))
        assert sorted(texts) == labels


def test_it_has_one_group_for_each_thing_and_arrow(drawn: list[Drawn]) -> None:
    for one in drawn:
        groups = found(parsed(one.scene), "g")
        things = [group.get("data-thing") for group in groups if group.get("data-thing")]
        links = [group.get("data-link") for group in groups if group.get("data-link")]
        assert things == [thing.id for thing in one.scene.things]
        assert links == [link.id for link in one.scene.links]


def test_every_arrow_has_its_head_at_its_tip(drawn: list[Drawn]) -> None:
    for one in drawn:
        groups = {group.get("data-link"): group for group in found(parsed(one.scene), "g")}
        for link in one.scene.links:
            heads = [path for path in groups[link.id] if path.get("transform")]
            turned = f"translate({link.tip[0]:g},{link.tip[1]:g}) rotate({link.angle:g})"
            assert [head.get("transform") for head in heads] == [turned]
            # A bar is drawn by its stroke, every other head is filled.
            assert ("stroke" in heads[0].attrib) == (link.head == "decreases")
            assert ("fill" in heads[0].attrib) != (link.head == "decreases")


def test_contested_arrows_have_their_mark_and_numbered_things_their_ring(drawn: list[Drawn]) -> None:
    for one in drawn:
        root = parsed(one.scene)
        groups = {group.get("data-link"): group for group in found(root, "g")}
        for link in one.scene.links:
            assert len(list(groups[link.id])) == (5 if link.split else 3), link.id
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
