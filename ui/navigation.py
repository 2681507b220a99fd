"""The pages as Streamlit objects, for the menu and for page switches."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page

from graph.vocabulary import Level
from ui.catalogue import pages

MENU = "menu"


def menu(level: Level) -> Mapping[str, Page]:
    """Every page by address, titled in the words of `level`; `streamlit_page` returns those made last."""
    made = {
        path: st.Page(
            page.draw,
            title=page.menu_name(level),
            url_path=path,
            default=not path,
            visibility="visible" if page.in_menu else "hidden",
        )
        for path, page in pages().items()
    }
    st.session_state[MENU] = made
    return made


def streamlit_page(path: str) -> Page:
    """The page at `path` from this run's menu. Raises KeyError if there is none."""
    made: Mapping[str, Page] = st.session_state[MENU]
    return made[path]
