"""What the map is told: the data that its half in the browser draws from, in a run of the page or before the first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from graph.cameras import OVERVIEW
from ui.address import Address
from ui.browser.files import base
from ui.told import Told


def map_data(
    address: Address,
    *,
    camera: str = OVERVIEW,
    step: int = 0,
    accounts: Collection[str] = (),
    account: str = "",
    story: bool = False,
    told: Told | None = None,
    changes: Mapping[str, Sequence[str]] | None = None,
    moment: str = "",
) -> dict[str, Any]:
    """The map of `address` as JSON.

    `camera` says what is shown, and `step` which step of it is lit, 0 for none. `accounts` are those switched on, none
    for the picture as it is, and `account` says which in words. With `story` the picture can be told as one. `told`
    narrows the picture of the accounts to those chosen and to a year; `changes` gives, for what the lab marks, the kind
    of mark and what it says, and `moment` the one that the clocks show.
    """
    return {
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
    }
