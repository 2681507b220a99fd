"""Everyone can use it: no violation that axe knows, targets large enough, and eight tasks by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import MAP, Reader
from ui.catalogue import paths

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 768, 320)
VIEWS = (
    *(f"/{path}" for path in paths()),
    "/?node=ampar",
    "/ampa-activation?edge=ampar--bdnf-release&level=patient&lens=how",
    "/claims?claim=gad&topic=condition&q=anxiety&level=clinician",
    "/clams",
)
# The theme changes colours alone, so in the dark only the rules about them are asked again.
RULES = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
# Where a rule is met is not asked for: naming each element of a long page takes longer than all the rest.
RESULTS = ["violations", "incomplete"]
# Every place to press that stands alone, too small for a finger. Within a sentence, a link or term may be as high as
# its line.
SMALL = """[...document.querySelectorAll(
        'button:not(.term), input, summary, .facet a, .jumps a, .accounts li, [role=radio]')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[data-testid=stSidebar]'))
    .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
    .filter(([, box]) => box.width && Math.min(box.width, box.height) < 23.9).map(([html]) => html)"""


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(reader: Reader, view: str, record_property: Callable[[str, object], None]) -> None:
    page = reader.page
    reader.open(view)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page).to_have_title(page.get_by_role("heading", level=1).inner_text())
    unsure: set[str] = set()
    for theme in ("light", "dark"):
        reader.theme(theme)
        for width in WIDTHS:
            reader.resize(width)
            # What is folded is not looked at, and a page that grows may fold again.
            reader.unfold()
            found = Axe().run(page, options={"runOnly": RULES[theme], "resultTypes": RESULTS})
            assert found.violations_count == 0, f"{theme} at {width} px:\n{found.generate_report()}"
            unsure |= {f"{rule['id']} ({len(rule['nodes'])})" for rule in found.response["incomplete"]}
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{theme}: {wide - width} px of sideways scroll at {width} px"
            assert page.evaluate(SMALL) == [], f"{theme} at {width} px"
    record_property("undecided by axe", f"{view}: {', '.join(sorted(unsure)) or 'nothing'}")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_target_of_the_map_is_24_px_or_more(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 900})
    reader.open("/")
    sizes = reader.page.evaluate(
        "[...document.querySelectorAll('[data-map] button:not([hidden])')].map(b => [b.offsetWidth, b.offsetHeight])"
    )
    assert len(sizes) > 29
    assert min(min(size) for size in sizes) >= 24


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until the element that has the focus matches `selector`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab did not reach {selector}")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.id ?? ''"))


def test_eight_tasks_by_keyboard_alone(reader: Reader, content: Mechanism) -> None:
    page, names = reader.page, content.words[Level.STUDENT].things
    reader.open("/")
    # 1 Enter the map with Tab, once: all its things are one stop.
    tab_to(page, f"{MAP} [data-id]")
    assert focused(page) == "node:ketamine"
    # 2 Travel along the cascade to the AMPA receptors: an arrow, then its target, four times.
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert focused(page) == "node:ampar"
    # 3 Open it; the focus stays where it is.
    page.keyboard.press("Enter")
    reader.wait_query("node=ampar")
    expect(reader.panel.locator("h2")).to_contain_text(names["ampar"].name)
    assert focused(page) == "node:ampar"
    # 4 Go on to an arrow and read its evidence.
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    reader.wait_query("edge=ampar--bdnf-release")
    expect(reader.panel).to_contain_text("Studies for: ")
    # 5 Choose among the arrows of one thing, and go back along one.
    page.keyboard.press("End")
    page.keyboard.press("Home")
    assert focused(page) == "node:ketamine"
    # 6 Ask for the keys.
    page.keyboard.press("?")
    expect(page.locator(".map-card")).to_contain_text("Escape")
    page.keyboard.press("Escape")  # closes the list, and nothing else
    expect(page.locator(".map-card")).not_to_contain_text("Escape")
    reader.wait_query("edge=ampar--bdnf-release")
    # 7 Leave the map for the panel, and show the whole way up from there.
    page.keyboard.press("Enter")
    reader.wait_query("node=ketamine")
    tab_to(page, "[data-way=down]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-way=down]")).to_have_attribute("aria-pressed", "true")
    # 8 Close it from the map, and change the level.
    reader.button("node:ketamine").focus()
    page.keyboard.press("Escape")
    reader.wait_query("")
    page.keyboard.press("Shift+Tab")
    for _ in range(40):
        if page.evaluate("document.activeElement.closest('.st-key-level') !== null"):
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    reader.wait_query("level=patient")
    expect(page.get_by_role("heading", level=1)).to_have_text(content.words[Level.PATIENT].mechanism.title)


def test_the_keys_stay_listed_when_a_run_ends_meanwhile(reader: Reader) -> None:
    """A slow answer to an earlier pick must not take the list away from under the reader's eyes."""
    page = reader.page
    reader.open("/")
    reader.button("node:ampar").focus()
    runs = reader.runs
    page.keyboard.press("Enter")
    page.keyboard.press("?")
    reader.after_run(runs + 1)
    reader.wait_query("node=ampar")
    expect(page.locator(".map-card")).to_contain_text("Escape")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".map-card")).not_to_contain_text("Escape")


@pytest.mark.parametrize("kind", ["node", "edge"])
def test_each_thing_and_arrow_is_picked_by_key(reader: Reader, content: Mechanism, kind: str) -> None:
    reader.open("/")
    things = [f"node:{thing.id}" for thing in content.overview.things]
    picks = things if kind == "node" else [f"edge:{link.id}" for link in content.overview.links]
    runs = reader.runs
    for number, pick in enumerate(picks, start=1):
        reader.button(pick).focus()
        reader.page.keyboard.press("Enter")
        reader.after_run(runs + number)
        reader.wait_query(pick.replace(":", "="))
        assert focused(reader.page) == pick
    assert reader.runs == runs + len(picks)


def test_a_pick_is_announced_politely_and_only_the_last_of_several(reader: Reader, content: Mechanism) -> None:
    page, names = reader.page, content.words[Level.STUDENT].things
    reader.open("/")
    live = reader.said
    expect(live).to_have_attribute("aria-live", "polite")
    page.evaluate(
        "() => { window.said = []; const live = document.querySelector('[data-map] .map-live'); new MutationObserver("
        "() => window.said.push(live.textContent)).observe(live, { childList: true, characterData: true }); }"
    )
    for id_ in ("ampar", "trkb", "mtorc1"):
        page.evaluate("id => document.querySelector(`[data-id='node:${id}']`).click()", id_)
    expect(live).to_contain_text(names["mtorc1"].name)
    assert len(page.evaluate("window.said")) == 1


def test_there_is_one_heading_of_the_first_level_and_the_chart_is_hidden_from_readers(reader: Reader) -> None:
    reader.open("/bdnf-release")
    expect(reader.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(reader.page.locator(".map-chart")).to_have_attribute("aria-hidden", "true")
    expect(reader.page.locator(".map-chart [tabindex], .map-chart a, .map-chart button")).to_have_count(0)
