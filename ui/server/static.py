"""Streamlit's own scripts and styles, compressed once and kept in memory.

Streamlit sends them uncompressed, each in its own thread: 2.7 MB and some eighty responses on a first visit. Gzipped
and from memory, they take a third of that and cost the server next to nothing.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.packed import FOREVER, Packed, takes_gzip

FOLDER = Path(streamlit.__file__).parent / "static" / "static"
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
# Chunks that our pages use, which Streamlit would load only after the first run.
NEEDED = ("Html.", "purify.es.", "ButtonGroup.", "BidiComponent.")


@cache
def known() -> dict[str, Path]:
    """Every script and style by address; the names contain a hash of the content."""
    return {f"/static/{path.parent.name}/{path.name}": path for path in FOLDER.glob("*/*") if path.suffix in TYPES}


@cache
def compressed(address: str) -> Packed:
    """The file at `address`, gzipped. Raises KeyError if there is none."""
    return Packed.zipped(known()[address].read_bytes(), TYPES[Path(address).suffix])


@cache
def late_chunks() -> tuple[str, ...]:
    """Addresses of the chunks that our pages need after the first run, with their imports."""
    first = [address for address in known() if Path(address).name.startswith(NEEDED)]
    found: dict[str, None] = {}
    waiting = sorted(first)
    while waiting:
        address = waiting.pop(0)
        if address in found or address not in known():
            continue
        found[address] = None
        text = known()[address].read_text(encoding="utf-8")
        waiting += [f"/static/js/{name}" for name in re.findall(r'from"\./([\w.-]+\.js)"', text)]
    return tuple(address for address in found if address not in _in_first_page())


@cache
def _in_first_page() -> frozenset[str]:
    page = (FOLDER.parent / "index.html").read_text(encoding="utf-8")
    return frozenset(address for address in known() if Path(address).name in page)


def warm() -> None:
    """Compress the files of a first visit."""
    for address in (*_in_first_page(), *late_chunks()):
        compressed(address)


class CompressedStatic:
    """Serves Streamlit's scripts and styles from memory if the client accepts gzip."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the file, or pass the request on."""
        takes = scope["type"] == "http" and scope["method"] == "GET" and scope["path"] in known()
        if not takes or not takes_gzip(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        await compressed(scope["path"]).answer(Headers(scope=scope), {"cache-control": FOREVER})(scope, receive, send)
