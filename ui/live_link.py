"""The live link on every page. Its other half is `map/browser/live.js`; the rooms themselves are in `live/`."""

from __future__ import annotations

import streamlit as st

from graph.vocabulary import Level
from ui.address import Lens, read
from ui.catalogue import has_map, paths
from ui.content import mechanism
from ui.following import OWN, split
from ui.markup import tag
from ui.mounted import mounted
from ui.server.files import base
from ui.state import current_reader, pages

KEY = "live"
BOUND = ("lens", "q")
"""Parameters held by widgets beside the level: Streamlit lets nobody else write them."""

_component = mounted(KEY)


def mount(level: Level, path: str) -> None:
    """Mount the live link on the page at `path`: nothing is seen of it where this tab is in no room."""

    def gone() -> None:
        if asked := st.session_state[KEY].go:
            go(asked, path)

    _component(key=KEY, data={"base": base(), "level": level.value, "path": path}, on_go_change=gone)


def go(asked: str, here: str) -> None:
    """Bring the reader of the page `here` to the address `asked`, in the words and the theme they have."""
    where, pairs = split(asked)
    path = where.strip("/")
    if path not in paths():
        return
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in OWN:
            given.setdefault(name, []).append(value)
    view = read(given, mechanism(), path)
    # What is bound to a widget is set as the widget's value; in an address that we write it would be refused.
    st.session_state["lens"] = view.lens.value if has_map(path) else Lens.ALL.value
    st.session_state["q"] = view.search
    free = {name: values for name, values in given.items() if name not in BOUND}
    if path != here:
        st.switch_page(pages()[path], query_params=free)
    for name in [name for name in st.query_params if name not in (*BOUND, *OWN, *free)]:
        del st.query_params[name]
    for name, values in free.items():
        st.query_params[name] = values


def present_page() -> None:
    """How presenting works; the desk itself stands above it."""
    words = current_reader().says.live
    _how(words.present_how, words.kept)


def follow_page() -> None:
    """How following works; the join box stands above it."""
    words = current_reader().says.live
    _how(words.follow_how, words.kept)


def _how(steps: tuple[str, ...], kept: str) -> None:
    st.html(tag("div", tag("ol", *(tag("li", step) for step in steps)), tag("p", kept, class_="muted"), class_="list"))
