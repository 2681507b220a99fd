"""The picture as a file: `GET /api/scene.svg?camera=…&level=…&theme=…&state=…&width=…`."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from figures.standalone import standalone
from graph.cameras import OVERVIEW, cameras
from graph.vocabulary import Level, PictureState, Theme
from ui.content import mechanism
from ui.packed import Packed


# Not a coroutine, so that Starlette runs it in a thread.
def scene_svg(request: Request) -> Response:
    """The requested picture; 400 names unknown parameters, 304 means that the reader already has it."""
    asked = {name: request.query_params.get(name, "") for name in ("camera", "level", "theme", "state", "width")}
    known = {
        "camera": cameras(mechanism()),
        "level": tuple(Level),
        "theme": tuple(Theme),
        "state": tuple(PictureState),
        "width": tuple(str(width) for width in mechanism().manifest.widths),
    }
    default = {"camera": OVERVIEW, "level": Level.STUDENT, "theme": Theme.LIGHT, "state": PictureState.ALL}
    chosen = {name: value or default.get(name, known[name][0]) for name, value in asked.items()}
    for name, value in chosen.items():
        if value not in known[name]:
            text = f"There is no such {name}; known are {', '.join(known[name])}."
            return Response(text, status_code=400, media_type="text/plain")
    drawn = _drawn(*(str(chosen[name]) for name in ("camera", "level", "theme", "state", "width")))
    said = [str(chosen[name]) for name in ("camera", "level", "theme")]
    said += [str(chosen[name]) for name in ("state", "width") if asked[name]]
    name = f"{'-'.join([mechanism().manifest.id, *said])}.svg"
    return drawn.answer(request.headers, {"content-disposition": f'attachment; filename="{name}"'})


@lru_cache(maxsize=32)
def _drawn(camera: str, level: str, theme: str, state: str, width: str) -> Packed:
    drawn = standalone(
        mechanism(), Level(level), camera, width=int(width), theme=Theme(theme), state=PictureState(state)
    )
    return Packed.of(drawn.encode(), "image/svg+xml")


ROUTES = [Route("/api/scene.svg", scene_svg)]
