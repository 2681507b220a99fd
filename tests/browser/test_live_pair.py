"""Rooms of two: random views, what assistive technology meets, and what stays out of frames and addresses."""

from __future__ import annotations

import random
import re

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.seat import LINK, join, seat, there, wait_same
from tests.browser.test_access import RESULTS, RULES, SMALL
from tests.support.patience import PATIENCE
from tests.ui.driven import lobbies
from tests.ui.views import drawn
from ui.catalogue import paths
from ui.live.shared_address import shared


def test_two_random_views_of_every_page_are_followed(browser: Browser, address: str, content: Mechanism) -> None:
    chance = random.Random(30)  # noqa: S311 - states, no secret
    room = httpx2.post(f"{address}/live/rooms", json={}, timeout=PATIENCE).json()
    one = seat(browser, address, Level.CLINICIAN, viewport={"width": 1280, "height": 900})
    join(one, room["room"])
    version = 1
    visited = [path for path in paths() if path not in lobbies()] * 2
    chance.shuffle(visited)
    for path in visited:
        state = shared(drawn(chance, path, content).href(root="/"))
        sent = {"token": room["token"], "base": version, "address": state, "paused": False}
        version = httpx2.post(f"{address}/live/rooms/{room['room']}/state", json=sent, timeout=PATIENCE).json()[
            "version"
        ]
        there(content, one, state)
    one.page.context.close()


@pytest.mark.parametrize("path", ["present", "follow"])
def test_axe_finds_nothing_with_a_room_and_all_is_done_by_keyboard(
    browser: Browser, address: str, content: Mechanism, path: str
) -> None:
    one = seat(browser, address, Level.PATIENT, viewport={"width": 1280, "height": 900})
    page = one.page
    if path == "present":
        page.goto(f"{address}/present?level=patient")
        page.locator(".live-big").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".live-driver")
    else:
        room = httpx2.post(f"{address}/live/rooms", json={}, timeout=PATIENCE).json()["room"]
        page.goto(f"{address}/follow?level=patient")
        page.locator(".live-input").focus()
        page.keyboard.type(f"{room[:3].lower()} {room[3:]}")
        page.keyboard.press("Enter")
        page.wait_for_selector(".live-bar")
    for theme in ("light", "dark"):
        one.reader.theme(theme)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            one.reader.unfold()
            found = Axe().run(page, options={"runOnly": RULES[theme], "resultTypes": RESULTS})
            assert found.violations_count == 0, f"{theme} at {width} px:\n{found.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(SMALL) == []
    if path == "present":
        first = next(iter(content.story))
        for keys, moment in (("PageDown PageDown PageDown ArrowRight", None), ("PageUp ArrowLeft", first)):
            for key in keys.split():
                page.keyboard.press(key)  # without waiting: no press is lost
            wanted = "/nmda-blockade" if moment is None else f"/?step={moment}"
            wait_same(page, wanted)
            page.wait_for_selector(f'{LINK}[data-sent="true"]', state="attached")
    page.context.close()


def test_present_may_stand_in_no_frame_and_a_token_stands_in_no_address(browser: Browser, address: str) -> None:
    answer = httpx2.get(f"{address}/present", timeout=PATIENCE)
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-frame-options"] == "DENY"
    one = seat(browser, address, Level.STUDENT, viewport={"width": 768, "height": 900})
    asked: list[str] = []
    one.page.on("request", lambda request: asked.append(request.url + str(request.headers)))
    one.page.goto(f"{address}/present")
    one.act(one.words.open)
    one.act(one.words.begin)
    one.page.wait_for_function("() => location.pathname === '/'")
    one.page.wait_for_selector(f'{LINK}[data-sent="true"]', state="attached")
    token = one.page.evaluate("JSON.parse(sessionStorage.live).token")
    assert re.fullmatch(r"[\w-]{32}", token)
    assert any("/state" in url for url in asked) and not any(token in url for url in asked)
    assert token not in one.page.evaluate("JSON.stringify({ ...localStorage }) + document.cookie")
    assert token not in one.page.content()
    one.page.context.close()
