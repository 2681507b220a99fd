"""The picture of the first bytes stands where the app will draw it, answers, and goes once that is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import READY, Reader
from tests.browser.test_access import TAGS

WIDTHS = (320, 414, 560, 768, 800, 1024, 1280, 1600)
EARLY = "#early [data-early]"
"""The map before the app has come."""


@contextmanager
def without_the_app(
    reader: Reader, path: str = "/", *, first: str = f"{EARLY}[data-state]", then: str = READY
) -> Iterator[Page]:
    """A page of which `first` has come while Streamlit's own scripts are held back; then they come, and `then`."""
    page, held = reader.page, list[Route]()
    page.route("**/static/js/**", lambda route: held.append(route))
    page.goto(reader.address + path, wait_until="commit")
    page.wait_for_selector(first, state="attached")
    yield page
    assert held
    assert page.locator("#root > *").count() == 0
    while held:
        held.pop().continue_()
    page.unroute("**/static/js/**")
    page.wait_for_selector(then, state="attached")
    page.wait_for_selector("[data-run]", state="attached")


@pytest.mark.parametrize("level", list(Level))
def test_title_and_picture_stand_where_the_app_draws_them(
    browser: Browser, reader: Reader, address: str, level: Level
) -> None:
    still = browser.new_context(java_script_enabled=False)
    early, page = still.new_page(), reader.page
    path = f"/?level={level.value}"
    early.goto(address + path)
    reader.open(path)
    page.evaluate("document.fonts.ready")
    for width in WIDTHS:
        early.set_viewport_size({"width": width, "height": 900})
        reader.resize(width)
        for before, after in (("#early .early-title", "h1"), ("#early .early-map", ".map-frame")):
            first, then = early.locator(before).bounding_box(), page.locator(after).bounding_box()
            assert first
            assert then
            # A reader's eye keeps its place; the app rounds a picture's scale, by less than one in a hundred.
            assert abs(first["x"] - then["x"]) <= 2, (width, after, first, then)
            assert abs(first["y"] - then["y"]) <= 2, (width, after, first, then)
            if after == ".map-frame":
                assert first["width"] == pytest.approx(then["width"], rel=0.01)
                assert first["height"] == pytest.approx(then["height"], rel=0.01)
    still.close()


def test_the_picture_is_there_before_any_script_and_gone_once_the_map_is(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))
    page.goto(f"{address}/", wait_until="commit")
    page.wait_for_selector("#early svg.early-736 text >> visible=true")
    page.wait_for_function("() => document.querySelector('#early img').naturalWidth > 0")
    for route in held:
        route.continue_()
    page.unroute("**/*.js")
    page.wait_for_selector(READY)
    assert page.locator("#early").is_hidden()


@pytest.mark.parametrize("path", ["/claims", "/ampa-activation", "/?step=ampa", "/?lens=how", "/?embed=true"])
def test_another_view_is_not_announced_by_the_wrong_picture(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}{path}", wait_until="domcontentloaded")
    assert page.locator("#early").count() == 0


def test_the_map_answers_before_the_app_has_come_and_moves_into_it(reader: Reader, content: Mechanism) -> None:
    words = content.words[Level.PATIENT]
    with without_the_app(reader, "/?level=patient") as page:
        drawing = page.locator(f"{EARLY} .map-first")
        ampar = page.locator(f'{EARLY} [data-id="node:ampar"]')
        ampar.hover()
        expect(page.locator(f"{EARLY} .map-card strong")).to_contain_text(words.things["ampar"].name)
        ampar.click()
        expect(drawing.locator('[data-part="node:ampar"][data-lit="chosen"]')).to_have_count(2)
        expect(ampar).to_have_attribute("aria-pressed", "true")
        ampar.press("ArrowRight")
        there = page.evaluate("document.activeElement.dataset.id")
        assert there.startswith("edge:ampar--")
        page.evaluate("window.before = document.querySelector('.map-canvas')")
    reader.wait_query("level=patient&node=ampar")
    expect(reader.panel.locator("h2")).to_contain_text(words.things["ampar"].name)
    assert page.evaluate("document.activeElement.dataset.id") == there
    assert page.evaluate("document.querySelector('[data-map] .map-canvas') === window.before")
    assert page.locator(".map-canvas").count() == 1
    reader.after_run(2)  # the first, and the pick's
    reader.button("node:mtorc1").click()
    reader.wait_query("level=patient&node=mtorc1")
    reader.after_run(3)


def test_what_the_address_asks_for_is_lit_early(reader: Reader) -> None:
    with without_the_app(reader, "/?edge=ampar--bdnf-release") as page:
        lit = page.locator(f'{EARLY} [data-part="edge:ampar--bdnf-release"][data-lit="chosen"]')
        expect(lit.first).to_be_attached()
    assert reader.runs == 1


def test_a_moment_and_a_thing_asked_for_early_are_both_told(reader: Reader, content: Mechanism) -> None:
    first, *_ = content.story
    with without_the_app(reader) as page:
        page.locator(f"{EARLY} .map-story-next").click()
        expect(page.locator(f"{EARLY} .map-band")).to_be_visible()
        for thing in content.story[first].things[:2]:
            page.locator(f'{EARLY} [data-id="node:{thing}"]').click()
    reader.after_run(2)  # the first, and one for both
    reader.wait_query(f"step={first}&node={content.story[first].things[:2][-1]}")
    expect(page.locator(".map-band")).to_be_visible()


def test_a_thing_picked_after_the_story_was_left_is_told(reader: Reader) -> None:
    with without_the_app(reader) as page:
        page.locator(f"{EARLY} .map-story-next").click()
        page.locator(f"{EARLY} .map-story-leave").click()
        page.locator(f'{EARLY} [data-id="node:ketamine"]').click()
    reader.wait_query("node=ketamine")
    expect(reader.panel.locator("h2")).to_contain_text("Ketamine")


def test_a_press_at_the_very_moment_of_the_move_takes_nothing_back(reader: Reader, content: Mechanism) -> None:
    """The server hears only the last of several presses in a row: it must say what the others asked for too."""
    first, *_ = content.story
    with without_the_app(reader) as page:
        page.locator(f"{EARLY} .map-story-next").click()
        page.evaluate(
            """() => new MutationObserver((_, watch) => {
                const button = document.querySelector('[data-map] [data-id="node:mtorc1"]');
                if (!button) return;
                watch.disconnect();
                button.click();
            }).observe(document.body, { childList: true, subtree: true })"""
        )
    reader.wait_query(f"step={first}&node=mtorc1")
    expect(page.locator(".map-band")).to_be_visible()
    expect(reader.button("node:mtorc1")).to_have_attribute("aria-pressed", "true")
    reader.button("node:ampar").click()
    reader.wait_query(f"step={first}&node=ampar")


def test_a_press_that_is_under_way_when_the_app_comes_is_answered(reader: Reader) -> None:
    with without_the_app(reader, then="[data-map]") as page:
        box = page.locator(f'{EARLY} [data-id="node:ampar"]').bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
    assert page.locator(f"{EARLY} .map-canvas").count() == 1
    page.mouse.up()
    reader.arrived()
    reader.wait_query("node=ampar")


def test_what_is_in_view_stays_there_when_the_map_moves(reader: Reader) -> None:
    where = "() => document.querySelector('.map-frame').getBoundingClientRect().top"
    part = "() => ['scrollLeft', 'scrollTop'].map(at => document.querySelector('.map-frame')[at])"
    reader.page.set_viewport_size({"width": 390, "height": 700})
    with without_the_app(reader) as page:
        page.locator(f"{EARLY} .map-zoom").last.click()
        page.evaluate("document.querySelector('.map-frame').scrollTo(60, 90)")
        page.evaluate("window.scrollTo(0, 250)")
        before, shown = page.evaluate(where), page.evaluate(part)
        assert shown == [60, 90]
    assert page.evaluate(part) == shown
    assert page.evaluate(where) == pytest.approx(before, abs=2)


def test_nothing_can_be_pressed_before_the_map_can_answer(reader: Reader) -> None:
    held: list[Route] = []
    reader.page.route("**/scene-overview-*.json", lambda route: held.append(route))
    with without_the_app(reader, first=f"{EARLY} .map-canvas", then="[data-map]") as page:
        assert page.locator(f"{EARLY} button >> visible=true").count() == 0
    while held:
        held.pop().continue_()
    reader.arrived()


def test_nothing_of_the_first_moments_lies_over_another_page(reader: Reader) -> None:
    reader.open("/")
    expect(reader.page.locator("#early")).to_have_count(0)
    with without_the_app(reader, then="[data-map]") as page:
        pass
    page.get_by_role("link", name="Claims", exact=True).first.click()
    page.wait_for_selector("[data-links] .map-live", state="attached")
    expect(page.locator("#early >> visible=true")).to_have_count(0)


def test_the_picture_stays_where_the_map_cannot_start_and_the_app_draws_it_later(reader: Reader) -> None:
    reader.page.route("**/scene-overview-*.json", lambda route: route.abort())
    with without_the_app(reader) as page:
        expect(page.locator(EARLY)).to_have_attribute("data-state", "failed")
        expect(page.locator("#early svg.early-736")).to_be_visible()
        page.unroute("**/scene-overview-*.json")
    reader.button("node:ampar").click()
    reader.wait_query("node=ampar")
    expect(reader.panel.locator("h2")).to_contain_text("AMPA")


def test_dark_and_light_are_those_of_the_reader(reader: Reader) -> None:
    reader.page.emulate_media(color_scheme="dark")
    with without_the_app(reader) as page:
        expect(page.locator(EARLY)).to_have_attribute("data-theme", "dark")
    expect(page.locator(READY)).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_first_moments(reader: Reader, theme: Literal["light", "dark"]) -> None:
    reader.page.emulate_media(color_scheme=theme)
    with without_the_app(reader, "/?node=ampar") as page:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
        assert found.violations_count == 0, found.generate_report()
