"""What belongs to no step of the cascade: outcomes and context, with the same sections as a step page."""

from __future__ import annotations

import streamlit as st

from graph.content import Mechanism
from pages.step.sections import step_sections
from ui.html.markup import tag
from ui.page import Page
from ui.state import current_reader


class ContextPage(Page):
    """The steps outside the cascade."""

    def draw(self) -> None:
        """Draw the sections of those steps."""
        reader = current_reader()
        st.html(tag("div", *step_sections(reader, self.steps, reader.says.step_page.beside), class_="list"))


def pages(content: Mechanism) -> list[ContextPage]:
    """The one page that covers every step outside the cascade."""
    beside = tuple(step.id for step in content.steps.values() if not step.cascade)
    return [ContextPage("context", steps=beside, papers={"step": ",".join(beside)})]
