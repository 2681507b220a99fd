"""The page of the two clocks: a slider over the map, and below it lanes on one axis."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.time.lanes import written
from pages.time.moment import AT, all_moments, folded, marks_at, moment_of, slider
from ui.html.account_switch import account_switch
from ui.html.markup import Markup
from ui.html.outline import text_outline
from ui.page import MapPage
from ui.reader import Reader
from ui.state import current_reader
from ui.styles import style
from ui.subject import Subject


class TimePage(MapPage):
    """The map at one moment after the dose."""

    def tells(self, reader: Reader, camera: str) -> dict[str, Any]:
        """The moment's name, and its marks."""
        return {"changes": marks_at(reader), "clock": moment_of(reader.address)}

    def above(self, reader: Reader, camera: str) -> Markup:
        """The account switch; the default is all compatible accounts together."""
        return account_switch(reader, reader.says.lab.all_accounts)

    def control(self, reader: Reader, asked: Reader) -> Markup:
        """The time slider."""
        return slider(asked)

    def beside(self, asked: Reader) -> Markup:
        """The text for all moments, of which the browser shows one."""
        return all_moments(asked)

    def panel(self, reader: Reader, drawn: bool) -> Markup:
        """The panel of the selection, collapsed under its name."""
        return folded(reader)

    def draw(self) -> None:
        """Draw the lanes, and the map in words."""
        reader = current_reader()
        st.html(style("time"))
        st.html(written(reader))
        st.html(text_outline(reader))


PAGE = TimePage("time", (*MapPage.params, AT), (Subject.TIMES,))
