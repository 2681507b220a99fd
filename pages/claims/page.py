"""The page of claims."""

from __future__ import annotations

import streamlit as st

from pages.claims.records import CLAIM, CLAIMS, below, claims_list
from ui.html.listing import searched
from ui.html.markup import tag
from ui.page import Page
from ui.state import current_reader
from ui.subject import Subject


class ClaimsPage(Page):
    """Search, filters, the claims, what each article covers, and what none of them mentions."""

    def draw(self) -> None:
        """Draw the list with the filters of the address applied."""
        st.html(tag("p", current_reader().says.claims.object, class_="muted"))
        reader = searched()
        st.html(tag("div", claims_list(reader), below(reader.level), class_="list"))


PAGE = ClaimsPage("claims", CLAIMS.params, (Subject.CLAIMS,), item=CLAIM, papers={"used": "claims"})
