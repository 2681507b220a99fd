"""The clickable map: a thin Streamlit component around Plotly.js. Its browser half is in `ui/browser/map/`."""

from __future__ import annotations

from typing import Any

from ui.address_bar import change
from ui.browser.component import mounted, sent
from ui.page import Page

KEY = "map"

_component = mounted(KEY, "map/entry")


def show(data: dict[str, Any], page: Page) -> None:
    """Mount or update the map of `data` (see `ui.map.data`); selections made there change the address."""

    def picked() -> None:
        if given := sent(KEY, "set"):
            change(given, page)

    _component(key=KEY, data=data, on_set_change=picked)
