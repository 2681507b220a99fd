"""The part of an address that a room shares, and the part that belongs to the reader.

Its counterpart in the browser is `ui/browser/live/address.js`.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from ui.address import STREAMLITS_OWN
from ui.catalogue import pages


def own_names() -> frozenset[str]:
    """Names of parameters that belong to the reader, regardless of the presenter."""
    own = (param for page in pages().values() for param in page.params if param.own)
    return STREAMLITS_OWN | {name for param in own for name in param.names}


def split(address: str) -> tuple[str, list[tuple[str, str]]]:
    """Path and parameters of an address; a parameter without a value gets an empty one."""
    path, _, query = address.partition("?")
    return path, parse_qsl(query, keep_blank_values=True)


def _joined(path: str, pairs: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(pairs, safe=',')}" if pairs else path


def shared(address: str) -> str:
    """The part of `address` that a room shares; empty for the pages of the live link itself."""
    path, pairs = split(address)
    page = pages().get(path.strip("/"))
    if page is not None and page.lobby:
        return ""
    own = own_names()
    return _joined(path, [(name, value) for name, value in pairs if name not in own])


def merged(address: str, reader: str) -> str:
    """The room's `address` with the own parameters of the reader, who is at the address `reader`."""
    path, pairs = split(address)
    own = own_names()
    theirs = [(name, value) for name, value in pairs if name not in own]
    return _joined(path, theirs + [(name, value) for name, value in split(reader)[1] if name in own])
