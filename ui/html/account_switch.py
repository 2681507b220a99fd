"""The account switch: a list of links, at most two of them switched on."""

from __future__ import annotations

from ui.address import ACCOUNTS
from ui.html.cached import cached_html
from ui.html.markup import Markup, items, tag
from ui.reader import Reader


@cached_html
def account_switch(reader: Reader, otherwise: str = "") -> Markup:
    """Every account as a link that switches it on or off, collapsed under the names of those that are on.

    `otherwise` names what applies if none is chosen; by default, the first account.
    """
    words = reader.mechanism.words[reader.level].hypotheses
    on = reader.address[ACCOUNTS]
    shown = on or (() if otherwise else (reader.mechanism.manifest.default_account,))
    links = (
        reader.switch(words[id_].title, id_ in shown, (ACCOUNTS, ACCOUNTS.toggled(on, id_)), id_=f"pick-{id_}")
        for id_ in reader.mechanism.hypotheses
    )
    summary = f"{reader.says.text.account} {' + '.join(words[id_].title for id_ in shown) or otherwise}"
    return tag("details", tag("summary", summary), items(links), class_="accounts", open="" if on else None)
