"""Each step looks closer: all that its camera shows can be picked, is said in words, and keeps its place."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, Route, expect

from graph.cameras import OVERVIEW, camera_of, camera_showing, shot
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import MAP, READY, Reader
from tests.browser.test_map import BOXES, STEPS, is_marked, mark
from ui.address import ACCOUNTS

EACH_STEP = pytest.mark.parametrize("step", STEPS)
TRANSFORM = "canvas => canvas.style.transform"


def at_camera(step: str) -> str:
    """The map once it shows the camera of `step`."""
    return f'{READY}[data-camera="{step}"]'


def picks_of(content: Mechanism, step: str) -> list[str]:
    seen = shot(content, camera_of(content, step))
    return [*(f"node:{id_}" for id_ in seen.things), *(f"edge:{link.id}" for link in seen.links)]


@EACH_STEP
def test_each_thing_and_arrow_of_a_camera_is_picked_by_pointer_and_by_keyboard(
    reader: Reader, content: Mechanism, step: str
) -> None:
    reader.open(f"/{step}")
    words = content.words[Level.STUDENT]
    picks = picks_of(content, step)
    buttons = reader.page.locator(f"{MAP} [data-id]")
    assert sorted(buttons.evaluate_all("all => all.map(one => one.dataset.id)")) == sorted(picks)
    for way in ("pointer", "keyboard"):
        for pick in picks:
            button = reader.button(pick)
            if way == "pointer":
                button.click()
            else:
                button.focus()
                reader.page.keyboard.press("Enter")
            kind, _, id_ = pick.partition(":")
            reader.wait_query(f"{kind}={id_}")
            said = words.things[id_].summary if kind == "node" else words.arrows[id_].sentence
            expect(reader.panel, f"{pick} by {way}").to_contain_text(said)
            expect(button).to_have_attribute("aria-pressed", "true")
    expect(reader.page.locator("[data-elsewhere]")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_picture_and_chart_of_each_camera_draw_each_label_in_the_same_place(
    page: Page, reader: Reader, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    held: list[Route] = []
    page.route("**/plotly.js", lambda route: held.append(route))
    for step in STEPS:
        page.goto(f"{reader.address}/{step}")
        page.wait_for_selector(f'{MAP}[data-camera="{step}"][data-state=picture] .map-first svg')
        page.evaluate("document.fonts.ready")
        first = page.evaluate(BOXES, ".map-first text")
        held.pop().continue_()
        page.wait_for_selector(at_camera(step))
        places: dict[str, list[list[float]]] = {}
        for line, box in page.evaluate(BOXES, ".map-chart text"):
            places.setdefault(line, []).append(box)
        assert len(first) > 20
        for line, box in first:
            off = min(max(abs(a - b) for a, b in zip(box, other, strict=True)) for other in places[line])
            assert off <= 2, (step, line, off)


@pytest.mark.parametrize("level", list(Level))
def test_the_twin_of_each_step_says_what_its_camera_shows_and_nothing_else(
    reader: Reader, content: Mechanism, level: Level
) -> None:
    page = reader.page
    words = content.words[level]
    for step in STEPS:
        reader.open(f"/{step}?level={level.value}")
        links = page.locator(".twin a").evaluate_all("all => all.map(one => one.dataset.pick)")
        seen = shot(content, camera_of(content, step))
        wanted = []
        for id_ in seen.things:
            wanted += [f"node:{id_}", *(f"edge:{link.id}" for link in seen.links if link.source == id_)]
        assert links == wanted, step
        drawn = {re.sub(r"\s", "", text) for text in page.locator(".map-chart text").all_text_contents()}
        said = [*(words.things[id_].name for id_ in seen.things), *(words.arrows[link.id].verb for link in seen.links)]
        assert [text for text in said if re.sub(r"\s", "", text) not in drawn] == [], step


def test_going_from_step_to_step_keeps_the_map_and_resets_its_magnification(reader: Reader) -> None:
    page = reader.page
    reader.open("/")
    mark(page)
    canvas = page.locator(".map-canvas")
    for step in STEPS:
        page.get_by_role("button", name="Larger").click()
        magnified = canvas.evaluate(TRANSFORM)
        page.locator(f'a[href$="/{step}"]').first.click()
        page.wait_for_selector(at_camera(step))
        assert is_marked(page)
        assert canvas.evaluate(TRANSFORM) != magnified
        expect(page.locator(".map-frame")).not_to_have_class(re.compile("map-magnified"))
        # Nothing steps back where nothing is picked.
        expect(page.locator(".map-chart [data-lit]:not([data-lit=''])")).to_have_count(0)


def test_what_is_not_in_the_picture_is_in_the_panel_with_a_way_to_where_it_is_drawn(
    reader: Reader, content: Mechanism
) -> None:
    page, names = reader.page, content.words[Level.STUDENT].things
    line = page.locator("[data-elsewhere]")
    cases = (("glutamate-surge", "mtorc1"), ("glutamate-surge", "erk"), ("", "erk"), ("", "blood-pressure-rise"))
    for path, id_ in cases:
        reader.open(f"/{path}?{urlencode({'node': id_, 'lens': 'how'})}")
        expect(reader.panel.locator("h2")).to_contain_text(names[id_].name)
        expect(line).to_contain_text(names[id_].name)
        expect(page.locator(f"{MAP} [aria-pressed=true]")).to_have_count(0)
        link = page.locator(".st-key-map-side a")
        camera = camera_showing(content, id_)
        if camera is None:
            expect(link).to_have_count(0)
            continue
        link.click()
        page.wait_for_selector(at_camera(camera))
        there = "/" if camera == OVERVIEW else f"/{content.cameras[camera].step or ACCOUNTS}"
        page.wait_for_function("path => location.pathname === path", arg=there)
        expect(reader.button(f"node:{id_}")).to_have_attribute("aria-pressed", "true")
        expect(line).to_have_count(0)
        assert "lens=how" in reader.query
