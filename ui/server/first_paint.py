"""The first paint: title and map in the server's first response, while the app is still loading.

They are added to Streamlit's own page next to the app's root element, in the place where the app will draw the same;
the style sheet hides each part once the app's version is there. The map is interactive at once, see
`ui/browser/map/first-paint.js`: it responds to the reader, and later moves into the app's map element with all pending
changes.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache, lru_cache

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from figures.scene import Scene, scene
from figures.svg import DARK, svg, themes_css
from graph.vocabulary import Level, PictureState, Theme
from ui.address import FOCUS, LEVEL, Address, read
from ui.browser.files import base, windows
from ui.catalogue import page_at
from ui.content import mechanism
from ui.html.markup import Markup, tag, void
from ui.map.data import map_data
from ui.packed import Packed
from ui.page import MapPage
from ui.server.asked import asked
from ui.server.plain import address as plain_address
from ui.state import plain_reader
from ui.styles import sheet
from wording.interface import interface

ENTRY = "map/first-paint.js"
"""The script that makes the picture interactive."""
LARGEST = 1.5
"""Maximum scale of a picture, relative to its designed width."""
NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
"""The message in Streamlit's page for readers without scripts."""


ALWAYS_ASKED = {"cache-control": "no-cache"}
OF_THE_BARE_PAGE = {b"content-length", b"content-type", b"last-modified", b"accept-ranges", b"etag", b"cache-control"}
"""Headers that describe the page without the picture."""
PAGES = 64
"""Cached pages, one for each part and level requested recently."""


class FirstPaint:
    """ASGI middleware that adds the picture to Streamlit's page if the address asks only for the whole picture."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the picture to the returned page."""
        view = first_paint_address(scope)
        if view is None:
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = b""

        async def with_picture(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            if start["status"] == 200 and Headers(scope=start).get("content-type", "").startswith("text/html"):
                answer = with_early(body, view).answer(Headers(scope=scope), ALWAYS_ASKED)
                answer.raw_headers += [pair for pair in start["headers"] if pair[0] not in OF_THE_BARE_PAGE]
                await answer(scope, receive, send)
                return
            await send(start)
            await send({"type": "http.response.body", "body": body})

        # Without conditional headers: Streamlit cannot know whether our part of the page has changed.
        plain = [pair for pair in scope["headers"] if pair[0] not in (b"if-none-match", b"if-modified-since", b"range")]
        await self.app({**scope, "headers": plain}, receive, with_picture)


@lru_cache(PAGES)
def with_early(page: bytes, address: Address) -> Packed:
    """Streamlit's `page` with the picture of `address` added."""
    page = NOSCRIPT.sub(without_script(address[LEVEL]).encode(), page)
    return Packed.zipped(
        page.replace(b"</body>", first_paint(address).encode() + b"</body>"), "text/html; charset=utf-8"
    )


def first_paint_address(scope: Scope) -> Address | None:
    """The view, if a request asks for the whole picture with at most a focus and a level; otherwise None."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/":
        return None
    query, page = asked(scope), page_at("")
    address = read(query, page.path, page.params, mechanism())
    usual = not address.ignored and all(param in (FOCUS, LEVEL) for param, _ in address.values)
    return address if usual and not any(name.startswith("embed") for name in query) else None


def first_paint(address: Address) -> Markup:
    """What is added to the page: its style sheet, title and picture at every designed width, and the map's loader."""
    script = tag("script", type="module", async_="", src=f"{base()}/{ENTRY}")
    page = page_at(address.path)
    if not isinstance(page, MapPage):
        raise TypeError(f"the page at /{page.path} has no map")
    reader = replace(plain_reader(), address=address)
    data = json.dumps(map_data(reader, page, page.camera(address)), separators=(",", ":"))
    answering = tag("div", data_early=data)
    sheet, words, picture = _parts(address[LEVEL])
    shown = tag("div", words, tag("div", picture, answering, class_="early-map"), id="early", role="main")
    return sheet + shown + script


@cache
def _parts(level: Level) -> tuple[Markup, Markup, Markup]:
    scenes = [scene(mechanism(), width, level) for width in sorted(mechanism().manifest.widths)]
    account = mechanism().words[level].hypotheses[mechanism().manifest.default_account].title
    words = tag(
        "div",
        tag("p", page_at("").title(level), class_="early-title", role="heading", aria_level="1"),
        tag("p", page_at("").lead(level), class_="early-lead"),
        tag("div", class_="early-choices"),
        tag("p", f"{interface(level).text.account} {account}", class_="early-account"),
    )
    drawn = (Markup(_drawn(one)) for one in scenes)
    picture = tag("div", _illustrations(scenes), *drawn, class_="early-picture", aria_hidden="true")
    styled = tag("style", Markup(themes_css() + sheet("early") + _sizes(scenes)))
    return styled, words, picture


def without_script(level: Level) -> Markup:
    """The fallback without scripts: a link to the document that needs none."""
    link = tag("a", interface(level).text.plain, href=plain_address(level))
    return tag("noscript", tag("p", link, class_="early-plain"))


def _drawn(one: Scene) -> str:
    return svg(one, None, css_class=f"early-{one.width}")


def _sizes(scenes: list[Scene]) -> str:
    """CSS rules that show the scene matching the window, at the size the map will have."""
    names = ", ".join(f"#early .early-{one.width}" for one in scenes)
    rules = [f"{names} {{ display: none; }}"]
    shown_in = windows([one.width for one in scenes])
    for number, one in enumerate(scenes):
        window, widest = shown_in[one.width], number == len(scenes) - 1
        largest = one.width if widest else round(one.width * LARGEST)
        size = f"max-width: {largest}px; aspect-ratio: {one.width} / {one.height};"
        size += " margin-inline: 0;" if widest else ""
        shown = f"#early .early-map {{ {size} }} #early .early-{one.width} {{ display: block; }}"
        rules.append(f"@media {window} {{ {shown} }}" if window else shown)
    return "\n".join(rules)


def _illustrations(scenes: list[Scene]) -> Markup:
    """The picture's background illustration; the browser fetches only the one for its window and theme."""
    sources = []
    shown_in = windows([one.width for one in scenes])
    for one in scenes:
        for theme, picture in zip(Theme, one.pictures.get(PictureState.ALL.value, ()), strict=False):
            parts = (shown_in[one.width], DARK if theme is Theme.DARK else "")
            sources.append((" and ".join(filter(None, parts)) or "all", f"{base()}/{picture}"))
    if not sources:
        return Markup("")
    # The first matching source wins, so the dark ones, which have more conditions, come first.
    ordered = sorted(sources, key=lambda source: DARK not in source[0])
    listed = (void("source", media=media, srcset=address) for media, address in ordered)
    return tag("picture", *listed, void("img", src=ordered[-1][1], alt=""))
