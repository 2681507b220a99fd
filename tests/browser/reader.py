"""A reader at the browser: opens views, picks things, and waits for what a reader waits for."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from figures.tokens import tokens
from graph.vocabulary import Level
from tests.support.mechanisms import main
from ui.catalogue import page_at, paths
from wording.interface import interface

MAP = "[data-map]"
READY = "[data-map][data-state=chart]"
DESK = "[data-links] .map-live"
"""What stands on a page without the map once its links are answered."""


class Reader:
    """Drives one page. Waits are on conditions: the run counter, the map's state, the address."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str = "/") -> None:
        """Open a view, and wait until it is there."""
        self.page.goto(self.address + path)
        self.arrived()

    @property
    def path(self) -> str:
        """Which page the address bar names; the whole picture's is empty."""
        return urlsplit(str(self.page.evaluate("location.href"))).path.strip("/")

    def arrived(self) -> None:
        """Wait until the map is drawn, or on a page without one its links are answered, and the run is over."""
        if self.path not in paths():
            return
        self.page.wait_for_function(
            "all => all.every(one => document.querySelector(one))",
            arg=[READY if page_at(self.path).has_map else DESK, "[data-run]"],
        )

    def theme(self, theme: str) -> None:
        """Make the page light or dark in place, and wait until all of it is."""
        self.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        if self.path in paths():
            self.page.wait_for_function(
                "accent => getComputedStyle(document.documentElement).getPropertyValue('--map-selected') === accent",
                arg=(tokens().themes.dark if theme == "dark" else tokens().themes.light).selected,
            )
        if self.path in paths() and page_at(self.path).has_map:
            self.page.wait_for_selector(f"{MAP}[data-theme={theme}]")

    def resize(self, width: int, height: int = 900) -> None:
        """Make the window another size in place, and wait until the map has taken the picture for it."""
        self.page.set_viewport_size({"width": width, "height": height})
        if self.path in paths() and page_at(self.path).has_map:
            self.page.wait_for_function(
                """widths => {
                    const room = document.querySelector('[data-map]').clientWidth;
                    const fits = Math.max(widths[0], ...widths.filter(width => width <= room));
                    return document.querySelector('.map-canvas').style.width === `${fits}px`;
                }""",
                arg=sorted(main().manifest.widths),
            )

    def unfold(self) -> None:
        """Open everything that is folded."""
        self.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")

    @property
    def said(self) -> Locator:
        """Where the page speaks to screen readers."""
        return self.page.locator(f"{MAP} .map-live, {DESK}")

    @property
    def runs(self) -> int:
        """How often the server ran the page in this session."""
        return int(self.page.locator("[data-run]").get_attribute("data-run") or 0)

    def after_run(self, number: int) -> None:
        """Wait until run `number` is over. It is looked for at every frame; `expect` would look ever more rarely."""
        self.page.wait_for_function(
            "number => document.querySelector('[data-run]')?.dataset.run === number", arg=str(number)
        )

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

    def expect_chosen(self, switch: str, option: str) -> None:
        """Wait until a switch (``level`` or ``lens``) stands at `option`. By role it would take long on a long page."""
        expect(self.page.locator(f".st-key-{switch} [role=radio][aria-checked=true]")).to_have_text(option)

    def expect_level(self, level: Level) -> None:
        """Wait until the page stands in the words of `level`."""
        self.expect_chosen("level", level.value)
        expect(self.page.locator(".foot")).to_contain_text(interface(level).text.not_advice)

    def choose(self, switch: str, option: str) -> None:
        """Choose an option of a switch (``level`` or ``lens``) as a reader does."""
        self.page.locator(f".st-key-{switch}").get_by_text(option, exact=True).click()
