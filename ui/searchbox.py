"""The search box of every page. Its other half is `map/browser/search.js`."""

from __future__ import annotations

from graph.interface import interface
from graph.vocabulary import Level
from ui.mounted import mounted
from ui.server.files import base

_component = mounted("search")


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
