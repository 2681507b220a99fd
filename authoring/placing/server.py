"""The drag-and-drop page for one picture, served on the local machine only."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from authoring.layout_file import save
from authoring.metrics import boxes, measured
from authoring.placing.moves import moved
from figures.scene import scene
from figures.svg import palette_css, svg
from figures.tokens import tokens
from graph.cameras import OVERVIEW, shot
from graph.content import Mechanism
from graph.layout import Layout
from graph.vocabulary import Level, PictureState

PAGE = Path(__file__).parent / "page.html"
HERE = "127.0.0.1"


class Desk:
    """One picture while its elements are being moved."""

    def __init__(self, mechanism: Mechanism, camera: str, width: int, level: Level = Level.STUDENT) -> None:
        self.mechanism, self.camera, self.width, self.level = mechanism, camera, width, level

    def move(self, what: str, id_: str, start: tuple[float, float], end: tuple[float, float]) -> Path:
        """Apply a drag and save it; returns the file. Raises KeyError or ValueError if the drag is not possible."""
        layout = moved(shot(self.mechanism, self.camera).layouts[self.width], what, id_, start, end)
        mechanism = self._with(Layout.model_validate(layout.model_dump()))
        scene(mechanism, self.width, self.level, self.camera)  # raises an error if an arrow no longer fits
        self.mechanism = mechanism
        return save(mechanism, self.camera, layout)

    def _with(self, layout: Layout) -> Mechanism:
        if self.camera == OVERVIEW:
            return replace(self.mechanism, layouts={**self.mechanism.layouts, self.width: layout})
        camera = self.mechanism.cameras[self.camera]
        layouts = tuple(layout if one.width == self.width else one for one in camera.layouts)
        changed = camera.model_copy(update={"layouts": layouts})
        return replace(self.mechanism, cameras={**self.mechanism.cameras, self.camera: changed})

    def drawing(self) -> str:
        """The picture as SVG, with the illustration embedded and its regions marked by their ids."""
        drawn = scene(self.mechanism, self.width, self.level, self.camera)
        picture = None
        if drawn.pictures:
            light, _ = drawn.pictures[PictureState.ALL.value]
            data = b64encode((self.mechanism.folder / "scene" / light).read_bytes()).decode()
            picture = f"data:image/svg+xml;base64,{data}"
        text = svg(drawn, picture)
        layout = shot(self.mechanism, self.camera).layouts[self.width]
        for role, places in (("zone", layout.zones), ("time", layout.times)):
            parts = text.split(f'<text class="{role}"')
            text = parts[0] + "".join(
                f'<text data-zone="{place.id}" class="{role}"{part}'
                for place, part in zip(places, parts[1:], strict=True)
            )
        return text.replace("<svg ", f'<svg style="{palette_css(tokens().themes.light)}" ', 1)

    def note(self) -> str:
        """A message listing the labels that overlap now; empty if none do."""
        drawn = scene(self.mechanism, self.width, self.level, self.camera)
        filled = [box for label in drawn.texts() for box in boxes(label, measured)]
        met = [f"{a.text} / {b.text}" for i, a in enumerate(filled) for b in filled[:i] if a.meets(b)]
        return f"Overlapping: {', '.join(met)}" if met else ""


def handler(desk: Desk) -> type[BaseHTTPRequestHandler]:
    """Make the HTTP request handler for `desk`."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Serve the page, or the current picture."""
            if not self._of_this_machine():
                return
            if self.path == "/scene":
                self._json({"svg": desk.drawing(), "note": desk.note()})
            elif self.path == "/":
                self._answer(HTTPStatus.OK, "text/html; charset=utf-8", PAGE.read_bytes())
            else:
                self._say(HTTPStatus.NOT_FOUND, "There is nothing here.")

        def do_POST(self) -> None:
            """Apply a drag."""
            if not self._of_this_machine():
                return
            try:
                asked = json.loads(self.rfile.read(min(int(self.headers.get("content-length", 0)), 10_000)))
                start, end = (tuple(map(float, asked[name])) for name in ("start", "end"))
                file = desk.move(str(asked["what"]), str(asked["id"]), (start[0], start[1]), (end[0], end[1]))
            except (KeyError, ValueError, TypeError, IndexError) as error:
                self._say(HTTPStatus.BAD_REQUEST, f"That cannot be moved there: {error}")
                return
            self._json({"svg": desk.drawing(), "file": file.name, "note": desk.note()})

        def _of_this_machine(self) -> bool:
            """Whether the request comes from the page itself, so that other sites cannot move elements (CSRF)."""
            host = self.headers.get("host", "").partition(":")[0]
            origin = self.headers.get("origin", f"http://{self.headers.get('host', '')}")
            if host in (HERE, "localhost") and origin == f"http://{self.headers.get('host')}":
                return True
            self._say(HTTPStatus.FORBIDDEN, "This page answers its own machine only.")
            return False

        def _json(self, value: Any) -> None:
            self._answer(HTTPStatus.OK, "application/json", json.dumps(value).encode())

        def _say(self, status: HTTPStatus, text: str) -> None:
            self._answer(status, "text/plain; charset=utf-8", text.encode())

        def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
            self.send_response(status)
            for name, value in (("content-type", kind), ("content-length", str(len(body)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Log nothing for each request."""

    return Answers


def server(desk: Desk, port: int) -> ThreadingHTTPServer:
    """A server for `desk` on the local machine; port 0 picks a free port."""
    return ThreadingHTTPServer((HERE, port), handler(desk))
