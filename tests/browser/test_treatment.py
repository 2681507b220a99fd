"""The page about treatment as it stands in a browser: reached, drawn, and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from graph.vocabulary import Level
from tests.browser.reader import Reader
from tests.browser.test_search import typed

# How far down its window a place may start that a link has led to, in px.
NEAR_TOP = 200


def test_a_search_and_one_press_lead_to_the_passage(page: Page, reader: Reader) -> None:
    reader.open("/")
    typed(page, "obsessive-compulsive disorder")
    page.locator(".search-result", has_text="Obsessive-compulsive disorder").first.click()
    page.wait_for_url("**/treatment*treat-ocd")
    place = page.locator("#treat-ocd")
    expect(place).to_be_in_viewport()
    page.wait_for_function(
        "most => { const top = document.getElementById('treat-ocd').getBoundingClientRect().top;"
        " return 0 <= top && top < most; }",
        arg=NEAR_TOP,
    )


def test_the_crisis_link_of_any_page_leads_to_the_box_and_a_country_shows_its_number(
    page: Page, reader: Reader
) -> None:
    reader.open("/about")
    page.locator(".foot .crisis a").click()
    page.wait_for_url("**/treatment#crisis")
    box = page.locator("#crisis")
    expect(box).to_be_in_viewport()
    number = box.get_by_text("9-8-8", exact=False).first
    expect(number).to_be_hidden()
    box.locator("summary", has_text="Canada").click()
    expect(number).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_layers_of_the_hundred_are_drawn_in_the_colours_of_the_theme(
    page: Page, reader: Reader, theme: str
) -> None:
    reader.open("/treatment")
    reader.theme(theme)
    layers = page.evaluate(
        """() => [...document.querySelectorAll('#array-response .layer')].map(one => {
            const style = getComputedStyle(one);
            return [one.className, style.maskImage.startsWith('url("data:image/svg+xml'), style.backgroundColor];
        })"""
    )
    assert [name for name, *_ in layers] == ["layer solid", "layer hollow"] * 2
    assert all(masked for _, masked, _ in layers)
    assert len({colour for *_, colour in layers}) == 2


@pytest.mark.parametrize("level", list(Level))
def test_it_prints_as_a_leaflet_of_two_pages(page: Page, reader: Reader, level: Level) -> None:
    reader.open(f"/treatment?level={level.value}")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 2
    assert re.search(rb"/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]", paper)  # A4
