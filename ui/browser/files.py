"""The browser's files, served compressed under an address that contains a hash of their content.

They are compressed once, at start-up, and a browser that has cached them never requests them again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any

from figures.bundle import bundle, pictures, scenes_of
from figures.captions import captions
from figures.chart import chart
from graph.cameras import cameras, shot
from graph.layout import picture
from graph.vocabulary import Level, PictureState, Theme
from ui.content import compared, mechanism
from ui.html.terms import explained
from ui.live.stops import kit
from ui.packed import Packed
from ui.styles import sheet

ROOT = Path(__file__).parent.parent.parent
BROWSER = Path(__file__).parent
BASIC = ROOT / "node_modules" / "plotly.js-basic-dist-min" / "plotly-basic.min.js"
MARGIN = 32
"""Px of margin around a map that fills the page."""
APART = 0.02
"""Px between the media queries of two widths; small enough that a zoomed window of fractional width still matches."""
SHEETS = ("components", "live")
"""Style sheets that scripts load."""
_IMPORTED = re.compile(r'^import (?:[^;"]* from )?"(\.{1,2}/[\w./-]+)";$', re.MULTILINE)

TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


def plotly_js() -> Path:
    """The smallest Plotly.js available: the basic bundle if npm installed it, else the package's full one."""
    if BASIC.is_file():
        return BASIC
    spec = find_spec("plotly")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"plotly {version('plotly')} is installed without its package_data")
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


@cache
def files() -> dict[str, Packed]:
    """All files by name."""
    content = mechanism()
    texts: dict[str, bytes] = {"plotly.js": plotly_js().read_bytes()}
    for path in sorted(BROWSER.rglob("*")):
        if path.suffix == ".js":
            texts[path.relative_to(BROWSER).as_posix()] = path.read_bytes()
    texts |= {f"styles/{name}.css": sheet(name).encode() for name in SHEETS}
    for level in Level:
        texts[f"glossary-{level.value}.json"] = explained((content, *compared().values()), level).encode()
        texts[f"live-{level.value}.json"] = kit(level).encode()
        for camera in cameras(content):
            scenes = scenes_of(content, level, camera)
            texts[f"scene-{camera}-{level.value}.json"] = _json(bundle(content, level, camera, scenes))
            for width, drawn in scenes.items():
                figure = chart(drawn, captions(content, level, drawn))
                texts[f"figure-{camera}-{level.value}-{width}.json"] = _json(figure)
    texts.update(pictures(content))
    return {name: Packed.zipped(body, TYPES[Path(name).suffix]) for name, body in texts.items()}


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def base() -> str:
    """Base address of all files."""
    digest = sha256()
    for name, file in sorted(files().items()):
        digest.update(name.encode() + b"\0" + file.body)
    return f"/assets/{digest.hexdigest()[:16]}"


@cache
def modules(*entries: str, first: str = "") -> str:
    """A Link header that preloads the scripts `entries` and all that they import.

    They are requested after Streamlit's own scripts, without which none of them runs, because a browser fetches only a
    few files at a time. Only the imports of the entry `first` are not delayed.
    """
    soon = _needed(first) if first else {}
    return ", ".join(
        f"<{base()}/{name}>; rel=modulepreload" + ("" if name in soon else "; fetchpriority=low")
        for name in soon | _needed(*entries)
    )


def _needed(*entries: str) -> dict[str, None]:
    """`entries` and all that they import, without duplicates, in order of discovery."""
    needed: dict[str, None] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop(0)
        if name not in needed:
            needed[name] = None
            text = (BROWSER / name).read_text(encoding="utf-8")
            waiting += [normpath(f"{dirname(name)}/{found}") for found in _IMPORTED.findall(text)]
    return needed


@cache
def preloads(level: Level, camera: str, first: str = "") -> str:
    """A Link header that lets the browser fetch what the map needs while Streamlit's own page is still loading.

    `first` names the script, if any, that does not wait for that page.
    """
    scripts = modules("map/entry.js", "search/entry.js", "live/entry.js", first=first)
    scene = f"<{base()}/scene-{camera}-{level.value}.json>; rel=preload; as=fetch; crossorigin"
    sheet = f"<{base()}/styles/components.css>; rel=preload; as=style"
    chart = f"<{base()}/plotly.js>; rel=preload; as=script; fetchpriority=low"
    pictured = any(layout.pictures for layout in shot(mechanism(), camera).layouts.values())
    return ", ".join([scripts, scene, sheet, *(_illustrations() if pictured else ()), chart])


def _illustrations() -> list[str]:
    """Preload links for each width and theme, limited by media query; the picture shows before any script runs."""
    layouts = sorted(mechanism().layouts.values(), key=lambda layout: layout.width)
    links = []
    shown_in = windows([layout.width for layout in layouts])
    for layout in layouts:
        if not layout.pictures:
            continue
        for theme in Theme:
            media = " and ".join(filter(None, (shown_in[layout.width], f"(prefers-color-scheme: {theme.value})")))
            name = picture(layout.pictures, PictureState.ALL, theme)
            links.append(f'<{base()}/{name}>; rel=preload; as=image; media="{media}"; fetchpriority=high')
    return links


def windows(widths: Sequence[int]) -> dict[int, str]:
    """The media query of the windows that show the map at each of its designed `widths`, narrowest first.

    An empty query matches every window.
    """
    edges = [0, *(width + MARGIN for width in widths[1:]), 0]
    queries = {}
    for width, (least, above) in zip(widths, pairwise(edges), strict=True):
        parts = [f"(min-width: {least}px)"] if least else []
        parts += [f"(max-width: {above - APART}px)"] if above else []
        queries[width] = " and ".join(parts)
    return queries
