"""The frame of every page: settings, navigation, the reader's choices, the map and its panel."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from graph.cameras import OVERVIEW, cameras_of, shot
from graph.network import accounts
from graph.vocabulary import Level
from ui import clock, timeline
from ui import map as mechanism_map
from ui.address import ACCOUNTS, DEFAULT_LEVEL, LAB, TIME, Address, Focus, Lens, picked, read, year_of
from ui.catalogue import camera_at, has_map, lead_of, step_of, title_of
from ui.content import active_under, mechanism, network
from ui.html.account_switch import PICK, account_switch, toggled
from ui.html.footer import footer
from ui.html.markup import Markup, tag
from ui.html.panel import panel
from ui.html.share import share
from ui.hypotheses import account_groups, account_key, account_panel
from ui.ignored import ignored_line
from ui.lab import changes_on_map, is_lab_pick, lab_panel, take_lab_pick
from ui.list_links import mount as mount_desk
from ui.list_links import params
from ui.live.component import mount as mount_live
from ui.map.data import map_data
from ui.map.not_in_picture import elsewhere, shows
from ui.menu import pages_in
from ui.reader import Reader
from ui.run_queue import RUNS
from ui.search.component import search_everything
from ui.state import PAGES, READER
from ui.story import TELL
from ui.timeline import changed, year_control
from ui.told import told
from ui.views import PICK as VIEW
from ui.views import view_switch
from wording.interface import interface

ROOT = Path(__file__).parent.parent
# The widest designed picture; the panel takes what is left beside it, or goes below.
MAP_WIDTH = 736
# Where an embed keeps its focus and its moment of the story, so that the page around it gains no history.
EMBEDDED = "embedded"


def take_pick(pick: str, camera: str = OVERVIEW) -> None:
    """Do what a pick asks for: change what the picture tells, or move the focus; `camera` is shown now."""
    if pick.startswith(PICK):
        switch_account(pick.removeprefix(PICK))
    elif pick.startswith(TELL):
        moment, _, then = pick.removeprefix(TELL).partition(" ")
        tell(moment)
        if then:  # picked in the moment before the browser heard that the server had it
            take_pick(then, camera)
    elif pick.startswith(timeline.PICK):
        set_year(pick.removeprefix(timeline.PICK))
    elif is_lab_pick(pick):
        take_lab_pick(pick, current_address(LAB))
    elif pick.startswith(clock.PICK):
        set_moment(pick.removeprefix(clock.PICK))
    elif pick.startswith(VIEW):
        st.query_params["view"] = pick.removeprefix(VIEW)
    else:
        focus = picked(pick, mechanism())
        keep_view(camera, focus)
        set_focus(focus)


def keep_view(camera: str, focus: Focus | None) -> None:
    """Stay with the closer picture that shows the new focus; leave one that does not."""
    step = mechanism().cameras[camera].step if camera != OVERVIEW else None
    if step is None or (focus and not shot(mechanism(), camera).shows(focus.id)):
        st.query_params.pop("view", None)
    elif len(cameras_of(mechanism(), step)) > 1:
        st.query_params["view"] = camera


def switch_account(id_: str) -> None:
    """Switch an account on or off in the address."""
    chosen = toggled(current_address(), id_).hypotheses if id_ in mechanism().hypotheses else ()
    if chosen:
        st.query_params["hypothesis"] = ",".join(chosen)
    else:
        st.query_params.pop("hypothesis", None)


def tell(id_: str) -> None:
    """Go to a moment of the story, or leave it: in the address, or only in this session in an embed."""
    moment = id_ if id_ in mechanism().story else ""
    if st.context.is_embedded:
        st.session_state[EMBEDDED] = (None, moment)
        return
    for name in ("node", "edge"):
        st.query_params.pop(name, None)
    if moment:
        st.query_params["step"] = moment
    else:
        st.query_params.pop("step", None)


def set_year(asked: str) -> None:
    """Make the picture that of another year in the address; of today where none is asked for."""
    if year_of(asked, mechanism()) is not None:
        st.query_params["year"] = asked
    else:
        st.query_params.pop("year", None)


def set_moment(asked: str) -> None:
    """Have the clocks show another moment in the address; an unknown one changes nothing."""
    if asked in interface(DEFAULT_LEVEL).clock.moments:
        st.query_params["at"] = asked


def set_focus(focus: Focus | None) -> None:
    """Move the focus: in the address, or only in this session in an embed."""
    if st.context.is_embedded:
        st.session_state[EMBEDDED] = (focus, current_address().moment)
        return
    for kind in ("node", "edge"):
        if focus is None or focus.kind != kind:
            st.query_params.pop(kind, None)
    if focus is not None:
        st.query_params[focus.kind] = focus.id


def current_address(path: str = "") -> Address:
    """The view that is asked for of the page at `path`.

    Read before any bound widget is made: Streamlit drops what those refuse.
    """
    address = read(params(), mechanism(), path)
    if st.context.is_embedded and EMBEDDED in st.session_state:
        focus, moment = st.session_state[EMBEDDED]
        return replace(address, focus=focus, moment="" if path else moment)
    return address


def choices(asked: Address, path: str) -> Address:
    """The switches for the level and, beside the map, for the lens; returns the view as they stand now."""
    text = interface(asked.level).text
    with st.container(horizontal=True, key="choices"):
        # The address holds an option as it is shown, so options are plain ids; the style sheet capitalises them.
        level = st.segmented_control(
            text.level,
            [level.value for level in Level],
            default=DEFAULT_LEVEL.value,
            required=True,
            key="level",
            bind="query-params",
        )
        lens = None
        if has_map(path):
            lens = st.segmented_control(
                text.lens,
                [lens.value for lens in Lens],
                default=Lens.ALL.value,
                required=True,
                key="lens",
                bind="query-params",
            )
        address = replace(asked, level=Level(level or DEFAULT_LEVEL), lens=Lens(lens or Lens.ALL))
        search_everything(address.level, path)
    return address


def account_in_words(address: Address) -> str:
    """What the legend says of the chosen accounts."""
    words = mechanism().words[address.level].hypotheses
    says = interface(address.level).text.account_says
    return " ".join(says.format(title=words[id_].title, sentence=words[id_].sentence) for id_ in address.hypotheses)


def reader_of(address: Address, path: str) -> Reader:
    """The content as `address` asks for it on the page at `path`."""
    return Reader(mechanism(), network(), active_under(address.hypotheses), address, has_map(path))


def panel_of(reader: Reader, path: str, drawn: bool) -> Markup:
    """What stands beside the map of the page at `path`; `drawn` says whether the map has what is in focus."""
    if path == LAB:
        return lab_panel(reader)
    if path == TIME:
        return clock.folded(reader)
    if path != ACCOUNTS:
        return panel(reader, path, drawn)
    if not reader.address.focus:
        return account_panel(reader)
    return Markup(changed(reader) + panel(reader, drawn=drawn))


@st.fragment
def stage(asked: Address, path: str) -> None:
    """Map and panel: all that a pick changes, so a pick runs this alone. `asked` is the view of the last whole run."""
    now = current_address(path)
    if now.hypotheses != asked.hypotheses:
        st.rerun()  # links all over the page carry the accounts
    map_and_panel(asked, now, path)
    count_run()


@RUNS.turn()
def map_and_panel(asked: Address, now: Address, path: str) -> None:
    """Draw them as the address is `now`."""
    address = replace(
        asked, focus=now.focus, hypotheses=now.hypotheses, moment=now.moment, year=now.year, view=now.view
    )
    address = replace(address.changing(**now.changes), time=now.time)
    reader = reader_of(address, path)
    camera = camera_at(path, address.view, address.focus.id if address.focus else "")
    rivals, lab, clocks = path == ACCOUNTS, path == LAB, path == TIME
    switch = account_switch(reader, reader.says.lab.all_accounts if lab or clocks else "")
    # One element on every page, so that the map keeps its place among them.
    st.html(Markup((account_groups(reader) if rivals else switch) + view_switch(reader, path, camera)))
    shown = told(reader) if rivals else None
    with st.container(horizontal=True, key="stage"):
        with st.container(key="map-side", width=MAP_WIDTH):
            if rivals:
                st.html(tag("div", year_control(reader), account_key(reader), class_="list", data_place=""))
            if clocks:
                st.html(tag("div", clock.slider(reader_of(asked, path)), class_="list", data_place=""))
            data = map_data(
                address,
                camera=camera,
                step=step_of(path) if camera == OVERVIEW else 0,
                story=not path,
                accounts=accounts(mechanism(), address.hypotheses) if address.hypotheses else (),
                account="" if rivals else account_in_words(address),
                told=shown,
                changes=changes_on_map(reader) if lab else clock.marks_at(reader) if clocks else None,
                moment=clock.moment_of(address) if clocks else "",
            )
            mechanism_map.show(data, partial(take_pick, camera=camera))
            drawn = not address.focus or shows(camera, address.focus.id, shown)
            if not drawn:
                elsewhere(reader)
        with st.container(key="panel-side"):
            if clocks:
                st.html(tag("section", clock.told(reader_of(asked, path)), class_="panel clock-now"))
            st.html(
                tag(
                    "section", panel_of(reader, path, drawn), share(reader, path, camera), class_="panel", data_panel=""
                )
            )


def count_run() -> None:
    """Leave on the page how often the server has run it."""
    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.html(f'<span data-run="{runs}" hidden></span>')


def heading(path: str, level: Level) -> None:
    """Title of the page, and under it what the page is for."""
    st.title(title_of(path, level), anchor=False)
    if lead := lead_of(path, level):
        st.html(tag("p", lead, class_="subtitle"))


@RUNS.turn()
def main() -> None:
    """Draw the shell, and the page that the address names inside it."""
    level = current_address().level
    pages = pages_in(level)
    page = st.navigation(list(pages.values()), position="top")
    path = page.url_path
    st.set_page_config(title_of(path, level), str(ROOT / "assets" / "favicon.svg"), "wide")
    asked = current_address(path)
    st.html(ROOT / "assets" / "page.css")
    head = st.container(gap="xsmall", key="heading")
    address = choices(asked, path)
    with head:
        heading(path, address.level)
    if address.ignored:
        said = interface(address.level).text.ignored.format(what=ignored_line(address.ignored))
        st.html(tag("p", said, class_="notice", role="status"))  # escaped; Markdown would make links of it
    reader = st.session_state[READER] = reader_of(address, path)
    st.session_state[PAGES] = pages
    mount_live(address, path)
    if has_map(path):
        stage(address, path)
        page.run()
    else:
        mount_desk(address.level, path)
        page.run()
        st.html(tag("div", share(reader, path), class_="list"))
        count_run()
    st.html(footer(address.level, path))


main()
