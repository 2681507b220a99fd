"""The picture in the first bytes of the page: added where it fits, and the page stays a sound answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import ran
from ui.address import Address, of_level
from ui.browser.files import base, preloads
from ui.html.markup import text
from ui.server.first_paint import FirstPaint, first_paint
from ui.server.plain import style

PAGE = '<html><body><noscript>Scripts,\nplease</noscript><div id="root"></div></body></html>'


def page(request: Request) -> Response:
    if request.headers.get("if-none-match"):
        return Response(status_code=304)
    return HTMLResponse(PAGE, headers={"etag": '"one"', "last-modified": "Sat, 21 Nov 2026 23:16:06 GMT"})


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    routes = [Route("/", page), Route("/claims", page), Route("/gone", lambda _: HTMLResponse(PAGE, 404))]
    with TestClient(Starlette(routes=routes, middleware=[Middleware(FirstPaint)])) as client:
        yield client


@pytest.mark.parametrize("level", list(Level))
def test_the_whole_picture_is_in_the_page_in_the_readers_words(
    client: TestClient, content: Mechanism, level: Level
) -> None:
    sent = client.get("/", params={"level": level.value}).text
    assert sent.count('id="early"') == 1
    assert sent.index('id="root"') < sent.index('id="early"')
    for thing in content.overview.things:
        assert f'data-part="node:{thing.id}"' in sent
    assert text(content.words[level].mechanism.title) in sent
    assert [int(width) for width in re.findall(r'<svg[^>]* class="early-(\d+)"', sent)] == sorted(
        content.manifest.widths
    )
    assert "Scripts" not in sent
    assert '<noscript><p class="early-plain"><a href="/plain' in sent
    assert re.findall("<script.*?>", sent) == [f'<script type="module" async="" src="{base()}/map/first-paint.js">']
    assert len(first_paint(of_level(level)).encode()) < 150_000


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_its_length_and_encoding_are_those_of_what_is_sent(client: TestClient, encoding: str) -> None:
    answer = client.get("/", headers={"accept-encoding": encoding})
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert int(answer.headers["content-length"]) == answer.num_bytes_downloaded
    assert answer.headers["vary"] == "accept-encoding"


def test_a_browser_that_has_the_bare_page_gets_the_new_one(client: TestClient) -> None:
    answer = client.get("/", headers={"if-none-match": '"one"'})
    assert answer.status_code == 200
    assert answer.headers["etag"] != '"one"'
    assert "last-modified" not in answer.headers


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_browser_that_has_the_page_gets_nothing_again(client: TestClient, encoding: str) -> None:
    known = client.get("/", headers={"accept-encoding": encoding}).headers["etag"]
    again = client.get("/", headers={"if-none-match": known})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", known)
    other = client.get("/", params={"level": "patient"}, headers={"if-none-match": known})
    assert other.status_code == 200
    assert other.headers["etag"] != known


@pytest.mark.parametrize(
    "path", ["/claims", "/gone", "/?step=ampa", "/?lens=how", "/?embed=true", "/?hypothesis=opioid", "/?node=x"]
)
def test_any_other_view_is_left_as_it_is(client: TestClient, path: str) -> None:
    assert client.get(path).text == PAGE


def test_colours_of_both_themes_come_with_it() -> None:
    for declared in re.findall(r":root\{([^}]*)\}", style())[:2]:
        assert declared in first_paint(Address())


def test_the_map_on_it_is_told_what_the_app_will_tell_it(content: Mechanism, client: TestClient) -> None:
    sent = client.get("/", params={"node": "ampar", "level": "clinician"}).text
    (data,) = re.findall(r'<div data-early="(.*?)">', sent)
    told = json.loads(unescape(data))
    (app,) = [
        json.loads(one.proto.json)
        for one in ran({"node": ["ampar"], "level": ["clinician"]}).get("bidi_component")
        if '"camera"' in one.proto.json
    ]
    assert told == app
    assert told["focus"] == "node:ampar"


def test_its_script_and_all_that_it_imports_are_fetched_first() -> None:
    links = preloads(Level.STUDENT, "overview", "map/first-paint.js").split(", ")
    scripts = [link for link in links if "rel=modulepreload" in link]
    soon = [link for link in scripts if "priority" not in link]
    assert soon[0] == f"<{base()}/map/first-paint.js>; rel=modulepreload"
    assert any("/view.js>" in link for link in soon)
    assert any("/search/entry.js>" in link and "priority=low" in link for link in scripts)
    later = preloads(Level.STUDENT, "overview").split(", ")
    assert all("priority=low" in link for link in later if "rel=modulepreload" in link)
    assert {link.split(";")[0] for link in later} <= {link.split(";")[0] for link in links}
