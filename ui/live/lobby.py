"""The text of a live link page, below what the browser draws there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from ui.html.markup import tag
from ui.page import Page
from ui.state import current_reader


@dataclass(frozen=True, eq=False)
class LobbyPage(Page):
    """A page that explains `how` the live link works, and what it stores about a visitor."""

    how: Literal["present_how", "follow_how"] = "present_how"

    def draw(self) -> None:
        """Draw the numbered steps, then the privacy statement."""
        words = current_reader().says.live
        steps = tag("ol", *(tag("li", step) for step in getattr(words, self.how)))
        st.html(tag("div", steps, tag("p", words.kept, class_="muted"), class_="list"))
