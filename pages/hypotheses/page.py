"""The page of rival accounts: choosing one or two, as of a year of the evidence, and what each rests on."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from graph.cameras import accounts_camera
from pages.hypotheses.accounts import account_groups, account_key, account_panel, accounts_in_words
from pages.hypotheses.picture import YEAR, account_picture, sides_of
from pages.hypotheses.years import changed, year_control
from ui.address import FOCUS, Address
from ui.content import mechanism
from ui.html.cached import cached_html
from ui.html.markup import Markup
from ui.html.outline import folded, outline
from ui.html.panel import panel
from ui.page import MapPage
from ui.reader import Reader
from ui.state import current_reader
from ui.subject import Subject


class HypothesesPage(MapPage):
    """Every arrow of the chosen accounts, as of the chosen year."""

    def camera(self, address: Address) -> str:
        """The camera that shows every arrow."""
        return accounts_camera(mechanism())

    @property
    def in_part(self) -> bool:
        """True: the map shows only the arrows of the chosen accounts."""
        return True

    def has(self, reader: Reader, camera: str, id_: str) -> bool:
        """Whether `id_` is an arrow or a part that the map shows."""
        picture = account_picture(reader)
        return id_ in picture.things or id_ in picture.arrows

    def tells(self, reader: Reader, camera: str) -> dict[str, Any]:
        """The arrows with their accounts; the legend names no account, because the key above the map does."""
        return {"account_picture": asdict(account_picture(reader)), "account": ""}

    def above(self, reader: Reader, camera: str) -> Markup:
        """All accounts, grouped by kind."""
        return account_groups(reader)

    def control(self, reader: Reader, asked: Reader) -> Markup:
        """The year control, and the key to the arrows."""
        return year_control(reader) + account_key(reader)

    def panel(self, reader: Reader, drawn: bool) -> Markup:
        """The panel of the selection, or of the accounts; what the year changed comes first."""
        if not reader.address[FOCUS]:
            return account_panel(reader)
        return changed(reader) + panel(reader, drawn=drawn)

    def draw(self) -> None:
        """Draw the accounts in words, and what the map shows of them."""
        reader = current_reader()
        st.html(accounts_in_words(reader) + account_outline(reader))


@cached_html
def account_outline(reader: Reader) -> Markup:
    """Text outline of everything the map shows of the chosen accounts, regardless of year."""
    arrows = [reader.mechanism.arrows[id_] for id_ in sides_of(reader).arrows]
    ends = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    return folded(reader, outline(reader, [id_ for id_ in reader.mechanism.things if id_ in ends], arrows, {}))


PAGE = HypothesesPage("hypotheses", (*MapPage.params, YEAR), (Subject.ACCOUNTS,))
