"""The live link on every page. Its browser half is `ui/browser/live/entry.js`; the rooms themselves are in `live/`."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.address import LEVEL, Address, read
from ui.browser.component import mounted, sent
from ui.browser.files import base
from ui.catalogue import pages
from ui.content import mechanism
from ui.live.shared_address import own_names, split
from ui.navigation import streamlit_page
from ui.page import Page

KEY = "live"

_component = mounted(KEY, "live/entry")


def mount(address: Address, page: Page) -> None:
    """Mount the live link on `page`; it is invisible unless this tab is in a room.

    It receives the address of the run's view, because a browser that has requested a view waits for that run.
    """

    def gone() -> None:
        if asked := sent(KEY, "go"):
            go(asked)

    data = {
        "base": base(),
        "level": address[LEVEL].value,
        "path": page.path,
        "lobby": page.lobby.value if page.lobby else "",
        "at": address.href(root="/"),
    }
    _component(key=KEY, data=data, on_go_change=gone)


def go(asked: str) -> None:
    """Take the reader to the address `asked`, keeping their own level and theme."""
    where, pairs = split(asked)
    page = pages().get(where.strip("/"))
    if page is None:
        return
    own, given = own_names(), dict[str, list[str]]()
    for name, value in pairs:
        if name not in own:
            given.setdefault(name, []).append(value)
    view = read(given, page.path, page.params, mechanism())
    # A widget's parameter is set through the widget's value; Streamlit rejects writing it to the address.
    bound = {param.name: param for each in pages().values() for param in each.params if param.bound and not param.own}
    for name, param in bound.items():
        st.session_state[name] = str(view[param])
    free = {name: values for name, values in given.items() if name not in bound}
    if not _runs(page):
        st.switch_page(streamlit_page(page.path), query_params=free)
    for name in [name for name in st.query_params if name not in (*bound, *own, *free)]:
        del st.query_params[name]
    # Each write sends all current parameters, so unchanged ones are skipped: writing them would show a stale address.
    st.query_params.update({name: values for name, values in free.items() if values != st.query_params.get_all(name)})


def _runs(page: Page) -> bool:
    """Whether this run is of `page`.

    The component may have been mounted by another page: during a page switch, events still come from the previous page.
    """
    run = get_script_run_ctx()
    return run is not None and run.page_script_hash == streamlit_page(page.path)._script_hash
