"""`GET /api/qr.svg?to=/path?query`: an address of this site as a QR code, to scan from a screen or from paper."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from io import BytesIO
from urllib.parse import quote

import segno
from starlette.requests import Request
from starlette.responses import Response

from ui.packed import Packed

LONGEST = 1_000
"""Characters of `to` that are read."""

# Characters that stay unescaped in an address; “%” is one of them, for what is already escaped.
_KEPT = "/?#[]@!$&'()*+,;=:%~"
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


# Not a coroutine, so that Starlette runs it in a thread: a long address takes a seventh of a second.
def qr_svg(request: Request) -> Response:
    """The QR code of the absolute address of `to`; 400 if that is not on this site or too long for a code."""
    try:
        code = _drawn(absolute(request, request.query_params.get("to", "")))
    except ValueError as error:
        return Response(str(error), status_code=400, media_type="text/plain")
    # Private, because the address contains the host name by which this reader reached the site.
    return code.answer(request.headers, {"cache-control": "private, max-age=300"})


def absolute(request: Request, to: str) -> str:
    """`to` with the scheme, host and base path of the request. Raises ValueError if it could lead to another site."""
    if not to.startswith("/") or to.startswith(("//", "/\\")):
        raise ValueError("“to” must be an address of this site that begins with a single “/”.")
    if len(to) > LONGEST:
        raise ValueError(f"“to” is longer than {LONGEST:,} characters.")
    if any(unicodedata.category(sign) == "Cc" for sign in to):
        raise ValueError("“to” holds control characters.")
    return str(request.base_url).rstrip("/") + quote(_LONE_PERCENT.sub("%25", to), safe=_KEPT)


@lru_cache(maxsize=128)
def _drawn(address: str) -> Packed:
    """The code as scalable SVG: black on white, with the quiet zone that scanners need."""
    try:
        # Not the smaller Micro QR, which phones do not read.
        code = segno.make_qr(address, error="m", boost_error=False)
    except segno.DataOverflowError:
        raise ValueError("The address is too long for a QR code.") from None
    drawing = BytesIO()
    code.save(
        drawing,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        omitsize=True,
        xmldecl=False,
        svgclass="",
        lineclass="",
    )
    return Packed.of(drawing.getvalue(), "image/svg+xml")
