"""A reader at the browser: opens views, picks things, and waits for what a reader waits for."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

MAP = "[data-map]"
READY = "[data-map][data-state=chart]"


class Reader:
    """Drives one page. Waits are on conditions: the run counter, the map's state, the address."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str = "/") -> None:
        """Open a view, and wait until its map is drawn and its run is over."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector(READY)
        self.page.wait_for_selector("[data-run]", state="attached")

    @property
    def runs(self) -> int:
        """How often the server ran the page in this session."""
        return int(self.page.locator("[data-run]").get_attribute("data-run") or 0)

    def after_run(self, number: int) -> None:
        """Wait until run `number` is over."""
        expect(self.page.locator("[data-run]")).to_have_attribute("data-run", str(number))

    def button(self, pick: str) -> Locator:
        """The map's button of a thing (``node:ID``) or arrow (``edge:ID``)."""
        return self.page.locator(f'{MAP} [data-id="{pick}"]')

    @property
    def query(self) -> str:
        """The query string in the address bar, read from the page itself."""
        return urlsplit(str(self.page.evaluate("location.href"))).query

    def wait_query(self, query: str) -> None:
        """Wait until the address bar holds `query`."""
        self.page.wait_for_function("q => location.search === q", arg=f"?{query}" if query else "")

    @property
    def panel(self) -> Locator:
        """The panel beside or below the map."""
        return self.page.locator("[data-panel]")

    def choose(self, switch: str, option: str) -> None:
        """Choose an option of a switch (``level`` or ``lens``) as a reader does."""
        self.page.locator(f".st-key-{switch}").get_by_text(option, exact=True).click()
