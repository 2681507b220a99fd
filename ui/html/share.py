"""Sending a view on: its address to copy, its code for a camera, and a way to start over."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from graph.cameras import OVERVIEW
from graph.vocabulary import Theme
from ui.html.cached import kept
from ui.html.markup import Markup, tag, void
from ui.reader import Reader


@kept
def share(reader: Reader, path: str, camera: str = "") -> Markup:
    """A folded block with the address of this very view; the code is only fetched once it is opened.

    Where the page has a map, the picture of `camera` is offered as a file too.
    """
    says = reader.says
    view = f"/{path}{reader.address.query().removesuffix('?')}"
    return tag(
        "details",
        tag("summary", says.share.title),
        tag("p", tag("button", says.text.copy_link, type="button", class_="tool", data_copy=says.text.copied)),
        tag("p", says.share.qr_hint),
        void("img", src=f"./api/qr.svg?to={quote(view, safe='')}", alt=says.share.qr, loading="lazy", class_="qr"),
        _pictures(reader, camera) if camera else Markup(""),
        tag("p", tag("a", says.share.reset, href=f"./{path}", target="_self")),
        class_="share",
    )


def _pictures(reader: Reader, camera: str) -> Markup:
    """Links to the picture that is shown, as a file for each ground; the browser adds the width of its design."""
    words = reader.says.scene
    view = {"camera": camera, "level": reader.level.value}
    if camera == OVERVIEW and reader.address.moment:
        view["state"] = reader.mechanism.story[reader.address.moment].state.value
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
