"""A page for each step of the cascade, generated from the content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from graph.cameras import OVERVIEW, camera_of, cameras_of, shot
from graph.content import Mechanism
from graph.models import Step
from graph.vocabulary import Level
from pages.step.camera_switch import camera_switch
from pages.step.sections import step_sections
from ui.address import ACCOUNTS, FOCUS, LENS, LEVEL, Address
from ui.catalogue import page_showing
from ui.content import mechanism
from ui.html.markup import Markup, tag
from ui.html.outline import text_outline
from ui.html.panel import panel, step_panel
from ui.navigation import streamlit_page
from ui.page import MapPage
from ui.params import Focus, Id
from ui.reader import Reader
from ui.state import current_reader
from ui.subject import Subject


@dataclass(frozen=True, eq=False)
class ViewParam(Id):
    """Which close-up of a step is shown, by camera id; empty for the one that contains the selection."""

    def suits(self, value: str, focus: Focus | None, content: Mechanism) -> bool:
        """Whether the close-up contains the selection."""
        return focus is None or shot(content, value).shows(focus.id)


@dataclass(frozen=True, eq=False)
class StepPage(MapPage):
    """A step's close-ups, its evidence, and links to its neighbours; `view` chooses the close-up."""

    view: ViewParam = field(kw_only=True)

    @property
    def step(self) -> Step:
        """The step that the page is about."""
        return mechanism().steps[self.path]

    def title(self, level: Level) -> str:
        """The step's title."""
        return mechanism().words[level].steps[self.path].title

    def menu_name(self, level: Level) -> str:
        """The step's title."""
        return self.title(level)

    def lead(self, level: Level) -> str:
        """Empty: the panel says what the step is."""
        return ""

    def leaves_out(self, level: Level) -> str:
        """What the step leaves out."""
        return mechanism().words[level].steps[self.path].leaves_out

    def camera(self, address: Address) -> str:
        """The chosen close-up, else the one that contains the selection."""
        focus = address[FOCUS]
        return address[self.view] or camera_of(mechanism(), self.path, focus.id if focus else "")

    def cameras(self) -> tuple[str, ...]:
        """The close-ups of the step, if it has several."""
        own = cameras_of(mechanism(), self.path)
        return own if len(own) > 1 else ()

    def tells(self, reader: Reader, camera: str) -> dict[str, Any]:
        """Which step to highlight in the whole picture, and the close-up that selections must keep."""
        stay = self.view.texts(camera) if self.cameras() else {}
        return {"step": self.step.order if camera == OVERVIEW else 0, "stay": stay}

    def above(self, reader: Reader, camera: str) -> Markup:
        """The account switch, and a switch between the close-ups."""
        return super().above(reader, camera) + camera_switch(reader, self.view, self.cameras(), camera)

    def panel(self, reader: Reader, drawn: bool) -> Markup:
        """The panel of the selection, or of the step itself if nothing is selected."""
        return panel(reader, drawn=drawn) if reader.address[FOCUS] else step_panel(reader, self.path)

    def draw(self) -> None:
        """Draw links to the neighbouring pages, the picture in words, and the sections about the step."""
        reader = current_reader()
        self._neighbours(reader)
        st.html(text_outline(reader, *cameras_of(reader.mechanism, self.path)))
        st.html(tag("div", *step_sections(reader, self.steps, reader.says.step_page.things), class_="list"))

    def _neighbours(self, reader: Reader) -> None:
        """Links to the previous and next pages: the whole picture before the first step, the claims after the last."""
        chain = [*(step.id for step in steps(reader.mechanism)), page_showing(Subject.CLAIMS).path]
        at = chain.index(self.path)
        before = chain[at - 1] if at else page_showing(Subject.PICTURE).path
        query = Address().set(LEVEL, reader.level).texts()
        with st.container(horizontal=True, key="neighbours"):
            for path, says in ((before, reader.says.text.previous), (chain[at + 1], reader.says.text.next)):
                page = streamlit_page(path)
                st.page_link(page, label=f"{says}: {page.title}", query_params=query)


def steps(content: Mechanism) -> list[Step]:
    """The steps of the cascade in order."""
    return sorted((step for step in content.steps.values() if step.cascade), key=lambda step: step.order)


def _page(step: str) -> StepPage:
    """Make the page of one step."""
    view = ViewParam(
        "view",
        doc="The closer picture that is shown, where the step has several.",
        known=lambda content: cameras_of(content, step),
    )
    params = (FOCUS, LEVEL, LENS, view, ACCOUNTS)
    return StepPage(step, params, steps=(step,), papers={"step": step}, view=view)


def pages(content: Mechanism) -> list[StepPage]:
    """A page for each step of the cascade in `content`."""
    return [_page(step.id) for step in steps(content)]
