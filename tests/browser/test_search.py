"""The search box of every page: by keyboard and pointer, on the map and away from it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import Reader
from ui.search.find import find

FIELD = ".search-field"
OPEN = ".search-results:not([hidden])"


def typed(page: Page, words: str) -> None:
    page.locator(FIELD).fill(words)
    page.wait_for_selector(OPEN)


def test_results_are_reached_by_arrow_keys_and_left_by_escape(page: Page, reader: Reader) -> None:
    reader.open("/")
    runs = reader.runs
    page.locator(FIELD).focus()
    page.keyboard.type("glutamte")
    page.wait_for_selector(OPEN)
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-result").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(page.locator(FIELD)).to_be_focused()
    assert page.locator(FIELD).input_value() == "glutamte"
    assert reader.runs == runs


def test_a_part_is_picked_on_the_map_without_leaving_it(page: Page, reader: Reader, content: Mechanism) -> None:
    reader.open("/")
    page.evaluate("document.querySelector('[data-map]').marked = true")
    typed(page, "trkb receptor")
    page.locator('.search-result[data-set="node=trkb&edge="]').click()
    reader.wait_query("node=trkb")
    expect(reader.panel.locator("h2")).to_contain_text(content.words[Level.STUDENT].things["trkb"].name)
    expect(page.locator(OPEN)).to_have_count(0)
    assert page.evaluate("document.querySelector('[data-map]').marked === true")


def test_enter_opens_the_first_result_and_the_level_goes_along(page: Page, reader: Reader) -> None:
    page.goto(f"{reader.address}/about?level=clinician")
    page.wait_for_selector(FIELD)
    typed(page, "rewire the brain")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?**")
    expect(page.locator(".followed .record")).to_have_attribute("id", "followed-reset-rewire")
    assert "level=clinician" in reader.query


def test_nothing_found_is_said(page: Page, reader: Reader) -> None:
    page.goto(f"{reader.address}/sources")
    page.wait_for_selector(FIELD)
    typed(page, "zzzzqqqq")
    expect(page.locator(OPEN)).to_contain_text("Nothing found")
    expect(page.locator("[data-search] [aria-live]")).to_contain_text("Nothing found")
    page.locator(FIELD).fill("")
    expect(page.locator(OPEN)).to_have_count(0)


def test_one_result_is_said_as_one_and_more_as_more(page: Page, reader: Reader, content: Mechanism) -> None:
    first_authors = {one.authors[0]: len(find(one.authors[0], Level.STUDENT)) for one in content.references.values()}
    page.goto(f"{reader.address}/sources")
    page.wait_for_selector(FIELD)
    for count, said in ((1, "1 result"), (2, "2 results")):
        typed(page, next(author for author, found in first_authors.items() if found == count))
        expect(page.locator("[data-search] [aria-live]")).to_have_text(said)


@pytest.mark.parametrize("width", [1280, 320])
def test_results_stay_inside_the_window_and_are_big_enough(page: Page, reader: Reader, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    reader.open("/")
    typed(page, "receptor")
    box = page.locator(OPEN).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    heights = page.evaluate(
        "[...document.querySelectorAll('.search-result')].map(a => a.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 24
