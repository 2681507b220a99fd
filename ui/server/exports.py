"""References and claims as files: `GET /api/references.bib`, `.ris`, `.csv` and `/api/claims.csv`."""

from __future__ import annotations

from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.exports import EXPORTS
from ui.content import mechanism
from ui.server.answers import answer, tagged

LONGEST = 10_000
"""Characters of `id` that are read; every id of the content together has less than half of that."""

FILES = {
    "references.bib": ("bibtex", "application/x-bibtex; charset=utf-8"),
    "references.ris": ("ris", "application/x-research-info-systems; charset=utf-8"),
    "references.csv": ("csv", "text/csv; header=present; charset=utf-8"),
    "claims.csv": ("claims-csv", "text/csv; header=present; charset=utf-8"),
}
"""Name of each file, how it is written, and its type."""


# No coroutine, so that Starlette runs it in a thread: writing a file takes up to a tenth of a second.
def export(request: Request) -> Response:
    """A file of all records, or of those that `?id=a,b,c` names; 304 where the reader has it already."""
    name = request.url.path.rpartition("/")[2]
    asked = request.query_params.getlist("id")
    try:
        body, tag = tagged(_chosen(name, ",".join(asked)).encode()) if asked else _all(name)
    except ValueError as error:
        return Response(str(error), status_code=400, media_type="text/plain")
    headers = {
        "access-control-allow-origin": "*",
        "content-disposition": f'attachment; filename="{mechanism().manifest.id}-{name}"',
    }
    return answer(request, body, tag, FILES[name][1], headers)


@cache
def _all(name: str) -> tuple[bytes, str]:
    form = EXPORTS[FILES[name][0]]
    return tagged(form.write(mechanism(), form.ids(mechanism())).encode())


def _chosen(name: str, asked: str) -> str:
    """The file of the known ids among `asked`, in the order of the content. Raises ValueError where there is none."""
    if len(asked) > LONGEST:
        raise ValueError(f"The list of ids is longer than {LONGEST:,} characters.")
    form = EXPORTS[FILES[name][0]]
    wanted = {id_.strip() for id_ in asked.split(",")}
    known = [id_ for id_ in form.ids(mechanism()) if id_ in wanted]
    if not known:
        raise ValueError(f"None of these ids is known among the {form.of}.")
    return form.write(mechanism(), known)


ROUTES = [Route(f"/api/{name}", export) for name in FILES]
