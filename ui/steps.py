"""A step's page below the map: the way to its neighbours, and the picture in words."""

from __future__ import annotations

import streamlit as st

from graph.models import Step
from ui.address import DEFAULT_LEVEL
from ui.reader import Reader
from ui.state import current_reader, pages
from ui.twin import twin


def step_page(id_: str) -> None:
    """Draw what stands below the map on the page of the step `id_`."""
    reader = current_reader()
    step = reader.mechanism.steps[id_]
    _neighbours(reader, step)
    st.html(twin(reader))


def _neighbours(reader: Reader, step: Step) -> None:
    """Links to the page before and after; the level goes along."""
    steps = {one.order: one for one in reader.mechanism.steps.values() if one.cascade}
    words = reader.mechanism.words[reader.level].steps
    query = {"level": reader.level.value} if reader.level is not DEFAULT_LEVEL else {}
    with st.container(horizontal=True, key="neighbours"):
        for order, says in ((step.order - 1, reader.says.text.previous), (step.order + 1, reader.says.text.next)):
            if order in steps:
                title = words[steps[order].id].title
                st.page_link(pages()[steps[order].id], label=f"{says}: {title}", query_params=query)
            elif order == 0:
                title = reader.mechanism.words[reader.level].mechanism.title
                st.page_link(pages()[""], label=f"{says}: {title}", query_params=query)
