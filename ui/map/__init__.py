"""The clickable map: a thin Streamlit component around Plotly.js. See `browser/` for its other half."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import streamlit as st

from graph.cameras import OVERVIEW
from ui.address import Address
from ui.mounted import mounted
from ui.server.files import base

KEY = "map"

_component = mounted("map")


def show(
    address: Address,
    on_pick: Callable[[str], None],
    *,
    camera: str = OVERVIEW,
    step: int = 0,
    accounts: Collection[str] = (),
    account: str = "",
    changes: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Mount the map, or bring it up to date.

    `camera` says what is shown, and `step` which step of it is lit, 0 for none. `accounts` are those switched on, none
    for the picture as it is, and `account` says which in words. `changes` gives, for what is marked, the kind of
    mark and what it says. `on_pick` gets ``node:ID``, ``edge:ID`` or ``none``.
    """

    def picked() -> None:
        if pick := st.session_state[KEY].pick:
            on_pick(pick)

    _component(
        key=KEY,
        data={
            "base": base(),
            "level": address.level.value,
            "focus": address.focus.pick if address.focus else "",
            "camera": camera,
            "step": step,
            "lens": address.lens.value,
            "accounts": sorted(accounts),
            "account": account,
            "changes": changes or {},
        },
        on_pick_change=picked,
    )
