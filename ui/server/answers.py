"""Answers that a reader may have already: sent once, and afterwards only confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response


def tagged(body: bytes) -> tuple[bytes, str]:
    """`body` with its entity tag."""
    return body, f'"{sha256(body).hexdigest()[:16]}"'


def answer(
    request: Request, body: bytes, tag: str, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """`body`, or 304 where the request says that the reader has what `tag` names."""
    sent = {"etag": tag, "cache-control": "public, max-age=300", **(headers or {})}
    known = {part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")}
    if known & {tag, "*"}:
        return Response(status_code=304, headers=sent)
    return Response(body, media_type=media_type, headers=sent)
