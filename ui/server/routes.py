"""The server's own routes: health, the graph and its records, QR codes, the map's files and the fonts."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from graph import __version__
from graph.vocabulary import Level
from ui.browser.files import base, files
from ui.content import mechanism
from ui.packed import FOREVER
from ui.search.find import index
from ui.server import exports
from ui.server.picture import ROUTES as PICTURE_ROUTES
from ui.server.plain import document, plain
from ui.server.qr import qr_svg
from ui.server.search import ROUTES as SEARCH_ROUTES
from ui.server.static import warm

FONTS = Path(__file__).parent.parent.parent / "assets" / "fonts"

OBJECTS = 20_000
"""Allocations between garbage collections: several runs' worth, since Python's default of 700 collects in each run."""


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Load the content and compress the files before the first request."""
    await asyncio.to_thread(base)
    await asyncio.to_thread(warm)
    await asyncio.to_thread(exports.warm)
    for level in Level:
        await asyncio.to_thread(index, level)
    for level in Level:
        await asyncio.to_thread(document, level)
    # Freeze the objects created so far: they live as long as the server, and scanning them would pause all runs.
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS)
    yield


async def healthz(_request: Request) -> JSONResponse:
    """Health check: answers with the code version and the content digest."""
    return JSONResponse({"status": "ok", "version": __version__, "content": mechanism().digest})


async def asset(request: Request) -> Response:
    """A file of the browser's, under an address with the hash of its content."""
    file = files().get(request.path_params["name"])
    if file is None or f"/assets/{request.path_params['digest']}" != base():
        return Response("There is no such file; reload the page.", status_code=404, media_type="text/plain")
    return file.answer(request.headers, {"cache-control": FOREVER})


async def font(request: Request) -> Response:
    """A font served by the app."""
    path = FONTS / request.path_params["name"]
    if path.suffix != ".woff2" or not path.is_file():
        return Response("There is no such font.", status_code=404, media_type="text/plain")
    return FileResponse(path, media_type="font/woff2", headers={"cache-control": FOREVER})


ROUTES = [
    Route("/healthz", healthz),
    *exports.ROUTES,
    *PICTURE_ROUTES,
    *SEARCH_ROUTES,
    Route("/api/qr.svg", qr_svg),
    Route("/plain", plain),
    Route("/assets/{digest}/{name:path}", asset),
    Route("/fonts/{name}", font),
]
