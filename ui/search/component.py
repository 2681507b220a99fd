"""The search box of every page. Its other half is `ui/browser/search/entry.js`."""

from __future__ import annotations

from graph.vocabulary import Level
from ui.browser.component import mounted
from ui.browser.files import base
from wording.interface import interface

_component = mounted("search", "search/entry")


def search_everything(level: Level, path: str) -> None:
    """Mount the search box; results on the page at `path` are picked on its map, others are links."""
    words = interface(level).search
    _component(
        key="search",
        data={
            "base": base(),
            "level": level.value,
            "overview": path == "",
            "label": words.label,
            "hint": words.hint,
            "count": words.count,
            "nothing": words.nothing,
        },
    )
