"""Sharing a view: its address to copy, its QR code, and a link to start over."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from graph.vocabulary import PictureState, Theme
from ui.html.cached import cached_html
from ui.html.markup import Markup, tag, void
from ui.reader import Reader


@cached_html
def share(reader: Reader, camera: str = "", state: PictureState | None = None) -> Markup:
    """A collapsed block with the address of this exact view; the QR code is only fetched when it is opened.

    On a page with a map, it also offers the picture of `camera` in its `state` as a file.
    """
    says = reader.says
    view = reader.address.href(root="/")
    return tag(
        "details",
        tag("summary", says.share.title),
        tag("p", tag("button", says.text.copy_link, type="button", class_="tool", data_copy=says.text.copied)),
        tag("p", says.share.qr_hint),
        void("img", src=f"./api/qr.svg?to={quote(view, safe='')}", alt=says.share.qr, loading="lazy", class_="qr"),
        _pictures(reader, camera, state) if camera else Markup(""),
        tag("p", tag("a", says.share.reset, href=f"./{reader.address.path}", target="_self")),
        class_="share",
    )


def _pictures(reader: Reader, camera: str, state: PictureState | None) -> Markup:
    """Download links for the current picture in each theme; the browser adds the width of its layout."""
    words = reader.says.scene
    view = {"camera": camera, "level": reader.level.value}
    if state is not None:
        view["state"] = state.value
    links = (
        tag(
            "a",
            says,
            href=f"./api/scene.svg?{urlencode(view | {'theme': theme.value})}",
            target="_self",
            download="",
        )
        for theme, says in ((Theme.LIGHT, words.file_light), (Theme.DARK, words.file_dark))
    )
    return tag("p", words.file, " ", next(links), " · ", next(links), data_picture="")
