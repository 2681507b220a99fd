"""Around the map: the panel's tools, the switches, the narrow page, and the reader without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import READY, Reader


def test_the_link_of_a_view_is_copied_and_opens_that_view(page: Page, reader: Reader) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open("/?edge=trkb--mtorc1&level=clinician&lens=how")
    page.locator(".share summary").click()
    page.locator("[data-copy]").click()
    expect(page.locator("[data-map] > .map-live")).to_have_text("Link copied")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied == page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(copied)
    page.wait_for_selector(READY)
    expect(reader.button("edge:trkb--mtorc1")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("radio", name="clinician")).to_be_checked()
    expect(page.get_by_role("radio", name="how")).to_be_checked()


def test_the_whole_way_lights_more_than_the_neighbours_and_makes_no_run(page: Page, reader: Reader) -> None:
    lit = """[...document.querySelectorAll('.map-chart path.line')]
        .filter(line => line.closest('[data-lit]').matches('[data-lit=cause], [data-lit=effect]')).length"""
    thick = """[...document.querySelectorAll('.map-chart path.line')]
        .filter(line => parseFloat(getComputedStyle(line).strokeWidth) > 2).length"""
    reader.open("/?node=bdnf-release")
    runs, near = reader.runs, page.evaluate(lit)
    assert page.evaluate(thick) == near > 0
    page.locator("[data-way=up]").click()
    page.wait_for_function(f"near => {lit} > near", arg=near)
    assert page.evaluate(f"{thick} === {lit}")
    page.locator("[data-way=up]").click()
    page.wait_for_function(f"near => {lit} === near", arg=near)
    assert reader.runs == runs


def test_relief_is_never_lit_as_what_new_spines_start(page: Page, reader: Reader, content: Mechanism) -> None:
    names = content.words[Level.STUDENT].things
    reader.open("/?node=new-spines")
    page.locator("[data-way=down]").click()
    expect(page.locator("[data-way=down]")).to_have_attribute("aria-pressed", "true")
    # The first relief comes before spines; only what lasts can follow from them, so its name stays in the back.
    roles = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.map-chart [data-part^="node:"]')]
            .flatMap(group => [...group.querySelectorAll('text.name')].slice(0, 1).map(text =>
                [group.dataset.part, [group.dataset.lit, text.dataset.unformatted.replace('<br>', ' '),
                    getComputedStyle(text).fill]])))"""
    )
    chosen, late, early = (roles[f"node:{id_}"] for id_ in ("new-spines", "sustained-relief", "rapid-relief"))
    assert chosen[:2] == ["chosen", names["new-spines"].name]
    assert late[:2] == ["effect", names["sustained-relief"].name]
    assert early[:2] == ["away", names["rapid-relief"].name]
    assert late[2] == chosen[2] != early[2]


def test_up_to_two_accounts_are_switched_by_links(page: Page, reader: Reader, content: Mechanism) -> None:
    words = content.words[Level.STUDENT].hypotheses
    reader.open("/")
    runs = reader.runs
    page.locator(".accounts summary").click()
    for number, (id_, query) in enumerate(
        [
            ("adenosine", "hypothesis=adenosine"),
            ("trkb-direct", "hypothesis=adenosine%2Ctrkb-direct"),
            ("opioid", "hypothesis=trkb-direct%2Copioid"),
            ("opioid", "hypothesis=trkb-direct"),
        ],
        start=1,
    ):
        page.locator(f"#pick-{id_}").click()
        reader.after_run(runs + number)
        reader.wait_query(query)
    expect(page.locator(".accounts [aria-current]")).to_have_text(words["trkb-direct"].title)
    expect(page.locator(".map-lens")).to_contain_text(words["trkb-direct"].sentence)
    page.go_back()
    expect(page.locator(".accounts [aria-current]")).to_have_count(2)


def test_on_a_phone_a_press_brings_the_panel_into_view(page: Page, reader: Reader) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    reader.open("/")
    reader.button("node:ampar").click()
    reader.wait_query("node=ampar")
    page.wait_for_function("() => document.querySelector('[data-panel]').getBoundingClientRect().top < 350")
    expect(reader.panel.locator("h2")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_reader_without_scripts_finds_everything_in_one_document(
    browser: Browser, address: str, content: Mechanism, width: int, theme: str
) -> None:
    context = browser.new_context(
        java_script_enabled=False,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(f"{address}/plain?level=patient")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator("#node-ampar")).to_contain_text(content.words[Level.PATIENT].things["ampar"].summary)
    box = page.locator("body").bounding_box()
    assert box is not None
    assert box["width"] <= width
    context.close()
