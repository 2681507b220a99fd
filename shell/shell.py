"""The frame of every page: settings, navigation, level and lens switches, the map and its panel."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import streamlit as st

import pages  # noqa: F401 - fills the catalogue
from graph.vocabulary import Level
from ui import list_links
from ui import map as mechanism_map
from ui.address import ACCOUNTS, FOCUS, LENS, LEVEL, Address, ignored_line, level_named
from ui.address_bar import current_address, heard
from ui.catalogue import page_at
from ui.content import active_under, mechanism, network
from ui.html.footer import footer
from ui.html.markup import tag
from ui.html.share import share
from ui.live.component import mount as mount_live
from ui.map.data import map_data
from ui.map.not_in_picture import not_in_picture
from ui.navigation import menu
from ui.page import MapPage, Page
from ui.params import Choice
from ui.reader import Reader
from ui.run_queue import RUNS
from ui.search.component import search_everything
from ui.state import READER
from ui.styles import style
from ui.subject import Subject
from wording.interface import interface

ROOT = Path(__file__).parent.parent
# The widest designed picture; the panel takes the remaining width, or goes below.
MAP_WIDTH = 736

Word = TypeVar("Word", bound=StrEnum)


def switch(label: str, param: Choice[Word]) -> Word:
    """A switch bound to a parameter; the address holds the displayed words, so the options are plain ids."""
    kind = type(param.default)
    chosen = st.segmented_control(
        label,
        [word.value for word in kind],
        default=param.default.value,
        required=True,
        key=param.name,
        bind="query-params",
    )
    return kind(chosen or param.default)


def choices(asked: Address, page: Page) -> Address:
    """The switches for the level and, on map pages, for the lens; returns the view they now select."""
    text = interface(asked[LEVEL]).text
    with st.container(horizontal=True, key="choices"):
        address = asked.set(LEVEL, switch(text.level, LEVEL))
        if LENS in page.params:
            address = address.set(LENS, switch(text.lens, LENS))
        search_everything(address[LEVEL], on_map=Subject.PICTURE in page.subjects)
    return address


def reader_of(address: Address, page: Page) -> Reader:
    """The content as seen from `address` on `page`."""
    return Reader(mechanism(), network(), active_under(address[ACCOUNTS]), address, page.has_map)


@st.fragment
def stage(asked: Address, page: MapPage) -> None:
    """Map and panel, as a fragment that a selection reruns alone. `asked` is the view of the last full run."""
    now = current_address(page)
    if now[ACCOUNTS] != asked[ACCOUNTS]:
        st.rerun()  # links all over the page carry the accounts
    map_and_panel(asked, now.set(LEVEL, asked[LEVEL]).set(LENS, asked[LENS]), page)
    count_run()


@RUNS.slot()
def map_and_panel(asked: Address, now: Address, page: MapPage) -> None:
    """Draw map and panel for the address `now`."""
    reader, before = reader_of(now, page), reader_of(asked, page)
    camera, focus = page.camera(now), now[FOCUS]
    st.html(page.above(reader, camera))
    with st.container(horizontal=True, key="stage"):
        with st.container(key="map-side", width=MAP_WIDTH):
            if control := page.control(reader, before):
                st.html(tag("div", control, class_="list", data_place=""))
            mechanism_map.show(map_data(reader, page, camera, heard()), page)
            drawn = focus is None or page.has(reader, camera, focus.id)
            if not drawn:
                not_in_picture(reader)
        with st.container(key="panel-side"):
            if beside := page.beside(before):
                st.html(tag("section", beside, class_="panel panel-beside"))
            shown = page.panel(reader, drawn), share(reader, camera, page.state(now))
            st.html(tag("section", *shown, class_="panel", data_panel=""))


def count_run() -> None:
    """Write the session's run count into the page."""
    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.html(f'<span data-run="{runs}" hidden></span>')


def heading(page: Page, level: Level) -> None:
    """The page's title, with its lead below."""
    st.title(page.title(level), anchor=False)
    if lead := page.lead(level):
        st.html(tag("p", lead, class_="subtitle"))


@RUNS.slot()
def main() -> None:
    """Draw the frame, and inside it the page that the address names."""
    level = level_named(st.query_params.get(LEVEL.name, ""))
    chosen = st.navigation(list(menu(level).values()), position="top")
    page = page_at(chosen.url_path)
    asked = current_address(page)
    st.set_page_config(page.title(asked[LEVEL]), str(ROOT / "assets" / "favicon.svg"), "wide")
    st.html(style("page"))
    head = st.container(gap="xsmall", key="heading")
    address = choices(asked, page)
    with head:
        heading(page, address[LEVEL])
    if address.ignored:
        said = interface(address[LEVEL]).text.ignored.format(what=ignored_line(address.ignored))
        st.html(tag("p", said, class_="notice", role="status"))  # escaped, because Markdown would turn it into links
    reader = st.session_state[READER] = reader_of(address, page)
    mount_live(address, page)
    if isinstance(page, MapPage):
        stage(address, page)
        chosen.run()
    else:
        list_links.mount(address[LEVEL], page)
        chosen.run()
        st.html(tag("div", share(reader), class_="list"))
        count_run()
    st.html(footer(reader, page))


main()
