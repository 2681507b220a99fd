"""The picture of the first bytes stands where the app will draw it, and goes once that is done."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from graph.vocabulary import Level
from tests.browser.reader import READY, Reader

WIDTHS = (320, 414, 560, 768, 800, 1024, 1280, 1600)


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
