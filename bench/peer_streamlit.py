"""A minimal Streamlit page with the same figure and panel: `st.plotly_chart` with `on_select`, one run per click."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from bench.figure import LEVEL, WIDTH, figure
from graph.network import Graph, accounts, active
from tests.ui.views import seen
from ui.content import mechanism, network
from ui.html.markup import tag
from ui.html.panel import panel
from ui.reader import Reader


@st.cache_resource
def drawing(pick: str) -> go.Figure:
    """The figure with `pick` highlighted, validated by Plotly once for all visitors."""
    return go.Figure(figure(pick))


@st.cache_resource
def default_network() -> Graph:
    """The part of the graph that is active under the default account."""
    return active(network(), accounts(mechanism()))


def pressed() -> None:
    """Store what was clicked. Clicking it again deselects it, which leaves the focus unchanged."""
    if points := st.session_state["map"].selection.points:
        st.session_state["pick"] = points[0]["id"]


st.set_page_config(layout="wide")
pick: str = st.session_state.get("pick", "")
kind, _, id_ = pick.partition(":")
address = seen({kind: [id_], "level": [LEVEL.value]} if id_ else {"level": [LEVEL.value]})
with st.container(horizontal=True):
    with st.container(width=WIDTH):
        st.plotly_chart(
            drawing(pick),
            theme=None,
            config={"displayModeBar": False},
            key="map",
            on_select=pressed,
            selection_mode="points",
        )
    with st.container():
        reader = Reader(mechanism(), network(), default_network(), address)
        st.html(tag("section", panel(reader), data_panel=""))
runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
st.html(f'<span data-run="{runs}" hidden></span>')
