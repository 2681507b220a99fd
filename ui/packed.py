"""Cacheable responses: prepared once, sent once to each reader, and afterwards only revalidated."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from starlette.datastructures import Headers
from starlette.responses import Response

BRIEFLY = "public, max-age=300"
"""Cache-Control for content that may change with the next version."""
FOREVER = "public, max-age=31536000, immutable"
"""Cache-Control for an address that contains a hash of exactly these bytes."""


@dataclass(frozen=True)
class Packed:
    """A prepared response body with its media type and entity tag; all encodings share the tag."""

    body: bytes
    type: str
    tag: str
    gzipped: bool = False

    @classmethod
    def of(cls, body: bytes, media_type: str) -> Packed:
        """Wrap `body` uncompressed."""
        return cls(body, media_type, _tag(body))

    @classmethod
    def zipped(cls, body: bytes, media_type: str) -> Packed:
        """Compress `body` ahead of any request. The tag is weak, because it covers two encodings."""
        return cls(gzip.compress(body, 6, mtime=0), media_type, f"W/{_tag(body)}", gzipped=True)

    def answer(self, asked: Headers, headers: Mapping[str, str] | None = None) -> Response:
        """The response to a request with the headers `asked`: the bytes, or 304 if the reader has them already."""
        sent = {"etag": self.tag, "cache-control": BRIEFLY, **(headers or {})}
        if self.gzipped:
            sent["vary"] = "accept-encoding"
        known = {_strong(part) for part in asked.get("if-none-match", "").split(",")}
        if known & {_strong(self.tag), "*"}:
            return Response(status_code=304, headers=sent)
        body = self.body
        if self.gzipped and takes_gzip(asked):
            sent["content-encoding"] = "gzip"
        elif self.gzipped:
            body = gzip.decompress(body)
        return Response(body, media_type=self.type, headers=sent)


def takes_gzip(asked: Headers) -> bool:
    """Whether a client that sent the headers `asked` accepts gzip."""
    return "gzip" in asked.get("accept-encoding", "")


def _tag(body: bytes) -> str:
    return f'"{sha256(body).hexdigest()[:16]}"'


def _strong(tag: str) -> str:
    return tag.strip().removeprefix("W/")
