"""Files of the map, served compressed under an address that changes with their bytes.

Streamlit would compress 4.8 MB of Plotly anew for each visitor; these bytes are compressed once,
and a browser that has them never asks again.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from figures.bundle import bundle, pictures, svgs
from graph.vocabulary import Level
from ui.content import mechanism

ROOT = Path(__file__).parent.parent.parent
BROWSER = ROOT / "ui" / "map" / "browser"
BASIC = ROOT / "node_modules" / "plotly.js-basic-dist-min" / "plotly-basic.min.js"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True)
class File:
    """A file as it is sent: gzipped bytes and its type."""

    body: bytes
    type: str


def plotly_js() -> Path:
    """The smallest Plotly.js at hand: the basic bundle where npm installed it, else the package's full one."""
    if BASIC.is_file():
        return BASIC
    spec = find_spec("plotly")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"plotly {version('plotly')} is installed without its package_data")
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


@cache
def files() -> dict[str, File]:
    """Every file of the map by its name."""
    content = mechanism()
    texts: dict[str, bytes] = {"plotly.js": plotly_js().read_bytes()}
    for path in sorted(BROWSER.iterdir()):
        if path.suffix in (".js", ".css"):
            texts[path.name] = path.read_bytes()
    for level in Level:
        scenes = json.dumps(bundle(content, level), ensure_ascii=False, separators=(",", ":"))
        texts[f"scene-{level.value}.json"] = scenes.encode()
        for width, text in svgs(content, level).items():
            texts[f"{width}-{level.value}.svg"] = text.encode()
    texts.update(pictures(content))
    return {name: File(gzip.compress(body, 6, mtime=0), TYPES[Path(name).suffix]) for name, body in texts.items()}


@cache
def base() -> str:
    """Address that all files of the map stand under."""
    digest = sha256()
    for name, file in sorted(files().items()):
        digest.update(name.encode() + b"\0" + file.body)
    return f"/assets/{digest.hexdigest()[:16]}"
