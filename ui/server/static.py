"""Streamlit's own scripts and styles, compressed once and kept in memory.

Streamlit sends them uncompressed, each through a thread of its own: 2.7 MB and some eighty answers on
a first visit. From memory, gzipped, they are a third of that and cost the server next to nothing.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

FOLDER = Path(streamlit.__file__).parent / "static" / "static"
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
# What our pages are made of; Streamlit loads these chunks only once the first run has come.
NEEDED = ("Html.", "purify.es.", "ButtonGroup.", "BidiComponent.")
FOREVER = "public, immutable, max-age=31536000"


@cache
def known() -> dict[str, Path]:
    """Every script and style by its address; the names carry a hash of the content."""
    return {f"/static/{path.parent.name}/{path.name}": path for path in FOLDER.glob("*/*") if path.suffix in TYPES}


@cache
def compressed(address: str) -> bytes:
    """The file at `address`, gzipped. Raises KeyError for an address that is not known."""
    return gzip.compress(known()[address].read_bytes(), 6, mtime=0)


@cache
def late_chunks() -> tuple[str, ...]:
    """Addresses of the chunks that our pages need after the first run, with what those import."""
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
    """Compress what a first visit asks for."""
    for address in (*_in_first_page(), *late_chunks()):
        compressed(address)


class CompressedStatic:
    """Answers for Streamlit's scripts and styles from memory, where the reader takes gzip."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        takes = scope["type"] == "http" and scope["method"] == "GET" and scope["path"] in known()
        if not takes or "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            await self.app(scope, receive, send)
            return
        headers = {"content-encoding": "gzip", "cache-control": FOREVER, "vary": "accept-encoding"}
        kind = TYPES[Path(scope["path"]).suffix]
        await Response(compressed(scope["path"]), media_type=kind, headers=headers)(scope, receive, send)
