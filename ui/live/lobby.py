"""What stands on a page of the live link below what the browser draws there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from ui.html.markup import tag
from ui.page import Page
from ui.state import current_reader


@dataclass(frozen=True, eq=False)
class LobbyPage(Page):
    """A page that says `how` the live link works, and what it keeps of a visitor."""

    how: Literal["present_how", "follow_how"] = "present_how"

    def draw(self) -> None:
        """Draw the steps in order, then the sentence about privacy."""
        words = current_reader().says.live
        steps = tag("ol", *(tag("li", step) for step in getattr(words, self.how)))
        st.html(tag("div", steps, tag("p", words.kept, class_="muted"), class_="list"))
