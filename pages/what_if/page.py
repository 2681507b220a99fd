"""The page of the what-if lab: changing parts and arrows, the model's answer, and published experiments."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.what_if.benchmark import written
from pages.what_if.panel import changes_on_map, lab_panel
from pages.what_if.params import PARAMS
from ui.html.account_switch import account_switch
from ui.html.markup import Markup
from ui.html.outline import text_outline
from ui.page import MapPage
from ui.reader import Reader
from ui.state import current_reader
from ui.subject import Subject


class WhatIfPage(MapPage):
    """The map with the reader's changes and their effects."""

    def tells(self, reader: Reader, camera: str) -> dict[str, Any]:
        """Marks for the changes and their effects."""
        return {"changes": changes_on_map(reader)}

    def above(self, reader: Reader, camera: str) -> Markup:
        """The account switch; the default is all compatible accounts together."""
        return account_switch(reader, reader.says.lab.all_accounts)

    def panel(self, reader: Reader, drawn: bool) -> Markup:
        """The changes, the model's answer and published findings."""
        return lab_panel(reader)

    def draw(self) -> None:
        """Draw the map in words, and the benchmark of the model."""
        reader = current_reader()
        st.html(text_outline(reader))
        st.html(written(reader))


PAGE = WhatIfPage("what-if", PARAMS, (Subject.CHANGES,))
