"""What belongs to no step of the cascade: outcomes and context, in the sections of a step."""

from __future__ import annotations

import streamlit as st

from graph.content import Mechanism
from pages.step.sections import step_sections
from ui.html.markup import tag
from ui.page import Page
from ui.state import current_reader


class ContextPage(Page):
    """The steps beside the chain."""

    def draw(self) -> None:
        """Draw their sections."""
        reader = current_reader()
        st.html(tag("div", *step_sections(reader, self.steps, reader.says.step_page.beside), class_="list"))


def pages(content: Mechanism) -> list[ContextPage]:
    """The page of all that `content` has beside the chain."""
    beside = tuple(step.id for step in content.steps.values() if not step.cascade)
    return [ContextPage("context", steps=beside, papers={"step": ",".join(beside)})]
