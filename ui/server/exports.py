"""Every export as a file at `GET /api/` plus the file name."""

from __future__ import annotations

from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.content import Mechanism
from graph.exports import EXPORTS, Export
from ui.content import compared, mechanism
from ui.packed import Packed

LONGEST = 10_000
"""Characters of `id` that are read; all ids of the content together take less than half of that."""

OPEN_TO_ALL = {"access-control-allow-origin": "*"}


def route(export: Export) -> Route:
    """The route of an export. Graphs take `?mechanism=`; records are all of them, or those in `?id=a,b,c`."""

    # Not a coroutine, so that Starlette runs it in a thread: writing a file takes up to a tenth of a second.
    def graph(request: Request) -> Response:
        known = _mechanisms()
        asked = request.query_params.get("mechanism", mechanism().folder.name)
        if asked not in known:
            return Response(f"There is no such mechanism; known: {', '.join(known)}.", 404, media_type="text/plain")
        return _whole(export, asked).answer(request.headers, OPEN_TO_ALL)

    def records(request: Request) -> Response:
        asked = request.query_params.getlist("id")
        name = mechanism().folder.name
        try:
            found = _chosen(export, ",".join(asked)) if asked else _whole(export, name)
        except ValueError as error:
            return Response(str(error), status_code=400, media_type="text/plain")
        saved = {"content-disposition": f'attachment; filename="{mechanism().manifest.id}-{export.file}"'}
        return found.answer(request.headers, OPEN_TO_ALL | saved)

    return Route(f"/api/{export.file}", graph if export.of == "graph" else records)


def warm() -> None:
    """Write every graph ahead of the first request."""
    for export in EXPORTS.values():
        if export.of == "graph":
            for name in _mechanisms():
                _whole(export, name)


def _mechanisms() -> dict[str, Mechanism]:
    """Every mechanism by folder name, the main one first."""
    return {mechanism().folder.name: mechanism(), **compared()}


@cache
def _whole(export: Export, name: str) -> Packed:
    return Packed.of(export.whole(_mechanisms()[name]).encode(), export.media_type)


def _chosen(export: Export, asked: str) -> Packed:
    """The file of the known ids in `asked`, in content order. Raises ValueError if there is none."""
    if len(asked) > LONGEST:
        raise ValueError(f"The list of ids is longer than {LONGEST:,} characters.")
    wanted = {id_.strip() for id_ in asked.split(",")}
    known = [id_ for id_ in export.ids(mechanism()) if id_ in wanted]
    if not known:
        raise ValueError(f"None of these ids is known among the {export.of}.")
    return Packed.of(export.write(mechanism(), known).encode(), export.media_type)


ROUTES = [route(export) for export in EXPORTS.values()]
