"""This session's address: what it requests, and the one way to change it, "set these parameters"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.state import get_session_state

from ui.address import Address, read
from ui.content import mechanism
from ui.page import Page

EMBEDDED = "embedded"
"""Session key under which an embedded page keeps its changes, so that the host page's history stays unchanged."""
HEARD = "heard"
"""Session key for the number of the last change that was made."""


def _raw(page: Page) -> dict[str, list[str]]:
    """The raw parameters requested of `page`."""
    raw = {name: st.query_params.get_all(name) for name in st.query_params}
    if st.context.is_embedded:
        kept: dict[str, str] = st.session_state.get(EMBEDDED, {})
        for name in page.names & kept.keys():
            raw[name] = [kept[name]] if kept[name] else []
    return raw


def current_address(page: Page) -> Address:
    """Return the view requested of `page`.

    Must be called before any bound widget is created: Streamlit drops the values that its widgets reject.
    """
    return read(_raw(page), page.path, page.params, mechanism())


def heard() -> int:
    """The number of the last change made in this session; 0 if none."""
    number: int = st.session_state.get(HEARD, 0)
    return number


def change(sent: Mapping[str, Any], page: Page) -> None:
    """Apply the change that the browser has `sent` on `page`.

    Args:
        sent: ``set`` holds parameters with their new values, an empty one to remove the parameter; anything that the
            page does not accept has no effect. ``number`` counts the changes requested by the browser.
        page: The page that the browser showed.
    """
    st.session_state[HEARD] = sent["number"]
    asked: dict[str, str] = {name: value for name, value in sent["set"].items() if name in page.names}
    raw = _raw(page) | {name: [value] if value else [] for name, value in asked.items()}
    read_as = read(raw, page.path, page.params, mechanism())
    view = read_as.suiting(mechanism())
    texts = view.texts()
    gone = read_as.texts().keys() - texts.keys()
    write({name: texts.get(name, "") for name in (*asked, *gone)}, page)


def write(texts: Mapping[str, str], page: Page) -> None:
    """Give parameters of `page` new texts; an empty text removes the parameter from the address."""
    bound = {param.name: param for param in page.params if param.bound}
    for name in texts.keys() & bound:
        # A widget's parameter is set through the widget's value; Streamlit rejects writing it to the address.
        if name in st.session_state:
            st.session_state[name] = texts[name] or str(bound[name].default)
    # The browser's address has lost it already, and only the widget may write it back.
    _forget([name for name in texts.keys() & bound if not texts[name]])
    free = {name: text for name, text in texts.items() if name not in bound}
    if st.context.is_embedded:
        st.session_state.setdefault(EMBEDDED, {}).update(free)
        return
    # Each write is one message to the browser. It goes out even if nothing changes here: what this run was told of the
    # address may be older than a message of the run before, which is still on its way to the browser.
    _forget([name for name, text in free.items() if not text])
    st.query_params.update({name: text for name, text in free.items() if text})


def _forget(names: Iterable[str]) -> None:
    """Remove parameters from the address without notifying the browser."""
    with get_session_state().query_params() as now:
        for name in names:
            now.discard_param_no_forward_msg(name)
