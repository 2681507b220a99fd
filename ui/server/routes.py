"""The server's own addresses: health, the graph and its records, QR codes, the map's files and the fonts."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from graph import __version__
from graph.network import build
from graph.nodelink import text
from graph.vocabulary import Level
from ui.browser.files import base, files
from ui.content import compared, mechanism, network
from ui.search.find import index
from ui.server.answers import answer, tagged
from ui.server.exports import ROUTES as EXPORT_ROUTES
from ui.server.picture import ROUTES as PICTURE_ROUTES
from ui.server.plain import document, plain
from ui.server.qr import qr_svg
from ui.server.search import ROUTES as SEARCH_ROUTES
from ui.server.static import warm

FONTS = Path(__file__).parent.parent.parent / "assets" / "fonts"
FOREVER = "public, max-age=31536000, immutable"


OBJECTS = 20_000
"""New objects after which Python looks for garbage: several runs' worth, where its own 700 make it look during each."""


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Load the content and compress the files before the first visitor, not while one waits."""
    await asyncio.to_thread(base)
    await asyncio.to_thread(warm)
    for name in (mechanism().folder.name, *compared()):
        await asyncio.to_thread(_graph, name)
    for level in Level:
        await asyncio.to_thread(index, level)
    for level in Level:
        await asyncio.to_thread(document, level)
    # What stands here now stays as long as the server. No collection need look at it again; each one stops all runs.
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS)
    yield


async def healthz(_request: Request) -> JSONResponse:
    """Whether the server can answer, with the version of the code and the digest of the content."""
    return JSONResponse({"status": "ok", "version": __version__, "content": mechanism().digest})


@cache
def _graph(name: str) -> tuple[bytes, str]:
    if name == mechanism().folder.name:
        return tagged(text(mechanism(), network()).encode())
    return tagged(text(compared()[name], build(compared()[name])).encode())


async def mechanism_json(request: Request) -> Response:
    """The graph as node-link JSON, `?mechanism=` naming another than the main one; 304 where the reader has it."""
    known = [mechanism().folder.name, *compared()]
    asked = request.query_params.get("mechanism", known[0])
    if asked not in known:
        return Response(f"There is no such mechanism; known: {', '.join(known)}.", 404, media_type="text/plain")
    body, tag = _graph(asked)
    return answer(request, body, tag, "application/json", {"access-control-allow-origin": "*"})


async def asset(request: Request) -> Response:
    """A file of the map, under the address of exactly these bytes."""
    file = files().get(request.path_params["name"])
    if file is None or f"/assets/{request.path_params['digest']}" != base():
        return Response("There is no such file; reload the page.", status_code=404, media_type="text/plain")
    headers = {"content-encoding": "gzip", "cache-control": FOREVER, "vary": "accept-encoding"}
    return Response(file.body, media_type=file.type, headers=headers)


async def font(request: Request) -> Response:
    """A font that ships with the app."""
    path = FONTS / request.path_params["name"]
    if path.suffix != ".woff2" or not path.is_file():
        return Response("There is no such font.", status_code=404, media_type="text/plain")
    return FileResponse(path, media_type="font/woff2", headers={"cache-control": FOREVER})


ROUTES = [
    Route("/healthz", healthz),
    Route("/api/mechanism.json", mechanism_json),
    *EXPORT_ROUTES,
    *PICTURE_ROUTES,
    *SEARCH_ROUTES,
    Route("/api/qr.svg", qr_svg),
    Route("/plain", plain),
    Route("/assets/{digest}/{name:path}", asset),
    Route("/fonts/{name}", font),
]
