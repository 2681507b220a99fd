"""What of an address a room shares, and what belongs to the reader. Its twin is `ui/browser/live/address.js`."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from ui.address import STREAMLITS_OWN
from ui.catalogue import LOBBIES

OWN = frozenset({"level"}) | STREAMLITS_OWN
"""Parameters that belong to the reader, whoever drives."""


def split(address: str) -> tuple[str, list[tuple[str, str]]]:
    """Path and parameters of an address; a parameter without a value has an empty one."""
    path, _, query = address.partition("?")
    return path, parse_qsl(query, keep_blank_values=True)


def _joined(path: str, pairs: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(pairs, safe=',')}" if pairs else path


def shared(address: str) -> str:
    """The part of `address` that a room shares; empty for the pages of the live link itself."""
    path, pairs = split(address)
    if path.strip("/") in LOBBIES:
        return ""
    return _joined(path, [(name, value) for name, value in pairs if name not in OWN])


def merged(address: str, own: str) -> str:
    """The room's `address` as the reader of `own` sees it: all of it, and what belongs to the reader."""
    path, pairs = split(address)
    theirs = [(name, value) for name, value in pairs if name not in OWN]
    return _joined(path, theirs + [(name, value) for name, value in split(own)[1] if name in OWN])
