"""`GET /api/search?q=…&level=…`: search results in groups, best first."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.vocabulary import Level
from ui.address import FOCUS, level_named, setting
from ui.packed import Packed
from ui.params import LONGEST_SEARCH, Focus
from ui.search.entries import Entry
from ui.search.find import find
from wording.interface import interface

PATH = "/api/search"
# Results are cached, because many readers type the same first letters of a word.
KEPT = 2_000


def search(request: Request) -> Response:
    """The results as JSON: `count`, and `groups` of `name` and `results`.

    A result has `label`, `href`, and `set`: the parameters that select it on the map, empty if it is not on the map.
    """
    asked = request.query_params.get("q", "").strip()
    if len(asked) > LONGEST_SEARCH:
        said = f"At most {LONGEST_SEARCH} letters can be searched for."
        return Response(said, status_code=400, media_type="text/plain")
    level = level_named(request.query_params.get("level", ""))
    return _answer(asked, level).answer(request.headers)


@lru_cache(KEPT)
def _answer(asked: str, level: Level) -> Packed:
    found = find(asked, level) if asked else []
    names = interface(level).search.kinds
    groups: dict[str, list[dict[str, str]]] = {}
    for entry in found:
        groups.setdefault(entry.kind, []).append(_result(entry))
    body: dict[str, Any] = {
        "count": len(found),
        "groups": [{"name": names[kind], "results": results} for kind, results in groups.items()],
    }
    return Packed.of(json.dumps(body, ensure_ascii=False).encode(), "application/json")


def _result(entry: Entry) -> dict[str, str]:
    focus = {"thing": Focus("node", entry.id), "arrow": Focus("edge", entry.id)}.get(entry.kind)
    return {"label": entry.label, "href": entry.href, "set": setting((FOCUS, focus)) if focus else ""}


ROUTES = [Route(PATH, search)]
