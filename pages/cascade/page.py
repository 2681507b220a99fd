"""The page of the whole cascade, which tells its story moment by moment."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.vocabulary import Level, PictureState
from pages.cascade.story import STEP, moment_panel, story_in_words
from ui.address import ACCOUNTS, FOCUS, LENS, LEVEL, Address
from ui.catalogue import page_of
from ui.content import mechanism
from ui.html.markup import Markup
from ui.html.outline import text_outline
from ui.html.panel import panel
from ui.page import MapPage, Stop
from ui.reader import Reader
from ui.state import current_reader
from ui.subject import Subject
from wording.interface import interface


class CascadePage(MapPage):
    """The whole picture with its story, and both in words below it."""

    def title(self, level: Level) -> str:
        """The mechanism's title."""
        return mechanism().words[level].mechanism.title

    def menu_name(self, level: Level) -> str:
        """The name of the whole picture."""
        return interface(level).text.menu_overview

    def lead(self, level: Level) -> str:
        """The mechanism in one sentence."""
        return mechanism().words[level].mechanism.subtitle

    def leaves_out(self, level: Level) -> str:
        """What the mechanism leaves out."""
        return mechanism().words[level].mechanism.leaves_out

    def state(self, address: Address) -> PictureState | None:
        """The illustration's state at the story moment of `address`."""
        return mechanism().story[address[STEP]].state if address[STEP] else None

    def tells(self, reader: Reader, camera: str) -> dict[str, Any]:
        """The current story moment, None outside the story."""
        return {"moment": reader.address[STEP]}

    def panel(self, reader: Reader, drawn: bool) -> Markup:
        """The panel of the selection, else of the story moment, else of the whole picture."""
        moment = reader.address[STEP]
        if reader.address[FOCUS] or not moment:
            return panel(reader, drawn=drawn, back=reader.says.story.label if moment else "")
        return moment_panel(reader, moment)

    def stops(self, level: Level) -> list[Stop]:
        """The whole picture, then each story moment, with a step's own page once all its moments have been shown."""
        words, story = mechanism().words[level], list(mechanism().story.values())
        found: list[Stop] = [{"address": "/", "title": words.mechanism.title, "note": words.mechanism.leaves_out}]
        for number, moment in enumerate(story):
            told = words.story[moment.id]
            view = Address(self.path, self.params).set(STEP, moment.id)
            found.append({"address": view.href(root="/"), "title": told.title, "note": told.note})
            step = moment.step
            last = step not in [after.step for after in story[number + 1 :]]
            if step and last and mechanism().steps[step].cascade:
                said = words.steps[step]
                found.append({"address": f"/{page_of(step).path}", "title": said.title, "note": said.doubt})
        return found

    def draw(self) -> None:
        """Draw the story and the picture in words."""
        reader = current_reader()
        st.html(story_in_words(reader) + text_outline(reader))


PAGE = CascadePage(
    "",
    (FOCUS, STEP, LEVEL, LENS, ACCOUNTS),
    (Subject.PICTURE, Subject.MOMENTS),
    item=STEP,
    papers={"used": "mechanism"},
)
