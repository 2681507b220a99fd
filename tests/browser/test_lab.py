"""The lab in a browser: by keyboard alone from the page to a finished comparison, and the marks on the map."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from graph.vocabulary import Level
from tests.browser.reader import MAP, Reader
from tests.browser.test_access import RESULTS, RULES, focused, tab_to
from ui.state import plain_reader


def test_by_keyboard_from_the_page_to_a_finished_comparison(reader: Reader) -> None:
    page, words = reader.page, plain_reader(Level.STUDENT).says.lab
    reader.open("/what-if")
    tab_to(page, f"{MAP} [data-id]")
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert focused(page) == "node:ampar"
    page.keyboard.press("Enter")
    reader.wait_query("node=ampar")
    tab_to(page, '[data-set="guess=abolished"]')
    page.keyboard.press("Enter")
    expect(page.locator('[data-set="guess=abolished"]')).to_have_attribute("aria-current", "true")
    reader.button("node:ampar").focus()
    tab_to(page, '[data-set="off=ampar&less=&on="]')
    page.keyboard.press("Enter")
    page.wait_for_function("() => new URLSearchParams(location.search).get('off') === 'ampar'")
    for part in (words.guessed.partition("{")[0], words.answer, words.found, words.warning):
        expect(reader.panel).to_contain_text(part)
    expect(reader.button("node:ampar")).to_have_attribute("data-change", "off")
    relief = reader.button("node:rapid-relief")
    expect(relief).to_have_attribute("data-change", "less")
    expect(relief).to_have_attribute("aria-label", re.compile(f"^Rapid relief, .*, {words.map_less}$"))
    reader.resize(320)
    reader.unfold()
    found = Axe().run(page, options={"runOnly": RULES["light"], "resultTypes": RESULTS})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    reader.resize(1280)
    reader.button("node:ampar").focus()
    tab_to(page, '[data-panel] [data-set="off=&less=&on="]')
    page.keyboard.press("Enter")
    page.wait_for_function("() => !new URLSearchParams(location.search).has('off')")
    expect(reader.button("node:ampar")).not_to_have_attribute("data-change", "off")
    expect(reader.panel).not_to_contain_text(words.answer)
