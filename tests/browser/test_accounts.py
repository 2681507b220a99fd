"""The page of the accounts as a reader uses it: two accounts, a year by keyboard, reload and back."""

from __future__ import annotations

from playwright.sync_api import expect

from graph.history import years
from graph.vocabulary import Level
from pages.hypotheses.picture import account_picture
from tests.browser.reader import MAP, Reader
from tests.ui.test_told import reader as asked
from ui.content import mechanism

DRAWN = """wanted => [...new Set([...document.querySelectorAll('.map-chart [data-part^="edge:"]')]
    .map(one => one.dataset.part.slice(5)))].sort().join() === wanted"""
SIDES = """() => Object.fromEntries([...document.querySelectorAll('.map-chart [data-part^="edge:"][data-side]')]
    .map(one => [one.dataset.part.slice(5), one.dataset.side]))"""


def expect_drawn(reader: Reader, *accounts: str, year: int | None = None) -> None:
    """The map draws exactly the arrows of the accounts in that year, each with a button, and says whose they are."""
    wanted = account_picture(asked(*accounts, year=year, level=Level.STUDENT)).arrows
    reader.page.wait_for_function(DRAWN, arg=",".join(sorted(wanted)))
    buttons = reader.page.locator(f"{MAP} [data-id^='edge:']").evaluate_all("all => all.map(one => one.dataset.id)")
    assert sorted(buttons) == sorted(f"edge:{id_}" for id_ in wanted)
    assert reader.page.evaluate(SIDES) == {id_: state.side for id_, state in wanted.items()}
    assert "NaN" not in reader.page.locator(f"{MAP} .map-chart").inner_html()


def test_picking_a_second_account_redraws_the_map_as_both(reader: Reader) -> None:
    page = reader.page
    reader.open("/hypotheses?hypothesis=disinhibition")
    expect_drawn(reader, "disinhibition")
    page.locator("#pick-lateral-habenula").click()
    reader.wait_query("hypothesis=disinhibition%2Clateral-habenula")
    expect_drawn(reader, "disinhibition", "lateral-habenula")
    expect(page.locator("[data-panel] h3[data-side]")).to_have_count(3)
    marks = page.locator(f"{MAP} [data-mark]").evaluate_all("all => all.map(one => one.dataset.mark)")
    assert set(marks) == {"1", "2"}
    page.reload()
    reader.arrived()
    expect_drawn(reader, "disinhibition", "lateral-habenula")
    page.locator("#pick-disinhibition").click()
    expect_drawn(reader, "lateral-habenula")
    page.go_back()
    expect_drawn(reader, "disinhibition", "lateral-habenula")


def test_the_years_are_stepped_by_keyboard_each_with_one_run(reader: Reader) -> None:
    page, account = reader.page, "opioid"
    reader.open(f"/hypotheses?hypothesis={account}")
    known = years(mechanism(), account_picture(asked(account)).arrows)
    page.locator("#year-before").focus()
    for year in known[-1:-4:-1]:
        before = reader.runs
        page.keyboard.press("Enter")
        reader.wait_query(f"hypothesis={account}&year={year}")
        reader.after_run(before + 1)
        expect_drawn(reader, account, year=year)
        expect(page.locator("[data-year]")).to_have_attribute("data-year", str(year))
        expect(page.locator("#year-before")).to_be_focused()
        expect(reader.said).to_contain_text(str(year))
    page.go_back()
    expect_drawn(reader, account, year=known[-2])
    page.reload()
    reader.arrived()
    expect_drawn(reader, account, year=known[-2])
    expect(page.locator("#year-after")).to_have_attribute("data-set", f"year={known[-1]}")
    page.locator(f"#year-{known[0]}").click()
    expect_drawn(reader, account, year=known[0])
    page.locator("#year-all").click()
    expect_drawn(reader, account)
    assert "year" not in reader.query


def test_a_thing_picked_in_a_year_keeps_the_year(reader: Reader) -> None:
    reader.open("/hypotheses?hypothesis=hnk-metabolite&year=2018")
    reader.button("node:hnk").click()
    expect(reader.panel.locator("h2").first).to_contain_text("2018")
    expect(reader.panel).to_contain_text(mechanism().words[Level.STUDENT].things["hnk"].summary[:20])
    assert "year=2018" in reader.query
    expect_drawn(reader, "hnk-metabolite", year=2018)
