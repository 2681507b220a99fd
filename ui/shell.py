"""The frame of every page: settings, navigation, level, the map, and what the address asked for."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from graph.interface import interface
from graph.vocabulary import Level
from ui import map as mechanism_map
from ui.address import DEFAULT_LEVEL, Address, Focus, ignored_line, picked, read
from ui.content import default_network, mechanism, network
from ui.footer import footer
from ui.html import tag
from ui.panel import Reader, panel
from ui.state import show_level

ROOT = Path(__file__).parent.parent
# The widest designed picture; the panel takes what is left beside it, or goes below.
MAP_WIDTH = 736
# Where an embed keeps its focus, so that the page around it gains no history.
EMBEDDED_FOCUS = "embedded_focus"


def set_focus(pick: str) -> None:
    """Move the focus to what was picked: into the address, or only into this session in an embed."""
    focus = picked(pick, mechanism())
    if st.context.is_embedded:
        st.session_state[EMBEDDED_FOCUS] = focus
        return
    for kind in ("node", "edge"):
        if focus is None or focus.kind != kind:
            st.query_params.pop(kind, None)
    if focus is not None:
        st.query_params[focus.kind] = focus.id


def current_address() -> Address:
    """The view that is asked for. Read before any bound widget is made: Streamlit drops what those refuse."""
    raw = {name: st.query_params.get_all(name) for name in st.query_params}
    address = read(raw, mechanism())
    if st.context.is_embedded and EMBEDDED_FOCUS in st.session_state:
        focus: Focus | None = st.session_state[EMBEDDED_FOCUS]
        return Address(focus, address.level, address.ignored)
    return address


def choose_level(asked: Level) -> Level:
    """The level switch; its value lives in the address."""
    # The address holds the option as shown, so the options are the plain ids; the style sheet capitalises them.
    chosen = st.segmented_control(
        interface(asked).text.level,
        [level.value for level in Level],
        default=DEFAULT_LEVEL.value,
        required=True,
        key="level",
        bind="query-params",
    )
    return Level(chosen) if chosen else DEFAULT_LEVEL


def main() -> None:
    """Draw the shell, and the page that the address names inside it."""
    st.set_page_config(layout="wide", page_icon=str(ROOT / "assets" / "favicon.svg"))
    title = mechanism().words[DEFAULT_LEVEL].mechanism.title
    page = st.navigation([st.Page(ROOT / "pages" / "cascade.py", title=title, default=True)], position="hidden")
    st.html(ROOT / "assets" / "page.css")
    address = current_address()
    heading = st.container(gap="xsmall", key="heading")
    level = choose_level(address.level)
    words = mechanism().words[level]
    with heading:
        st.title(words.mechanism.title, anchor=False)
        st.html(tag("p", words.mechanism.subtitle, class_="subtitle"))
    if address.ignored:
        said = interface(level).text.ignored.format(what=ignored_line(address.ignored))
        st.html(tag("p", said, class_="notice", role="status"))  # escaped; Markdown would make links of it
    with st.container(horizontal=True, key="stage"):
        with st.container(key="map-side", width=MAP_WIDTH):
            mechanism_map.show(address.focus, level, set_focus)
        with st.container(key="panel-side"):
            reader = Reader(mechanism(), network(), default_network(), level)
            st.html(tag("section", panel(reader, address.focus), class_="panel", aria_live="off", data_panel=""))
    show_level(level)
    page.run()
    st.html(footer(mechanism(), level))
    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.html(f'<span data-run="{runs}" hidden></span>')


main()
