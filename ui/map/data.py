"""The data that the map's browser half draws from, for a run of the page or the first paint."""

from __future__ import annotations

from typing import Any

from graph.network import accounts
from ui.address import ACCOUNTS, FOCUS, LENS
from ui.browser.files import base
from ui.page import MapPage
from ui.reader import Reader


def map_data(reader: Reader, page: MapPage, camera: str, heard: int = 0) -> dict[str, Any]:
    """Return the map of `reader` on `page` as JSON; the page's own keys come last.

    Keys:
        camera: Which picture is shown.
        step: Number of the highlighted step, 0 for none.
        accounts, account: Ids of the chosen accounts, empty for the default picture; and the same in words.
        moment: The current moment of the story; None if the page has no story.
        account_picture: Restricts the picture of the accounts to the chosen ones and to a year.
        changes: For each marked part or arrow, the kind of mark and its text.
        clock: The current moment after the dose.
        stay: Parameters that every selection keeps.
        heard: Number of the last change that the server has made in this session.
    """
    address = reader.address
    chosen, focus = address[ACCOUNTS], address[FOCUS]
    return {
        "base": base(),
        "level": reader.level.value,
        "focus": focus.pick if focus else "",
        "camera": camera,
        "step": 0,
        "moment": None,
        "lens": address[LENS].value,
        "accounts": sorted(accounts(reader.mechanism, chosen)) if chosen else [],
        "account": accounts_in_words(reader),
        "account_picture": None,
        "changes": None,
        "clock": "",
        "stay": {},
        "heard": heard,
    } | page.tells(reader, camera)


def accounts_in_words(reader: Reader) -> str:
    """The legend's text on the chosen accounts."""
    words, says = reader.mechanism.words[reader.level].hypotheses, reader.says.text.account_says
    chosen = (words[id_] for id_ in reader.address[ACCOUNTS])
    return " ".join(says.format(title=one.title, sentence=one.sentence) for one in chosen)
