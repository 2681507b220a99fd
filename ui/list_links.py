"""Handles the links of pages without a map. Its browser half is `ui/browser/page/list-links.js`."""

from __future__ import annotations

from figures.tokens import tokens
from graph.vocabulary import Level
from ui.address_bar import change, heard
from ui.browser.component import mounted, sent
from ui.browser.files import base
from ui.page import Page
from wording.interface import interface

KEY = "links"

_component = mounted(KEY, "page/list-links")


def mount(level: Level, page: Page) -> None:
    """Mount the link handler on `page`: a link with `data-set` then changes the view and reruns the page."""
    changed = interface(level).share.level_changed[level]
    themes = tokens().themes
    palettes = {"light": themes.light.model_dump(), "dark": themes.dark.model_dump()}

    def asked() -> None:
        if given := sent(KEY, "set"):
            change(given, page)

    _component(
        key=KEY,
        data={
            "base": base(),
            "level": level.value,
            "level_changed": changed,
            "palettes": palettes,
            "heard": heard(),
        },
        on_set_change=asked,
    )
