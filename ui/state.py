"""The reader of the current run: the view of the content that its pages draw from."""

from __future__ import annotations

import streamlit as st

from graph.network import accounts, active
from graph.vocabulary import Level
from ui.address import DEFAULT_LEVEL, of_level
from ui.content import mechanism, network
from ui.reader import Reader

READER = "reader"


def plain_reader(level: Level = DEFAULT_LEVEL) -> Reader:
    """A view that sets only the level: no selection, no filter, the default account."""
    content = mechanism()
    return Reader(content, network(), active(network(), accounts(content)), of_level(level))


def current_reader() -> Reader:
    """The reader of this run."""
    reader: Reader = st.session_state[READER]
    return reader
