"""What the map is told: the data that its half in the browser draws from, in a run of the page or before the first."""

from __future__ import annotations

from typing import Any

from graph.network import accounts
from ui.address import ACCOUNTS, FOCUS, LENS
from ui.browser.files import base
from ui.page import MapPage
from ui.reader import Reader


def map_data(reader: Reader, page: MapPage, camera: str, heard: int = 0) -> dict[str, Any]:
    """The map of `reader` on `page` as JSON; what the page tells of its own comes last.

    ``camera`` says what is shown, and ``step`` which step of it is lit, 0 for none. ``accounts`` are those switched on,
    none for the picture as it is, and ``account`` says which in words. ``moment`` is the one of the story that is told,
    None where the page tells none. ``account_picture`` narrows the picture of the accounts to those chosen and to a
    year; ``changes`` gives, for what is marked, the kind of mark and what it says; ``clock`` is the moment that the
    clocks show. ``stay`` holds parameters that go along with every pick. ``heard`` is the number of the last change
    that the server has made for this session.
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
    """What the legend says of the chosen accounts."""
    words, says = reader.mechanism.words[reader.level].hypotheses, reader.says.text.account_says
    chosen = (words[id_] for id_ in reader.address[ACCOUNTS])
    return " ".join(says.format(title=one.title, sentence=one.sentence) for one in chosen)
