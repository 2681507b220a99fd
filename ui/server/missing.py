"""The 404 page: Streamlit itself would answer every address with its own page."""

from __future__ import annotations

from difflib import get_close_matches

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.vocabulary import Level
from ui.address import of_level
from ui.catalogue import pages
from ui.content import mechanism
from ui.html.footer import disclaimer
from ui.html.markup import Markup, items, tag, void
from ui.server.asked import asked_level
from ui.server.plain import PATH as PLAIN
from ui.server.plain import style
from wording.interface import interface


class MissingPage:
    """Answers 404 with links to real pages if Streamlit would show its home page under an unknown address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; withhold the response if it is a page under an unknown address."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path == PLAIN or path.strip("/") in pages():
            await self.app(scope, receive, send)
            return
        missing = False

        async def unless_missing(message: Message) -> None:
            nonlocal missing
            if message["type"] == "http.response.start":
                kinds = [value for name, value in message["headers"] if name.lower() == b"content-type"]
                missing = message["status"] == 200 and any(kind.startswith(b"text/html") for kind in kinds)
            if not missing:
                await send(message)

        await self.app(scope, receive, unless_missing)
        if missing:
            page = document(path.strip("/"), asked_level(scope))
            await HTMLResponse(page, status_code=404)(scope, receive, send)


def document(asked: str, level: Level) -> str:
    """The page for the unknown address `asked`: the likely intended page, and every page there is."""
    words = interface(level).missing
    known = {path: page.title(level) for path, page in pages().items()}
    by_title = {title.casefold(): path for path, title in known.items()}
    close = get_close_matches(asked.casefold(), [*known, *by_title], n=2)
    likely = dict.fromkeys(by_title.get(name, name) for name in close)
    parts = [tag("h1", words.title), tag("p", words.text)]
    if likely:
        parts += [tag("h2", words.perhaps), items(_link(path, known[path], level) for path in likely)]
    parts += [tag("h2", words.pages), items(_link(path, title, level) for path, title in known.items())]
    parts.append(tag("p", disclaimer(mechanism(), level)))
    head = tag(
        "head",
        void("meta", charset="utf-8"),
        void("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        void("link", rel="icon", href="data:,"),
        tag("title", words.title),
        tag("style", style()),
    )
    return f'<!doctype html>\n<html lang="en">{head}<body>{tag("main", *parts)}</body></html>\n'


def _link(path: str, title: str, level: Level) -> Markup:
    return tag("a", title, href=of_level(level).href(path, "/"))
