"""What the shell hands to the page that it runs."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.network import accounts, active
from graph.vocabulary import Level
from ui.address import DEFAULT_LEVEL, Address
from ui.content import mechanism, network
from ui.reader import Reader

READER = "reader"
PAGES = "pages"


def plain_reader(level: Level = DEFAULT_LEVEL) -> Reader:
    """A view of nothing but the level: no focus, no filter, the account shown first."""
    content = mechanism()
    return Reader(content, network(), active(network(), accounts(content)), Address(level=level))


def current_reader() -> Reader:
    """The reader's view of the content in this run."""
    reader: Reader = st.session_state[READER]
    return reader


def pages() -> dict[str, Any]:
    """The app's pages by their address; the whole picture's is empty."""
    known: dict[str, Any] = st.session_state[PAGES]
    return known
