"""What answers the links of a page without a map. Its other half is `ui/browser/page/list-links.js`."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import streamlit as st
from streamlit.runtime.state import get_session_state

from figures.tokens import tokens
from graph.vocabulary import Level
from ui.browser.component import mounted, sent
from ui.browser.files import base
from ui.facets import LISTINGS, Listing
from wording.interface import interface

KEY = "links"
SEARCH = "q"
"""Parameter, and key, of the search field of a page of records."""

Params = dict[str, list[str]]

_component = mounted(KEY, "page/list-links")


def params() -> Params:
    """The address's parameters as they are."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def mount(level: Level, path: str) -> None:
    """Mount the desk of the page at `path`; a link that carries `data-go` then changes the view and runs the page."""
    changed = interface(level).share.level_changed[level]
    themes = tokens().themes
    palettes = {"light": themes.light.model_dump(), "dark": themes.dark.model_dump()}

    def gone() -> None:
        if asked := sent(KEY, "go"):
            take_over(asked, path)

    _component(
        key=KEY,
        data={"base": base(), "level": level.value, "level_changed": changed, "palettes": palettes},
        on_go_change=gone,
    )


def take_over(query: str, path: str) -> None:
    """Make the filters of `query` those of the address, and empty the search where `query` has none.

    What the level and the search hold is theirs: both are widgets of their own, and a link changes neither.
    """
    if listing := LISTINGS.get(path):
        if SEARCH in st.session_state and SEARCH not in _asked(query):
            _empty_search()
        st.query_params.update(_filters(query, listing, params()))


def _empty_search() -> None:
    """Empty the search field, and forget its parameter, which the browser's address has lost already.

    Streamlit lets nobody but the field itself remove it, after a first answer that still holds it.
    """
    st.session_state[SEARCH] = ""
    with get_session_state().query_params() as now:
        now.discard_param_no_forward_msg(SEARCH)


def written(query: str, listing: Listing, now: Params) -> str:
    """The query string that an address of `now` will have once `query` is taken over.

    The browser replaces its address by exactly this, so that the server's answer finds nothing to change, and the
    history does not grow with each filter.
    """
    cleared: Params = {} if SEARCH in _asked(query) else {SEARCH: []}
    return urlencode(now | cleared | _filters(query, listing, now), doseq=True)


def _asked(query: str) -> dict[str, str]:
    return dict(parse_qsl(query.removeprefix("?")))


def _filters(query: str, listing: Listing, now: Params) -> Params:
    """Values of the filters of a page in `query`; none for those that are in the address and are to go."""
    asked = _asked(query)
    names = (listing.item, *(facet.name for facet in listing.facets))
    return {name: [asked[name]] if name in asked else [] for name in names if name in asked or name in now}
