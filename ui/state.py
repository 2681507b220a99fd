"""What the shell hands to the page that it runs."""

from __future__ import annotations

from typing import Any

import streamlit as st

from ui.reader import Reader

READER = "reader"
PAGES = "pages"


def current_reader() -> Reader:
    """The reader's view of the content in this run."""
    reader: Reader = st.session_state[READER]
    return reader


def pages() -> dict[str, Any]:
    """The app's pages by their address; the whole picture's is empty."""
    known: dict[str, Any] = st.session_state[PAGES]
    return known
