"""Lists and filters: the address holds every choice, each press is one run, and nothing loses the reader's place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from graph.cameras import shot
from graph.content import Mechanism
from graph.exports import EXPORTS
from graph.models import CORE
from graph.network import accounts as first_accounts
from graph.vocabulary import Level
from pages.claims.records import claims_list
from pages.glossary import glossary_list
from pages.sources import sources_list
from tests.browser.reader import MAP, Reader
from tests.ui.views import drawn, view
from tests.ui.views import seen as seen_as
from ui.address import ACCOUNTS, FOCUS, LENS, LEVEL, SEARCH, Address
from ui.catalogue import page_at, paths
from ui.content import mechanism
from ui.page import MapPage
from ui.params import Ids
from ui.state import plain_reader
from wording.interface import interface

STATES = 30
SEED = 20_261
SEARCHES = ("", "", "BDNF", "anxiety", "träum", "r-ketamine 2019", "γ & %", "nothing has this")
LISTS = {"claims": claims_list, "sources": sources_list}
SHOWN = {**LISTS, "glossary": glossary_list}
CHOSEN = "all => all.map(one => one.id).sort()"
NAMED = "all => all.map(one => one.id.replace('pick-', ''))"
# Records in the order in which they stand on the page, the one that a link asked for first.
RECORDS = "all => all.map(one => one.id)"
LISTED = """ids => [...document.querySelectorAll('.record')].map(one => one.id)
    .filter(id => /^(claim|paper|followed)-/.test(id)).join() === ids"""


def states() -> list[Address]:
    """Views all over the site, drawn by lot."""
    lot = random.Random(SEED)  # noqa: S311 - no secret
    found = []
    for number in range(STATES):
        path = ("claims", "sources")[number % 2] if number < STATES * 2 // 3 else lot.choice(paths()[:6])
        address = drawn(lot, path, mechanism())
        found.append(address.set(SEARCH, lot.choice(SEARCHES)) if SEARCH in address.params else address)
    return found


def expect_state(reader: Reader, address: Address) -> None:
    """The page and the address bar show exactly `address`."""
    page, path = reader.page, address.path
    reader.arrived()
    assert reader.path == path
    reader.expect_level(address[LEVEL])
    if path in SHOWN:
        facets = [param for param in address.params if isinstance(param, Ids)]
        chosen = sorted(f"by-{facet.name}-{value}" for facet in facets for value in address[facet])
        shown = SHOWN[path](replace(plain_reader(address[LEVEL]), address=address))
        records = re.findall(r'id="([^"]+)" class="record"', shown)
        box = page.locator(".st-key-q input")
        expect(box).to_have_value(address[SEARCH])
        page.wait_for_function(
            "([all, ids]) => [...document.querySelectorAll(all)].map(one => one.id).sort().join() === ids",
            arg=[".facet a[aria-current]", ",".join(chosen)],
        )
        # A search is in the address before its run has brought the list.
        page.wait_for_function(LISTED, arg=",".join(records))
        found = page.locator(".record").evaluate_all(RECORDS)
        assert [one for one in found if one in records or one.startswith("followed-")] == records
        assert not {one for one in found if one.startswith(("claim-", "paper-"))} - set(records)
    elif focus := address[FOCUS]:
        reader.expect_chosen("lens", address[LENS].value)
        asked = address[ACCOUNTS]
        accounts = set(asked) or first_accounts(mechanism())
        assert set(page.locator(".accounts [aria-current]").evaluate_all(NAMED)) == accounts - {CORE}
        there = page_at(path)
        assert isinstance(there, MapPage)
        seen = shot(mechanism(), there.camera(address)).shows(focus.id)
        pressed = page.locator(f"{MAP} [aria-pressed=true]")
        expect(pressed).to_have_count(1 if seen else 0)
        if seen:
            expect(pressed).to_have_attribute("data-id", focus.pick)
        else:
            expect(page.locator("[data-elsewhere]")).to_have_count(1)
    # The bar may order its parts in its own way, but it asks for nothing else.
    assert seen_as(parse_qs(reader.query), path) == address


def test_thirty_views_drawn_by_lot_show_what_their_address_says_again_and_again(reader: Reader) -> None:
    page, views = reader.page, states()
    for number, address in enumerate(views):
        page.goto(reader.address + address.href(root="/"))
        expect_state(reader, address)
        if number % 6 == 5:
            page.reload()
            expect_state(reader, address)
    for address in views[-2:-6:-1]:
        page.go_back()
        expect_state(reader, address)
    for address in views[-4:]:
        page.go_forward()
        expect_state(reader, address)


def sharing(context: BrowserContext, there: str) -> Reader:
    """Somebody else who was sent the address `there`."""
    browser = context.browser
    assert browser is not None
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(there)
    return Reader(page, there.partition("/claims")[0])


def test_a_walk_from_a_step_to_its_claims_can_be_retraced_shared_and_reloaded(
    reader: Reader, content: Mechanism
) -> None:
    page = reader.page
    claim = next(one for one in content.claims.values() if one.step == "nmda-blockade")
    reader.open("/nmda-blockade?node=ketamine")
    page.locator(f"#claim-{claim.id} a").click()
    address = view("claims", claim=claim.id)
    expect_state(reader, address)
    length = page.evaluate("history.length")
    page.locator(".filters summary").click()
    for facet, value in (("topic", "mechanism"), ("verdict", "supported")):
        runs = reader.runs
        page.locator(f"#by-{facet}-{value}").click()
        address = view("claims", **({"topic": "mechanism"} | {facet: value}))
        reader.after_run(runs + 1)
        expect_state(reader, address)
    search = page.locator(".st-key-q input")
    search.fill("glutamate")
    search.press("Enter")
    address = address.set(SEARCH, "glutamate")
    page.wait_for_function("() => location.search.includes('q=glutamate')")
    expect_state(reader, address)
    reader.choose("level", "clinician")
    address = address.set(LEVEL, Level.CLINICIAN)
    page.wait_for_function("() => location.search.includes('level=clinician')")
    expect_state(reader, address)
    assert page.evaluate("history.length") == length
    assert page.locator(".record[id^=claim-]").count() > 0, "else nothing is compared"
    page.go_back()
    expect_state(reader, view("nmda-blockade", node="ketamine"))
    page.go_forward()
    expect_state(reader, address)
    page.reload()
    expect_state(reader, address)
    other = sharing(page.context, str(page.evaluate("location.href")))
    expect_state(other, address)
    other.page.context.close()


def test_back_and_forward_within_the_app_bring_the_filters_back(reader: Reader) -> None:
    page = reader.page
    reader.open("/sources")
    page.locator(".filters summary").click()
    page.locator("#by-kind-review").click()
    reader.wait_query("kind=review")
    address = view("sources", kind="review")
    expect_state(reader, address)
    page.locator('a[href$="/treatment"]').first.click()
    page.wait_for_function("() => location.pathname === '/treatment'")
    expect(page.get_by_role("heading", level=1)).to_have_text(interface(Level.STUDENT).pages["treatment"].title)
    page.go_back()
    page.wait_for_function("() => location.pathname === '/sources'")
    expect_state(reader, address)
    page.go_forward()
    page.wait_for_function("() => location.pathname === '/treatment'")
    expect_state(reader, view("treatment"))


@pytest.mark.parametrize("path", LISTS)
def test_each_press_of_a_filter_is_one_run_and_unfolding_none(reader: Reader, path: str) -> None:
    page = reader.page
    reader.open(f"/{path}")
    runs = reader.runs
    for summary in (".filters summary", ".record summary", ".share summary"):
        page.locator(summary).first.click()
    ids = page.locator(".facet a").evaluate_all(CHOSEN)
    lot = random.Random(SEED)  # noqa: S311 - no secret
    pressed = lot.sample(ids, 5)
    for number, id_ in enumerate([*pressed, *pressed], start=1):
        link = page.locator(f"#{id_}")
        link.click()
        reader.after_run(runs + number)
        expect(page.locator(f"#{id_}[aria-current=true]")).to_have_count(1 if number <= 5 else 0)
        # The answer is another element in its place; the reader is still on it, in a block that is still open.
        expect(link).to_be_focused()
        expect(link).to_be_visible()
    assert reader.query == ""
    # A second run of any press would have been counted by now.
    assert reader.runs == runs + 10


@pytest.mark.parametrize("middle", [True, False], ids=["middle", "ctrl"])
def test_a_filter_can_be_opened_beside_the_page(reader: Reader, middle: bool) -> None:
    page = reader.page
    reader.open("/claims?level=patient&topic=condition")
    runs, query = reader.runs, reader.query
    with page.context.expect_page() as beside:
        link = page.locator("#by-verdict-contested")
        link.click(button="middle") if middle else link.click(modifiers=["Control"])
    other = Reader(beside.value, reader.address)
    expected = view("claims", level="patient", topic="condition", verdict="contested")
    expect_state(other, expected)
    assert (reader.runs, reader.query) == (runs, query)
    expect(page.locator("#by-verdict-contested")).not_to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("path", ["claims", "sources", "sources?step=ampa-activation&doi=seen"])
def test_each_download_is_a_file_that_is_saved(reader: Reader, content: Mechanism, path: str) -> None:
    page = reader.page
    reader.open(f"/{path}")
    links = page.locator("a[download]").evaluate_all("all => all.map(one => one.href)")
    of = "references" if "sources" in path else "claims"
    assert [urlsplit(link).path for link in links] == [f"/api/{one.file}" for one in EXPORTS.values() if one.of == of]
    for link in links:
        answer = page.request.get(link)
        assert answer.status == 200, link
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert len(answer.body()) > 1000
    if "step" in path:
        shown = page.locator(".record[id^=paper-]").count()
        asked = parse_qs(urlsplit(links[0]).query)["id"][0].split(",")
        assert len(asked) == shown < len(content.references)


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("/claims?level=patient&topic=condition&q=xyzzy", lambda content: len(content.claims)),
        ("/claims?level=patient&claim=gad", lambda content: len(content.claims)),
        ("/glossary?level=patient&q=pill", lambda content: len(content.glossary)),
    ],
    ids=["filter-and-search", "item", "glossary"],
)
def test_clearing_shows_everything_again_in_place(
    reader: Reader, content: Mechanism, asked: str, total: Callable[[Mechanism], int]
) -> None:
    page, words, every = reader.page, interface(Level.PATIENT).lists, total(content)
    reader.open(asked)
    shown = page.locator(".shown")
    expect(shown).to_contain_text(words.clear)
    runs, length = reader.runs, page.evaluate("history.length")
    page.evaluate("document.body.dataset.same = 'page'")
    clear = page.get_by_text(words.clear, exact=True)
    clear.focus()
    page.keyboard.press("Enter")
    expect(shown).to_have_text(words.shown.format(shown=every, total=every))
    expect(shown).to_be_focused()
    reader.after_run(runs + 1)
    expect_state(reader, view(reader.path, level="patient"))
    assert page.evaluate("[document.body.dataset.same, history.length]") == ["page", length]
    # What comes next finds the search as empty as it looks.
    page.reload()
    expect_state(reader, view(reader.path, level="patient"))
