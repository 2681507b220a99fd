"""The clickable map: a thin Streamlit component around Plotly.js. See `browser/` for its other half."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.browser.component import mounted, sent

KEY = "map"

_component = mounted(KEY, "map/entry")


def show(data: dict[str, Any], on_pick: Callable[[str], None]) -> None:
    """Mount the map of `data`, see `ui.map.data`, or bring it up to date.

    `on_pick` gets ``node:ID``, ``edge:ID``, ``none``, or what else a page may be asked for, such as ``story:`` with the
    moment that the reader asks for, if any, and after a space what was picked in that moment.
    """

    def picked() -> None:
        if pick := sent(KEY, "pick"):
            on_pick(pick)

    _component(key=KEY, data=data, on_pick_change=picked)
