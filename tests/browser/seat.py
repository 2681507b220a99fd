"""Someone in a room at their own browser, and what it means that they are where the presenter is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Error as PlaywrightError

from graph.content import Mechanism
from graph.vocabulary import Level
from pages.cascade.story import STEP
from tests.browser.reader import READY, Reader
from tests.support.patience import PATIENCE
from tests.ui.views import seen
from ui.address import FOCUS, LENS, SEARCH, Address, of_level
from ui.catalogue import page_at
from ui.live.shared_address import merged, shared
from ui.params import Ids
from ui.state import plain_reader
from wording.interface import interface
from wording.live import LiveWords

LINK = "[data-live]"


@dataclass
class Seat:
    """Someone in the room, at their own browser."""

    reader: Reader
    level: Level

    @property
    def page(self) -> Page:
        """The browser's page."""
        return self.reader.page

    @property
    def address(self) -> str:
        """Path and query in the address bar."""
        return str(self.page.evaluate("location.pathname + location.search"))

    @property
    def words(self) -> LiveWords:
        """The live link's words for this reader."""
        return interface(self.level).live

    def says(self, words: str) -> None:
        """Wait until the bar says so."""
        expect(self.page.locator(".live-bar .live-says")).to_have_text(words)

    def act(self, words: str) -> None:
        """Press the button of the live link that says so."""
        self.page.locator(LINK).get_by_role("button", name=words, exact=True).click()


def spoken(one: Seat, words: str) -> None:
    """Wait until the link has said so to a screen reader."""
    expect(one.page.locator(f"{LINK} .map-live")).to_have_text(words)


def seat(browser: Browser, address: str, level: Level, **context: Any) -> Seat:
    """A browser of its own for a reader of `level`."""
    opened = browser.new_context(reduced_motion="reduce", **context)
    opened.set_default_timeout(PATIENCE * 1000)
    return Seat(Reader(opened.new_page(), address), level)


def query(level: Level, **more: str) -> str:
    """Query string of the level, and what else is given."""
    return of_level(level).query() + "".join(f"&{name}={value}" for name, value in more.items())


def join(one: Seat, code: str) -> None:
    """Follow the room `code`."""
    one.page.goto(f"{one.reader.address}/follow{query(one.level, room=code)}".replace("?&", "?"))
    one.page.wait_for_selector(".live-bar")


def view(address: str) -> Address:
    """The view that an address asks for."""
    parts = urlsplit(address)
    path = parts.path.strip("/")
    return seen(parse_qs(parts.query), path)


def there(content: Mechanism, one: Seat, state: str) -> None:
    """Wait until a follower shows `state` in their own words: title, panel, switches and address."""
    wanted = view(merged(state, f"/{query(one.level)}"))
    path = wanted.path
    expect(one.page.locator("h1")).to_have_text(page_at(path).title(one.level))
    if page_at(path).has_map:
        one.page.wait_for_selector(READY)
        if heading := panel_heading(content, one.level, wanted):
            expect(one.page.locator("[data-panel] h2", has_text=heading).first).to_be_attached()
        one.reader.expect_chosen("lens", wanted[LENS].value)
    if SEARCH in wanted.params:
        chosen = sum(len(wanted[param]) for param in wanted.params if isinstance(param, Ids))
        expect(one.page.locator(".facet a[aria-current]")).to_have_count(chosen)
        expect(one.page.locator(".st-key-q input")).to_have_value(wanted[SEARCH])
    focus = wanted[FOCUS]
    if focus and one.reader.button(focus.pick).count():
        expect(one.reader.button(focus.pick)).to_have_attribute("aria-pressed", "true")
    one.reader.expect_chosen("level", one.level.value)
    # The browser writes the address first; the page is there when the run that was asked for has brought it.
    wait_same(one.page, state)
    one.page.wait_for_selector(f'{LINK}[data-there="true"]', state="attached")
    assert view(one.address) == wanted, (one.level, one.address, state)


def wait_same(page: Page, state: str) -> None:
    """Wait until the address of the page shows what `state` does; an asynchronous condition would hold at once."""
    page.evaluate("async base => { window.same ??= (await import(`${base}/live/address.js`)).same; }", base(page))
    page.wait_for_function("state => window.same(location.pathname + location.search, state)", arg=state)


def panel_heading(content: Mechanism, level: Level, wanted: Address) -> str:
    """What the panel of a view is headed by."""
    says, words = interface(level), content.words[level]
    path, focus = wanted.path, wanted[FOCUS]
    if focus is None:
        if wanted[STEP]:
            return words.story[wanted[STEP]].title
        if path and path not in words.steps:
            return ""  # the panel of such a page says no name of its own
        return words.steps[path].title if path else says.text.start_title
    if focus.kind == "node":
        return words.things[focus.id].name
    return plain_reader(level).statement(focus.id)


def all_there(content: Mechanism, driver: Seat, followers: list[Seat]) -> str:
    """Wait until what the driver shows is the room's state, and everyone is there; returns the state.

    The driver's address may reach its end in two goes; what counts is where it, and everyone, ends.
    """
    while True:
        driver.page.wait_for_selector(f'{LINK}[data-sent="true"]', state="attached")
        state = shared(driver.address)
        try:
            for one in followers:
                there(content, one, state)
        except (AssertionError, PlaywrightError):
            if shared(driver.address) == state:
                raise
        if shared(driver.address) == state:
            return state


def base(page: Page) -> str:
    """Where the scripts of the page lie."""
    link = page.locator("link[href*='live.css']").get_attribute("href") or ""
    return link.removesuffix("/styles/live.css")
