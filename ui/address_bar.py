"""The address of this session: what it asks for, and the one way to change it, "set these parameters"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.state import get_session_state

from ui.address import Address, read
from ui.content import mechanism
from ui.page import Page

EMBEDDED = "embedded"
"""Where an embed keeps what was changed, so that the page around it gains no history."""
HEARD = "heard"
"""Where the session keeps the number of the last change that it has made."""


def _raw(page: Page) -> dict[str, list[str]]:
    """The parameters that are asked for of `page`, as they are."""
    raw = {name: st.query_params.get_all(name) for name in st.query_params}
    if st.context.is_embedded:
        kept: dict[str, str] = st.session_state.get(EMBEDDED, {})
        for name in page.names & kept.keys():
            raw[name] = [kept[name]] if kept[name] else []
    return raw


def current_address(page: Page) -> Address:
    """The view that is asked for of `page`.

    Read before any bound widget is made: Streamlit drops what those refuse.
    """
    return read(_raw(page), page.path, page.params, mechanism())


def heard() -> int:
    """The number of the last change that this session has made; 0 for none."""
    number: int = st.session_state.get(HEARD, 0)
    return number


def change(sent: Mapping[str, Any], page: Page) -> None:
    """Make the change that the browser has `sent` on `page`.

    ``set`` holds parameters with their new values, an empty one where a parameter is to go; what the page does not
    know, or cannot use, changes nothing. ``number`` counts the changes that the browser has asked for.
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
    """Give parameters of `page` new texts; an empty one is taken out of the address."""
    bound = {param.name: param for param in page.params if param.bound}
    for name in texts.keys() & bound:
        # What a widget holds is set as the widget's value; in an address that we write it would be refused.
        if name in st.session_state:
            st.session_state[name] = texts[name] or str(bound[name].default)
    # The browser's address has lost it already, and nobody but the widget may say so.
    _forget([name for name in texts.keys() & bound if not texts[name]])
    free = {name: text for name, text in texts.items() if name not in bound}
    if st.context.is_embedded:
        st.session_state.setdefault(EMBEDDED, {}).update(free)
        return
    gone = [name for name, text in free.items() if not text and name in st.query_params]
    new = {name: text for name, text in free.items() if text and [text] != st.query_params.get_all(name)}
    # Each write is a message to the browser, and an entry of its history: all goes out with the last one.
    if new:
        _forget(gone)
        st.query_params.update(new)
    elif gone:
        _forget(gone[:-1])
        del st.query_params[gone[-1]]


def _forget(names: Iterable[str]) -> None:
    """Take parameters out of the address without telling the browser."""
    with get_session_state().query_params() as now:
        for name in names:
            now.discard_param_no_forward_msg(name)
