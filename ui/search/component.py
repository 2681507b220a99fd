"""The search box of every page. Its browser half is `ui/browser/search/entry.js`."""

from __future__ import annotations

from graph.vocabulary import Level
from ui.browser.component import mounted
from ui.browser.files import base
from wording.interface import interface

_component = mounted("search", "search/entry")


def search_everything(level: Level, *, on_map: bool) -> None:
    """Mount the search box; with `on_map`, parts and arrows are selected on the page's map, all else is a link."""
    words = interface(level).search
    _component(
        key="search",
        data={
            "base": base(),
            "level": level.value,
            "on_map": on_map,
            "label": words.label,
            "hint": words.hint,
            "count": words.count.model_dump(),
            "nothing": words.nothing,
        },
    )
