"""The clickable map: a thin Streamlit component around Plotly.js. See `browser/` for its other half."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict

from graph.cameras import OVERVIEW
from ui.address import Address
from ui.mounted import mounted, sent
from ui.server.files import base
from ui.told import Told

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
    story: bool = False,
    told: Told | None = None,
    changes: Mapping[str, Sequence[str]] | None = None,
    moment: str = "",
) -> None:
    """Mount the map, or bring it up to date.

    `camera` says what is shown, and `step` which step of it is lit, 0 for none. `accounts` are those switched on, none
    for the picture as it is, and `account` says which in words. With `story` the picture can be told as one. `told`
    narrows the picture of the accounts to those chosen and to a year; `changes` gives, for what the lab marks, the kind
    of mark and what it says, and `moment` the one that the clocks show. `on_pick` gets ``node:ID``, ``edge:ID``,
    ``none``, or what else a page may be asked for, such as ``story:`` with the moment that the reader asks for, if any.
    """

    def picked() -> None:
        if pick := sent(KEY, "pick"):
            on_pick(pick)

    _component(
        key=KEY,
        data={
            "base": base(),
            "level": address.level.value,
            "focus": address.focus.pick if address.focus else "",
            "camera": camera,
            "step": step,
            "moment": address.moment if story else None,
            "lens": address.lens.value,
            "accounts": sorted(accounts),
            "account": account,
            "told": asdict(told) if told else None,
            "changes": changes,
            "clock": moment,
        },
        on_pick_change=picked,
    )
