"""The search box of every page. Its other half is `map/browser/search.js`."""

from __future__ import annotations

import streamlit as st

from graph.interface import interface
from graph.vocabulary import Level
from ui.server.files import base

# Inline code travels with every run, so it only loads the module that does the work.
_LOADER = """
const modules = {};
export default function (component) {
  const { data } = component;
  modules[data.base] ??= import(`${location.origin}${data.base}/search.js`);
  modules[data.base].then((search) => search.draw(component));
}
"""

_component = st.components.v2.component("search", html="<div data-search></div>\n", js=_LOADER, isolate_styles=False)


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
