"""A word that is explained: by pointer, keyboard and finger, dismissed without moving, and always in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import Reader
from tests.browser.test_access import TAGS
from tests.support.patience import PATIENCE

VIEW = "/?node=ampar"
BUBBLE = ".term-bubble"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    yield Reader(context.new_page(), address)
    context.close()


def words_in(page: Page) -> Locator:
    """The terms of the panel, in view; the bubble is answered only once the map is there."""
    found = page.locator("[data-panel] .term:visible")
    found.first.scroll_into_view_if_needed()
    return found


def expect_explained(page: Page, word: Locator, content: Mechanism, level: Level = Level.STUDENT) -> None:
    """The bubble says what `word` means, is tied to it, and covers neither it nor the edge of the window."""
    told = content.words[level].glossary[word.get_attribute("data-term") or ""]
    expect(page.locator(BUBBLE)).to_be_visible()
    expect(page.locator(BUBBLE)).to_have_text(f"{told.term}{told.text}")
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(word).to_have_attribute("aria-describedby", page.locator(BUBBLE).get_attribute("id") or "")
    bubble, box, window = page.locator(BUBBLE).bounding_box(), word.bounding_box(), page.viewport_size
    assert bubble and box and window
    assert bubble["x"] >= 0 and bubble["x"] + bubble["width"] <= window["width"]
    assert bubble["y"] >= 0 and bubble["y"] + bubble["height"] <= window["height"]
    assert bubble["y"] >= box["y"] + box["height"] or bubble["y"] + bubble["height"] <= box["y"]


def expect_closed(page: Page, word: Locator) -> None:
    expect(page.locator(f"{BUBBLE}:visible")).to_have_count(0)
    expect(word).to_have_attribute("aria-expanded", "false")
    assert word.get_attribute("aria-describedby") is None


def centre(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_pointer_opens_it_may_move_onto_it_and_closes_it_by_leaving(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    reader.open(VIEW)
    word = words_in(page).first
    word.hover()
    expect_explained(page, word, content)
    page.mouse.move(*centre(page.locator(BUBBLE)), steps=5)
    page.wait_for_timeout(700)
    expect_explained(page, word, content)
    page.mouse.move(5, 400)
    expect_closed(page, word)


def test_escape_closes_it_without_moving_the_pointer_or_the_view(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    reader.open(VIEW)
    word = words_in(page).first
    word.hover()
    expect_explained(page, word, content)
    page.keyboard.press("Escape")
    expect_closed(page, word)
    assert reader.query == "node=ampar"
    word.click()
    expect_explained(page, word, content)
    page.mouse.move(5, 400)
    page.wait_for_timeout(700)
    expect_explained(page, word, content)  # the press gave it the focus
    page.mouse.click(5, 400)
    expect_closed(page, word)


def test_the_keyboard_opens_it_by_focus_and_escape_leaves_the_focus(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    reader.open(VIEW)
    first, second = words_in(page).nth(0), words_in(page).nth(1)
    page.locator("[data-panel] .panel-close a").focus()
    page.keyboard.press("Shift+Tab")  # so that what has the focus is shown to have it
    first.focus()
    expect_explained(page, first, content)
    page.keyboard.press("Tab")
    expect_explained(page, second, content)
    expect(first).to_have_attribute("aria-expanded", "false")
    assert first.get_attribute("aria-describedby") is None
    page.keyboard.press("Escape")
    expect_closed(page, second)
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect_explained(page, second, content)
    expect(reader.said).to_contain_text(content.words[Level.STUDENT].glossary["nbqx"].text)
    page.keyboard.press("Space")
    expect_closed(page, second)


def test_a_finger_opens_it_within_320_px_and_a_tap_elsewhere_closes_it(phone: Reader, content: Mechanism) -> None:
    page = phone.page
    phone.open(f"{VIEW}&level=patient")
    words = words_in(page)
    for number in range(words.count()):
        words.nth(number).tap()
        expect_explained(page, words.nth(number), content, Level.PATIENT)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("[data-panel] h2").tap()
    expect_closed(page, words.last)
    words.first.tap()
    expect_explained(page, words.first, content, Level.PATIENT)
    words.first.tap()
    expect_closed(page, words.first)


def test_the_words_follow_the_level_and_are_fetched_once_when_first_asked_for(
    reader: Reader, content: Mechanism
) -> None:
    page, asked = reader.page, list[str]()
    page.on("request", lambda request: asked.append(request.url) if "/glossary-" in request.url else None)
    reader.open(VIEW)
    assert asked == []
    for number in (0, 1, 0):
        words_in(page).nth(number).hover()
        expect_explained(page, words_in(page).nth(number), content)
    assert len(asked) == 1
    reader.choose("level", "patient")
    reader.expect_level(Level.PATIENT)
    expect(words_in(page).first).to_have_text("fast switch")
    words_in(page).first.hover()
    expect_explained(page, words_in(page).first, content, Level.PATIENT)
    assert len(asked) == 2


def test_what_takes_the_word_away_takes_the_bubble_too(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    reader.open(VIEW)
    word = words_in(page).first
    word.hover()
    expect_explained(page, word, content)
    page.evaluate("document.querySelector('[data-id=\"node:trkb\"]').click()")
    reader.wait_query("node=trkb")
    expect(page.locator(f"{BUBBLE}:visible")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("view", [VIEW, "/claims?claim=gad"])
def test_axe_finds_no_violation_while_it_is_open(reader: Reader, content: Mechanism, view: str, width: int) -> None:
    page = reader.page
    page.set_viewport_size({"width": width, "height": 900})
    reader.open(view)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        word = page.locator(":is([data-panel], .followed) .term").first
        word.scroll_into_view_if_needed()
        word.hover()
        expect_explained(page, word, content)
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
        assert found.violations_count == 0, f"{theme}:\n{found.generate_report()}"
        page.keyboard.press("Escape")
        page.mouse.move(2, 2)


def test_forced_colours_leave_it_a_frame(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    page.emulate_media(forced_colors="active")
    reader.open(VIEW)
    word = words_in(page).first
    word.hover()
    expect_explained(page, word, content)
    style = page.evaluate(
        "(({ borderTopWidth, borderTopStyle }) => [borderTopWidth, borderTopStyle])"
        "(getComputedStyle(document.querySelector('.term-bubble')))"
    )
    assert style == ["1px", "solid"]
    assert "dotted" in page.evaluate(
        "getComputedStyle(document.querySelectorAll('[data-panel] .term')[1]).textDecoration"
    )
