"""The line under a picture that does not show what was chosen, with the way to one that does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from urllib.parse import parse_qsl

import streamlit as st

from graph.cameras import OVERVIEW, camera_showing, shot
from graph.rivals import account_with
from ui.address import ACCOUNTS
from ui.catalogue import menu_name
from ui.markup import tag
from ui.reader import Reader
from ui.state import pages


def elsewhere(reader: Reader, camera: str, told: Collection[str] | None = None) -> None:
    """Say so where the focus is not in the picture of `camera`, and link to the page that shows it, if one does.

    Of the camera only what is `told` is in the picture, where that is given.
    """
    focus = reader.address.focus
    if focus is None or (shot(reader.mechanism, camera).shows(focus.id) if told is None else focus.id in told):
        return
    text = reader.says.text
    name = reader.name(focus.id) if focus.kind == "node" else reader.statement(focus.id)
    st.html(tag("p", text.elsewhere.format(name=name), class_="muted", data_elsewhere=""))
    shown = camera_showing(reader.mechanism, focus.id)
    if shown is None:
        return
    path = "" if shown == OVERVIEW else reader.mechanism.cameras[shown].step or ACCOUNTS
    address = replace(reader.address, year=None, time="").changing()  # what only this page knows stays behind
    if path == ACCOUNTS:
        address = replace(address, hypotheses=(account_with(reader.mechanism, focus.id),))
    query = dict(parse_qsl(address.query().removeprefix("?")))
    title = menu_name(path, reader.level)
    st.page_link(pages()[path], label=text.elsewhere_link.format(title=title), query_params=query)
