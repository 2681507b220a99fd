"""The app's pages as Streamlit knows them, for the menu and for going from one to another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from graph.vocabulary import Level
from ui.catalogue import HIDDEN, HOME, menu_name, paths

FILES = Path(__file__).parent.parent / "pages"
MADE = "made"


def pages_in(level: Level) -> Mapping[str, Page]:
    """Every page by its address, with its name in the menu in the words of `level`.

    They are made once in a session: for each one that is made Streamlit looks for its file.
    """
    made: dict[Level, dict[str, Page]] = st.session_state.setdefault(MADE, {})
    if level not in made:
        made[level] = {
            path: st.Page(
                FILES / f"{path or HOME}.py",
                title=menu_name(path, level),
                url_path=path,
                default=not path,
                visibility="hidden" if path in HIDDEN else "visible",
            )
            for path in paths()
        }
    return made[level]
