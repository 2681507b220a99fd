"""Security headers on every response, as plain ASGI middleware so that streams pass through unbuffered."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.address import Address
from ui.browser.files import modules, preloads
from ui.catalogue import page_at, pages
from ui.page import MapPage
from ui.server.asked import asked_level
from ui.server.first_paint import ENTRY, FirstPaint, first_paint_address
from ui.server.missing import MissingPage
from ui.server.static import CompressedStatic, late_chunks

SCRIPTLESS = "/plain"
"""The address of the document that runs no scripts."""


@cache
def inline_script_hashes() -> tuple[str, ...]:
    """Hashes of the inline scripts in Streamlit's own page, computed from the installed version."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return tuple(b64encode(sha256(script.encode()).digest()).decode() for script in scripts)


def unframed(path: str) -> bool:
    """Whether other sites are forbidden to show `path` in a frame."""
    return any(path.startswith(f"/{page.path}") for page in pages().values() if not page.framed)


def content_security_policy(path: str) -> str:
    """The content security policy for the page at `path`: same origin only, and no scripts but our own.

    Exceptions: Streamlit imports inline components as blob modules, and styles elements inline.
    """
    hashes = " ".join(f"'sha256-{value}'" for value in inline_script_hashes())
    scripts = "'none'" if path == SCRIPTLESS else f"'self' blob: {hashes}"
    ancestors = "'none'" if unframed(path) else "*"
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


class SecurityHeaders:
    """Adds the security headers, and preload links for the map to a page's first response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers when the response starts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = content_security_policy(scope["path"])
                headers["x-content-type-options"] = "nosniff"
                headers["referrer-policy"] = "same-origin"
                headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
                headers["cross-origin-opener-policy"] = "same-origin"
                if unframed(scope["path"]):
                    headers["x-frame-options"] = "DENY"  # for browsers without frame-ancestors
                page = headers.get("content-type", "").startswith("text/html") and message["status"] == 200
                if page and scope["path"] != SCRIPTLESS:
                    late = (f"<{address}>; rel=modulepreload" for address in late_chunks())
                    at = pages().get(scope["path"].strip("/"), page_at(""))
                    scripts = modules("page/list-links.js", "search/entry.js", "live/entry.js")
                    first = ENTRY if first_paint_address(scope) else ""
                    camera = at.camera(Address(at.path, at.params)) if isinstance(at, MapPage) else ""
                    ours = preloads(asked_level(scope), camera, first) if camera else scripts
                    headers["link"] = ", ".join((ours, *late))
            await send(message)

        await self.app(scope, receive, with_headers)


MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(MissingPage),
    Middleware(CompressedStatic),
    Middleware(FirstPaint),
]
