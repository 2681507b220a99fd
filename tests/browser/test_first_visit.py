"""The very first visit of a fresh server is a deep link, however the app is served."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import Reader
from tests.support.server import free_port, serving, streamlit, uvicorn


@pytest.mark.parametrize("command", [uvicorn, streamlit])
def test_a_fresh_server_shows_everything_a_deep_link_asks_for(
    page: Page, content: Mechanism, command: Callable[[int], list[str]]
) -> None:
    port = free_port()
    with serving(command(port), port) as address:
        reader = Reader(page, address)
        reader.open("/?node=ampar&level=patient")
        words = content.words[Level.PATIENT]
        expect(page.get_by_role("heading", level=1)).to_have_text(words.mechanism.title)
        expect(page.get_by_role("radio", name="patient")).to_be_checked()
        expect(reader.panel.locator("h2")).to_contain_text(words.things["ampar"].name)
        expect(reader.button("node:ampar")).to_have_attribute("aria-pressed", "true")
        assert set(reader.query.split("&")) == {"node=ampar", "level=patient"}
        page.goto("about:blank")  # close the socket before the server goes
