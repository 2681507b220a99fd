"""The line under a picture that does not show what was chosen, with the way to one that does."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import streamlit as st

from graph.account_comparison import account_with
from graph.cameras import OVERVIEW, camera_showing, shot
from ui.address import ACCOUNTS
from ui.catalogue import menu_name
from ui.content import mechanism
from ui.html.markup import tag
from ui.reader import Reader
from ui.state import pages
from ui.told import Told


def shows(camera: str, id_: str, told: Told | None) -> bool:
    """Whether the picture of `camera` has a thing or an arrow; of what is `told`, where only that is drawn."""
    return shot(mechanism(), camera).shows(id_) if told is None else id_ in told.things or id_ in told.arrows


def elsewhere(reader: Reader) -> None:
    """Say that the focus is not in the picture, and link to the page that shows it, if one does."""
    focus = reader.address.focus
    if focus is None:
        return
    text = reader.says.text
    name = reader.name(focus.id) if focus.kind == "node" else reader.statement(focus.id)
    st.html(tag("p", text.elsewhere.format(name=name), class_="muted", data_elsewhere=""))
    shown = camera_showing(reader.mechanism, focus.id)
    if shown is None:
        return
    path = "" if shown == OVERVIEW else reader.mechanism.cameras[shown].step or ACCOUNTS
    # What only this page knows stays behind.
    address = replace(reader.address, year=None, time="", view="", moment="").changing()
    if path == ACCOUNTS:
        address = replace(address, hypotheses=(account_with(reader.mechanism, focus.id),))
    query = dict(parse_qsl(address.query().removeprefix("?")))
    title = menu_name(path, reader.level)
    st.page_link(pages()[path], label=text.elsewhere_link.format(title=title), query_params=query)
