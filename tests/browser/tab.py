"""One tab for test after test: to a test it looks like a new one, and the app's scripts need not be compiled again.

A new tab is a new process, which reads and compiles all of Streamlit and Plotly before anything is seen. That takes
more than twice the processor time of everything else that opening a page does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize

from tests.support.patience import PATIENCE

WINDOW: ViewportSize = {"width": 1280, "height": 900}


class Tab:
    """A page in a context of its own, made like new before each test, and made anew after one that failed."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._context: BrowserContext | None = None
        self._listeners: list[tuple[str, Callable[..., Any]]] = []

    def fresh(self) -> Page:
        """The page, like new: an empty document of the app's own origin, without a past."""
        if self._context is None:
            self._context = self._browser.new_context()
            self._context.set_default_timeout(PATIENCE * 1000)
            self._page = self._context.new_page()
            self._session = self._context.new_cdp_session(self._page)
            self._note_listeners()
        self._forget(self._context, self._page, self._session)
        return self._page

    def drop(self) -> None:
        """Close it; the next test gets a new one."""
        if self._context is not None:
            self._context.close()
            self._context = None
            self._listeners.clear()

    def _note_listeners(self) -> None:
        add = self._page.on

        def on(event: Any, listener: Callable[..., Any]) -> None:
            self._listeners.append((event, listener))
            add(event, listener)

        self._page.on = on  # type: ignore[assignment,method-assign]

    def _forget(self, context: BrowserContext, page: Page, session: CDPSession) -> None:
        for event, listener in self._listeners:
            page.remove_listener(event, listener)
        self._listeners.clear()
        page.unroute_all(behavior="ignoreErrors")
        for other in context.pages:
            if other is not page:
                other.close()
        context.set_offline(False)
        context.clear_permissions()
        page.emulate_media(media="null", color_scheme="light", reduced_motion="reduce", forced_colors="none")
        page.set_viewport_size(WINDOW)
        page.goto(f"{self._address}/healthz")  # the smallest document there is; it ends what the last test has opened
        page.evaluate("sessionStorage.clear()")
        page.mouse.move(0, 0)
        session.send("Storage.clearDataForOrigin", {"origin": self._address, "storageTypes": "local_storage,cookies"})
        session.send("Page.resetNavigationHistory")
