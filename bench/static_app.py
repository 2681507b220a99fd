"""A static Plotly page with the same figure: every highlight is sent with the page, so clicks need no server."""

from __future__ import annotations

import gzip
import json
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from string import Template

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.figure import LEVEL, figure, picks
from figures.bundle import bundle
from ui.content import mechanism
from ui.packed import FOREVER
from ui.server.routes import font, healthz


@cache
def plotly_js() -> bytes:
    """The full Plotly bundle from the Python package, gzipped once."""
    spec = find_spec("plotly")
    assert spec is not None
    assert spec.origin is not None
    return gzip.compress((Path(spec.origin).parent / "package_data" / "plotly.min.js").read_bytes(), 6, mtime=0)


@cache
def address() -> str:
    """Path of the bundle, which contains its hash, so that browsers may cache it forever."""
    return f"/plotly-{sha256(plotly_js()).hexdigest()[:16]}.js"


def spoken() -> dict[str, tuple[str, str]]:
    """Name and sentence of everything that can be selected, by selection."""
    words = bundle(mechanism(), LEVEL)
    things = {f"node:{id_}": (one["name"], one["text"]) for id_, one in words["things"].items()}
    return things | {f"edge:{id_}": (one["name"], one["text"]) for id_, one in words["links"].items()}


@cache
def page() -> bytes:
    """The page, gzipped once."""
    parts = {
        "layout": figure("")["layout"],
        "traces": {pick: figure(pick)["data"] for pick in ("", *picks())},
        "words": spoken(),
    }
    written = {
        name: json.dumps(part, separators=(",", ":"), ensure_ascii=False).replace("</", "<\\/")
        for name, part in parts.items()
    }
    template = Template((Path(__file__).parent / "static_page.html").read_text(encoding="utf-8"))
    return gzip.compress(template.substitute(written, plotly=address()).encode(), 6, mtime=0)


async def index(_request: Request) -> Response:
    """Serve the page."""
    return Response(page(), media_type="text/html", headers={"content-encoding": "gzip", "cache-control": "no-cache"})


async def plotly(_request: Request) -> Response:
    """Serve the Plotly bundle."""
    headers = {"content-encoding": "gzip", "cache-control": FOREVER}
    return Response(plotly_js(), media_type="text/javascript", headers=headers)


app = Starlette(
    routes=[Route("/", index), Route(address(), plotly), Route("/healthz", healthz), Route("/fonts/{name}", font)]
)
