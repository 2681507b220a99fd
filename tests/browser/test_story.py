"""The story of the picture: by keyboard, by touch, through the address, and playing by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import MAP, READY, Reader
from tests.support.patience import PATIENCE

LIT = """() => [...document.querySelectorAll('.map-chart [data-lit="step"]')]
    .map(group => group.dataset.part).filter((part, at, all) => all.indexOf(part) === at).sort()"""

# The lit things, arrows and names that the frame cuts off, by more than a px.
CUT = """() => {
  const frame = document.querySelector('.map-frame').getBoundingClientRect();
  const lit = document.querySelectorAll('.map-chart [data-lit="step"] :is(path.frame, path.line, text)');
  return [...lit].filter(one => {
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    if (!width && !height) return false;
    return left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1;
  }).map(one => one.closest('[data-part]').dataset.part + ' ' + one.textContent);
}"""


def expect_moment(reader: Reader, content: Mechanism, id_: str, level: Level = Level.STUDENT) -> None:
    """Wait until the moment `id_` is told: in the address, the band, the panel, and by what is lit."""
    moment, words = content.story[id_], content.words[level].story[id_]
    reader.wait_query(f"level={level.value}&step={id_}" if level is not Level.STUDENT else f"step={id_}")
    expect(reader.page.locator(".map-band strong")).to_contain_text(words.title)
    expect(reader.page.locator(".map-band .map-seen")).to_contain_text(words.seen)
    expect(reader.panel.locator("h2")).to_contain_text(words.title)
    lit = sorted([*(f"node:{one}" for one in moment.things), *(f"edge:{one}" for one in moment.arrows)])
    assert reader.page.evaluate(LIT) == lit
    reader.page.wait_for_function(
        "state => document.querySelector('.map-picture').dataset.picture.includes(`-${state}-`)",
        arg=moment.state.value,
    )
    assert reader.page.evaluate(CUT) == []


def test_the_whole_story_is_told_by_keyboard_a_run_for_each_moment(reader: Reader, content: Mechanism) -> None:
    page, ids = reader.page, list(content.story)
    reader.open("/")
    runs = reader.runs
    page.locator("[data-story=next]").focus()
    for number, id_ in enumerate(ids, start=1):
        page.keyboard.press("Enter" if number == 1 else "ArrowRight")
        reader.after_run(runs + number)
        expect_moment(reader, content, id_)
        assert page.evaluate("document.activeElement.dataset.story") == "next"
    page.keyboard.press("ArrowRight")  # there is nothing after the end
    page.keyboard.press("Home")
    expect_moment(reader, content, ids[0])
    expect(page.locator("[data-story=back]")).to_have_attribute("aria-disabled", "true")
    page.go_back()
    expect_moment(reader, content, ids[-1])
    page.reload()
    page.wait_for_selector(READY)
    expect_moment(reader, content, ids[-1])
    # A thing can be looked at meanwhile, and Escape leads back.
    reader.button("node:trkb").focus()
    page.keyboard.press("Enter")
    reader.wait_query(f"step={ids[-1]}&node=trkb")
    page.keyboard.press("Escape")
    expect_moment(reader, content, ids[-1])
    page.locator("[data-story=leave]").focus()
    page.keyboard.press("Enter")
    reader.wait_query("")
    expect(page.locator(".map-band")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.story") == "next"


def test_the_whole_story_is_told_by_touch_on_a_phone(browser: Browser, address: str, content: Mechanism) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    reader = Reader(context.new_page(), address)
    reader.open("/?level=patient")
    for id_ in content.story:
        reader.page.locator("[data-story=next]").tap()
        expect_moment(reader, content, id_, Level.PATIENT)
        # Picture, title, and the button that goes on are seen together.
        for part in (".map-band", "[data-story=next]"):
            expect(reader.page.locator(part)).to_be_in_viewport()
    context.close()


def test_the_story_plays_when_asked_and_stops_at_a_touch(new_page: Page, address: str, content: Mechanism) -> None:
    page, reader, ids = new_page, Reader(new_page, address), list(content.story)
    page.clock.install()
    reader.open("/")
    play = page.locator("[data-story=play]")
    assert page.evaluate("document.querySelector('.map-band').hidden")  # nothing moves unasked
    play.click()
    expect_moment(reader, content, ids[0])
    name = play.inner_text()
    page.clock.run_for(60_000)
    page.wait_for_function("first => location.search !== first", arg=f"?step={ids[0]}")
    expect(page.locator(".map-band")).not_to_contain_text(content.words[Level.STUDENT].story[ids[0]].title)
    reader.button("node:glutamate-release").click()
    expect(play).not_to_have_text(name)
    reader.page.wait_for_function("() => location.search.endsWith('&node=glutamate-release')")
    before = reader.query
    page.clock.run_for(120_000)
    assert reader.query == before


def test_near_by_the_keyboard_still_reaches_all_of_the_picture(page: Page, reader: Reader) -> None:
    reader.open("/?step=ampa")
    assert page.locator("[data-map]").get_attribute("data-close") is not None
    page.keyboard.press("Tab")  # from now on the focus is shown
    reader.button("node:ampar").focus()
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.dataset.id") == "node:ketamine"
    expect(reader.button("node:ketamine")).to_be_in_viewport()
    assert page.locator("[data-map]").get_attribute("data-close") is None


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_picture_glides_unless_motion_is_unwanted(page: Page, reader: Reader, motion: str) -> None:
    page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    reader.open("/")
    page.locator("[data-story=next]").click()
    reader.wait_query("step=resting")
    taken = page.evaluate("getComputedStyle(document.querySelector('.map-canvas')).transitionDuration")
    assert (taken == "0s") == (motion == "reduce")


def test_a_moment_is_announced(page: Page, reader: Reader, content: Mechanism) -> None:
    reader.open("/?step=glutamate")
    page.locator("[data-story=next]").click()
    words = content.words[Level.STUDENT].story["ampa"]
    expect(page.locator(f"{MAP} > .map-live")).to_contain_text(f"{words.title}. {words.text}")
