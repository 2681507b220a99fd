"""The two clocks in a browser: the slider by keyboard and by steps, the address, the map, and names side by side."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Page, expect

from graph.vocabulary import Level
from tests.browser.reader import Reader
from tests.browser.test_access import tab_to
from wording.interface import interface

SAYS = interface(Level.STUDENT).clock
STOPS = tuple(SAYS.moments)
KNOB = "[data-clock]"
BACK, ON = "[data-clock-step='-1']", "[data-clock-step='1']"


def expect_moment(page: Page, moment: str) -> None:
    """Slider, words, lanes and address are at `moment`."""
    name = SAYS.after.format(moment=SAYS.moments[moment])
    expect(page.locator("[data-clock-moment]").first).to_have_text(name)
    expect(page.locator("[data-clock-moment]")).to_have_count(1)  # a run leaves the one before it for a moment
    expect(page.locator(KNOB)).to_have_attribute("aria-valuetext", name)
    expect(page.locator(KNOB)).to_have_value(str(STOPS.index(moment)))
    expect(page.locator(f"[data-clock-now='{moment}']")).to_be_visible()
    expect(page.locator("[data-clock-now]:not([hidden])")).to_have_count(1)
    page.wait_for_function("at => new URLSearchParams(location.search).get('at') === at", arg=moment)


def test_by_keyboard_along_the_slider_and_back_through_history(reader: Reader) -> None:
    page = reader.page
    reader.open("/time?at=4h&at=nonsense")
    expect(page.locator("[role=status].notice")).to_contain_text("at=nonsense")
    expect_moment(page, "4h")
    surge = reader.button("node:glutamate-release")
    expect(surge).to_have_attribute("data-change", "more")
    tab_to(page, KNOB)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect_moment(page, "1d")
    assert page.evaluate("document.activeElement.id") == "clock"
    expect(reader.said).to_contain_text(SAYS.after.format(moment=SAYS.moments["1d"]))
    expect(reader.said).to_contain_text("New spines")
    expect(reader.button("node:new-spines")).to_have_attribute("data-change", "more")
    expect(surge).not_to_have_attribute("data-change", "more")
    page.keyboard.press("End")
    expect_moment(page, STOPS[-1])
    expect(page.locator(ON)).to_have_attribute("aria-disabled", "true")
    expect(page.locator("[data-change]")).to_have_count(0)
    page.keyboard.press("Home")
    expect_moment(page, STOPS[0])
    page.go_back()
    expect_moment(page, STOPS[-1])
    page.go_back()
    expect_moment(page, "1d")
    page.go_forward()
    expect_moment(page, STOPS[-1])


def test_steps_stop_at_each_moment_and_a_reload_comes_back_to_it(reader: Reader) -> None:
    page = reader.page
    reader.open(f"/time?at={STOPS[-3]}")
    page.locator(ON).click()
    expect_moment(page, STOPS[-2])
    page.locator(ON).press("Enter")
    expect_moment(page, STOPS[-1])
    page.locator(ON).press("Enter")  # there is nothing later
    page.locator(BACK).press("Space")
    expect_moment(page, STOPS[-2])
    page.reload()
    reader.arrived()
    expect_moment(page, STOPS[-2])
    line = page.evaluate(
        "getComputedStyle(document.querySelector('[data-clock-plots]')).getPropertyValue('--clock-now')"
    )
    assert 0.9 < float(line) < 1


def test_while_the_slider_is_moved_the_words_follow_without_a_run(reader: Reader) -> None:
    page = reader.page
    reader.open("/time")
    before = reader.runs
    seen = page.evaluate(
        """() => {
            const knob = document.querySelector('[data-clock]');
            const seen = [];
            for (let place = 0; place <= Number(knob.max); place++) {
                knob.value = place;
                knob.dispatchEvent(new Event('input', { bubbles: true }));
                seen.push(document.querySelector('[data-clock-moment]').textContent);
            }
            return [seen, document.querySelector('[data-run]').dataset.run];
        }"""
    )
    assert seen[0] == [SAYS.after.format(moment=name) for name in SAYS.moments.values()]
    assert int(seen[1]) == before
    expect_moment(page, STOPS[-1])
    reader.after_run(before + 1)


def test_no_names_of_the_axis_collide_and_nothing_is_cut(reader: Reader) -> None:
    page = reader.page
    reader.open("/time?level=patient")
    for width in (1280, 1220, 1200, 768, 320):
        reader.resize(width)
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('.lane-axis')].map((axis) => {
                const frame = axis.querySelector('.lane-plot').getBoundingClientRect();
                return [[frame.left, frame.right], ...[...axis.querySelectorAll('.tick')]
                    .filter((one) => one.checkVisibility())
                    .map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])];
            })"""
        )
        assert len(boxes) == 3
        for (left, right), *names in boxes:
            assert len(names) >= 4
            assert all(left - 1 <= start and end <= right + 1 for start, end in names), (width, names)
            assert all(end + 4 <= start for (_, end), (start, _) in pairwise(names)), (width, names)
        lanes = page.evaluate(
            """() => [...document.querySelectorAll('.clocks .lane')].filter((lane) => {
                const name = lane.querySelector('.lane-name');
                return name && name.scrollWidth > name.clientWidth + 1;
            }).length"""
        )
        assert lanes == 0
