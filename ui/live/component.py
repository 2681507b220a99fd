"""The live link on every page. Its other half is `ui/browser/live/entry.js`; the rooms themselves are in `live/`."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.address import Address, Lens, read
from ui.browser.component import mounted, sent
from ui.browser.files import base
from ui.catalogue import has_map, paths
from ui.content import mechanism
from ui.html.markup import tag
from ui.live.shared_address import OWN, split
from ui.state import current_reader, pages

KEY = "live"
BOUND = ("lens", "q")
"""Parameters held by widgets beside the level: Streamlit lets nobody else write them."""

_component = mounted(KEY, "live/entry")


def mount(address: Address, path: str) -> None:
    """Mount the live link on the page at `path`: nothing is seen of it where this tab is in no room.

    It is told which view the run is of: who has asked for a view waits for the run that brings it.
    """

    def gone() -> None:
        if asked := sent(KEY, "go"):
            go(asked)

    at = f"/{path}{address.query()}".removesuffix("?")
    _component(key=KEY, data={"base": base(), "level": address.level.value, "path": path, "at": at}, on_go_change=gone)


def go(asked: str) -> None:
    """Bring the reader to the address `asked`, in the words and the theme they have."""
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
    if not _runs(path):
        st.switch_page(pages()[path], query_params=free)
    for name in [name for name in st.query_params if name not in (*BOUND, *OWN, *free)]:
        del st.query_params[name]
    # Each write goes out with all that was there before, so what stays is not written: it would show an older address.
    st.query_params.update({name: values for name, values in free.items() if values != st.query_params.get_all(name)})


def _runs(path: str) -> bool:
    """Whether this run is one of the page at `path`.

    Not always that of the component's last run: while a page switch is on its way, presses come from the page before.
    """
    run = get_script_run_ctx()
    return run is not None and run.page_script_hash == pages()[path]._script_hash


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
