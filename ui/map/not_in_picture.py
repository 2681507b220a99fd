"""The line under a picture that does not contain the selection, linking to one that does."""

from __future__ import annotations

import streamlit as st

from graph.account_comparison import account_with
from graph.cameras import OVERVIEW, camera_showing
from ui.address import ACCOUNTS, FOCUS
from ui.catalogue import page_of, page_showing
from ui.html.markup import tag
from ui.navigation import streamlit_page
from ui.reader import Reader
from ui.subject import Subject


def not_in_picture(reader: Reader) -> None:
    """Say that the selection is not in the picture, and link to the page that shows it, if any."""
    focus = reader.address[FOCUS]
    if focus is None:
        return
    text = reader.says.text
    st.html(tag("p", text.elsewhere.format(name=reader.named(focus.id)), class_="muted", data_elsewhere=""))
    shown = camera_showing(reader.mechanism, focus.id)
    if shown is None:
        return
    step = None if shown == OVERVIEW else reader.mechanism.cameras[shown].step
    what = Subject.PICTURE if shown == OVERVIEW else Subject.ACCOUNTS
    page = page_of(step) if step else page_showing(what)
    address = reader.address.at(page.path, page.params)
    if step is None and what is Subject.ACCOUNTS:
        address = address.set(ACCOUNTS, (account_with(reader.mechanism, focus.id),))
    label = text.elsewhere_link.format(title=page.menu_name(reader.level))
    st.page_link(streamlit_page(page.path), label=label, query_params=address.texts())
