"""Each step looks closer: all that its camera shows can be picked, is said in words, and keeps its place."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode

import pytest
from playwright.sync_api import Page, Route, expect

from authoring.metrics import boxes, measured
from figures.scene import Scene, scene
from figures.tokens import tokens
from graph.cameras import OVERVIEW, accounts_camera, camera_showing, cameras, cameras_of, shot
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import MAP, READY, Reader
from tests.browser.test_map import BOXES, STEPS, is_marked, mark
from ui.address import FOCUS, setting
from ui.catalogue import page_showing
from ui.params import Focus
from ui.subject import Subject

EACH_STEP = pytest.mark.parametrize("step", STEPS)
DRAWN = "drawn => document.querySelector('[data-map]').dataset.drawn === drawn"
# The lines of the chart's texts with their left and right sides and the line they stand on, in px of the scene.
SIDES = """() => {
    const canvas = document.querySelector('.map-canvas');
    const around = canvas.getBoundingClientRect();
    const scale = around.width / canvas.offsetWidth;
    return [...document.querySelectorAll('.map-chart text')].flatMap(text => {
        const lines = [...text.querySelectorAll('tspan')];
        return (lines.length ? lines : [text]).filter(line => line.textContent.trim()).map(line => {
            const box = line.getBoundingClientRect();
            const foot = line.getStartPositionOfChar(0).matrixTransform(line.getScreenCTM());
            const across = [box.left, box.right].map(side => (side - around.left) / scale);
            return [line.textContent.trim(), ...across, (foot.y - around.top) / scale];
        });
    });
}"""
WRITTEN_IN = """colour => {
    const regions = [...document.querySelectorAll('.map-chart .tracezone text')];
    return regions.length > 0 && regions.every(name => getComputedStyle(name).fill === colour);
}"""
TRANSFORM = "canvas => canvas.style.transform"


def at_camera(camera: str) -> str:
    """The map once it shows `camera`."""
    return f'{READY}[data-camera="{camera}"]'


def address_of(content: Mechanism, camera: str) -> str:
    """The page that shows `camera`."""
    return "/" if camera == OVERVIEW else f"/{content.cameras[camera].step}?view={camera}"


def off_the_most(page: Page, worked_out: Scene) -> float:
    """How far, in px, a text of the chart lies from where it was worked out: the farthest of them all."""
    found: dict[str, list[tuple[float, float, float]]] = {}
    for line, left, right, foot in page.evaluate(SIDES):
        found.setdefault(line, []).append((left, right, foot))
    return max(
        min(
            max(abs(left - box.left), abs(right - box.right), abs(foot - box.baseline))
            for left, right, foot in found[box.text]
        )
        for label in worked_out.texts()
        for box in boxes(label, measured)
    )


def css_colour(colour: str) -> str:
    """`colour` as a browser writes it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def picks_of(content: Mechanism, camera: str) -> list[str]:
    seen = shot(content, camera)
    return [*(f"node:{id_}" for id_ in seen.things), *(f"edge:{link.id}" for link in seen.links)]


def pick_each(reader: Reader, content: Mechanism, picks: list[str]) -> None:
    """Pick each of `picks` by pointer, and then each by keyboard: one run, its address, its panel."""
    words, runs = content.words[Level.STUDENT], reader.runs
    for way in ("pointer", "keyboard"):
        for pick in picks:
            button = reader.button(pick)
            if way == "pointer":
                button.click()
            else:
                button.focus()
                reader.page.keyboard.press("Enter")
            runs += 1
            reader.after_run(runs)
            kind, _, id_ = pick.partition(":")
            query = parse_qs(reader.query)
            assert query.pop(kind) == [id_], f"{pick} by {way}"
            assert not {"node", "edge"} & set(query)
            said = words.things[id_].summary if kind == "node" else words.arrows[id_].sentence
            expect(reader.panel, f"{pick} by {way}").to_contain_text(said)
            expect(button).to_have_attribute("aria-pressed", "true")
    expect(reader.page.locator("[data-elsewhere]")).to_have_count(0)


@EACH_STEP
def test_each_thing_and_arrow_of_a_camera_is_picked_by_pointer_and_by_keyboard(
    reader: Reader, content: Mechanism, step: str
) -> None:
    buttons = reader.page.locator(f"{MAP} [data-id]")
    for camera in cameras_of(content, step):
        reader.open(address_of(content, camera))
        picks = picks_of(content, camera)
        assert sorted(buttons.evaluate_all("all => all.map(one => one.dataset.id)")) == sorted(picks)
        pick_each(reader, content, picks)


def test_each_thing_and_arrow_among_the_accounts_is_picked_by_pointer_and_by_keyboard(
    reader: Reader, content: Mechanism
) -> None:
    reader.open("/hypotheses")
    picks = reader.page.locator(f"{MAP} [data-id]").evaluate_all("all => all.map(one => one.dataset.id)")
    assert len(picks) > 50
    assert set(picks) <= set(picks_of(content, accounts_camera(content)))
    pick_each(reader, content, picks)


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
        assert len(first) > 9
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
        links = page.locator(".twin a").evaluate_all("all => all.map(one => one.dataset.set)")
        wanted = []
        for camera in cameras_of(content, step):
            whole = shot(content, camera)
            for id_ in whole.things:
                wanted.append(setting((FOCUS, Focus("node", id_))))
                starting = (link.id for link in whole.links if link.source == id_)
                wanted += [setting((FOCUS, Focus("edge", arrow))) for arrow in starting]
        assert links == wanted, step
        seen = shot(content, cameras_of(content, step)[0])
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
        there = "/" if camera == OVERVIEW else f"/{content.cameras[camera].step or page_showing(Subject.ACCOUNTS).path}"
        page.wait_for_function("path => location.pathname === path", arg=there)
        expect(reader.button(f"node:{id_}")).to_have_attribute("aria-pressed", "true")
        expect(line).to_have_count(0)
        assert "lens=how" in reader.query


@pytest.mark.parametrize("window", [1280, 768, 320])
def test_every_text_of_every_picture_at_every_level_is_drawn_where_it_was_worked_out(
    reader: Reader, content: Mechanism, window: int
) -> None:
    page = reader.page
    page.set_viewport_size({"width": window, "height": 900})
    designed = {1280: 736, 768: 736, 320: 288}[window]
    for camera in cameras(content):
        if camera == accounts_camera(content):  # a part of it is shown at a time, and held against its own test
            continue
        reader.open(address_of(content, camera))
        for level in (Level.STUDENT, Level.PATIENT, Level.CLINICIAN):
            reader.choose("level", level.value)
            page.wait_for_function(DRAWN, arg=f"{level.value} {camera} {designed}")
            page.evaluate("document.fonts.ready")
            worked_out = scene(content, designed, level, camera)
            assert off_the_most(page, worked_out) <= 2, (camera, level, window)
        if camera == OVERVIEW:
            reader.theme("dark")
            # The chart is drawn anew in the colours of the other ground.
            page.wait_for_function(WRITTEN_IN, arg=css_colour(tokens().themes.dark.muted))
            assert off_the_most(page, worked_out) <= 2, (camera, "dark", window)
            reader.theme("light")
            page.wait_for_function(WRITTEN_IN, arg=css_colour(tokens().themes.light.muted))


def test_another_view_of_a_step_is_a_press_away_and_in_the_address(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    reader.open("/synaptogenesis")
    mark(page)
    names = content.words[Level.STUDENT].cameras
    for camera in reversed(cameras_of(content, "synaptogenesis")):
        page.locator(".views a", has_text=names[camera]).click()
        page.wait_for_selector(at_camera(camera))
        reader.wait_query(f"view={camera}")
        expect(page.locator(".views a[aria-current]")).to_have_text(names[camera])
    assert is_marked(page)
    # What only another view shows brings that view along.
    page.locator('.twin a[data-set="node=prefrontal-circuit&edge="]').first.click()
    page.wait_for_selector(at_camera("synaptogenesis-structure"))
