"""Sending a view on: its address to copy, its code for a camera, and a way to start over."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from graph.vocabulary import PictureState, Theme
from ui.html.cached import kept
from ui.html.markup import Markup, tag, void
from ui.reader import Reader


@kept
def share(reader: Reader, camera: str = "", state: PictureState | None = None) -> Markup:
    """A folded block with the address of this very view; the code is only fetched once it is opened.

    Where the page has a map, the picture of `camera` in its `state` is offered as a file too.
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
    """Links to the picture that is shown, as a file for each ground; the browser adds the width of its design."""
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
