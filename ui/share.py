"""Sending a view on: its address to copy, its code for a camera, and a way to start over."""

from __future__ import annotations

from urllib.parse import quote

from ui.kept import kept
from ui.markup import Markup, tag, void
from ui.reader import Reader


@kept
def share(reader: Reader, path: str) -> Markup:
    """A folded block with the address of this very view; the code is only fetched once it is opened."""
    says = reader.says
    view = f"/{path}{reader.address.query().removesuffix('?')}"
    return tag(
        "details",
        tag("summary", says.share.title),
        tag("p", tag("button", says.text.copy_link, type="button", class_="tool", data_copy=says.text.copied)),
        tag("p", says.share.qr_hint),
        void("img", src=f"./api/qr.svg?to={quote(view, safe='')}", alt=says.share.qr, loading="lazy", class_="qr"),
        tag("p", tag("a", says.share.reset, href=f"./{path}", target="_self")),
        class_="share",
    )
