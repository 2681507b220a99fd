"""What the shell tells the page it runs."""

from __future__ import annotations

import streamlit as st

from graph.vocabulary import Level

_LEVEL = "shown_level"


def show_level(level: Level) -> None:
    """Say which level this run is shown at."""
    st.session_state[_LEVEL] = level


def shown_level() -> Level:
    """The level that this run is shown at."""
    level: Level = st.session_state[_LEVEL]
    return level
