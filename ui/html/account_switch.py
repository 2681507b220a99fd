"""The account switch: a list of links, of which at most two are on at a time."""

from __future__ import annotations

from dataclasses import replace

from ui.address import MOST_ACCOUNTS, Address
from ui.html.cached import kept
from ui.html.markup import Markup, items, tag
from ui.reader import Reader

PICK = "account:"
"""How a pick of an account begins; the account's id follows."""


def toggled(address: Address, id_: str) -> Address:
    """The view with the account `id_` switched the other way; of more than two the earliest goes."""
    rest = tuple(one for one in address.hypotheses if one != id_)
    chosen = rest if len(rest) < len(address.hypotheses) else (*rest, id_)[-MOST_ACCOUNTS:]
    return replace(address, hypotheses=chosen)


@kept
def account_switch(reader: Reader, otherwise: str = "") -> Markup:
    """Every account as a link that switches it on or off; folded, under the name of those that are on.

    `otherwise` says what counts where none is chosen: the account shown first, unless it is given.
    """
    words = reader.mechanism.words[reader.level].hypotheses
    on = reader.address.hypotheses
    shown = on or (() if otherwise else (reader.mechanism.manifest.default_account,))
    links = (
        tag(
            "a",
            words[id_].title,
            id=f"pick-{id_}",
            href=toggled(reader.address, id_).query(),
            target="_self",
            data_pick=PICK + id_,
            aria_current="true" if id_ in shown else None,
        )
        for id_ in reader.mechanism.hypotheses
    )
    summary = f"{reader.says.text.account} {' + '.join(words[id_].title for id_ in shown) or otherwise}"
    return tag("details", tag("summary", summary), items(links), class_="accounts", open="" if on else None)
