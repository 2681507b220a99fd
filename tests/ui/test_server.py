"""The server's own answers: health, the graph, hashed files, fonts and headers, without a socket."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from posixpath import dirname, normpath

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from graph import __version__
from graph.content import Mechanism, folders, main_folder
from graph.exports.nodelink import node_link_json
from graph.network import build
from tests.support.mechanisms import every
from ui.browser.files import base, files, plotly_js
from ui.catalogue import page_at, paths
from ui.server.headers import MIDDLEWARE, inline_script_hashes
from ui.server.routes import ROUTES, lifespan
from ui.server.static import NEEDED, compressed, known, late_chunks


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)) as client:
        yield client


def test_health_names_code_and_content(client: TestClient, content: Mechanism) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": __version__, "content": content.digest}


def test_the_graph_is_node_link_json_with_counts(client: TestClient, content: Mechanism) -> None:
    sent = client.get("/api/mechanism.json").json()
    assert {node["id"] for node in sent["nodes"]} == set(content.things)
    edges = {edge["id"]: edge for edge in sent["edges"]}
    assert set(edges) == set(content.arrows)
    for id_, arrow in content.arrows.items():
        assert edges[id_]["sign"] == arrow.sign
        assert edges[id_]["evidence"] == {
            "for": len(arrow.evidence.supports),
            "against": len(arrow.evidence.opposes),
            "null": len(arrow.evidence.no_difference),
        }


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_a_reader_who_has_the_graph_gets_304(client: TestClient, form: str) -> None:
    tag = client.get("/api/mechanism.json").headers["etag"]
    again = client.get("/api/mechanism.json", headers={"if-none-match": form.format(tag)})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_a_reader_with_an_older_graph_gets_the_new_one(client: TestClient) -> None:
    answer = client.get("/api/mechanism.json", headers={"if-none-match": '"old"'})
    assert answer.status_code == 200
    assert json.loads(answer.text)


def test_the_graph_of_any_mechanism_can_be_asked_for_by_its_name(client: TestClient) -> None:
    for name, content in every().items():
        answer = client.get("/api/mechanism.json", params={"mechanism": name})
        assert answer.status_code == 200
        assert answer.json() == json.loads(node_link_json(content, build(content)))
    main = client.get("/api/mechanism.json", params={"mechanism": main_folder().name})
    assert main.headers["etag"] == client.get("/api/mechanism.json").headers["etag"]


@pytest.mark.parametrize("asked", ["nothing", "", "schema", "../ketamine"])
def test_a_mechanism_that_is_not_there_is_named_beside_those_that_are(client: TestClient, asked: str) -> None:
    answer = client.get("/api/mechanism.json", params={"mechanism": asked})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert all(name in answer.text for name in folders())


def test_files_are_compressed_and_immutable_under_their_digest(client: TestClient) -> None:
    for name, file in files().items():
        answer = client.get(f"{base()}/{name}")
        assert answer.status_code == 200
        assert answer.headers["content-encoding"] == "gzip"
        assert "immutable" in answer.headers["cache-control"]
        assert answer.content == gzip.decompress(file.body)
        assert answer.headers["vary"] == "accept-encoding"


def test_a_reader_who_takes_no_gzip_gets_the_file_as_it_is(client: TestClient) -> None:
    address = f"{base()}/map/entry.js"
    plain = client.get(address, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == client.get(address).content
    assert int(plain.headers["content-length"]) == plain.num_bytes_downloaded == len(plain.content)
    assert plain.headers["etag"] == client.get(address).headers["etag"]


@pytest.mark.parametrize("path", ["/assets/old/map.js", "{base}/nothing.js", "/fonts/OFL.txt", "/fonts/nothing.woff2"])
def test_what_is_not_served_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path.format(base=base())).status_code == 404


def test_fonts_are_served_with_their_type(client: TestClient) -> None:
    answer = client.get("/fonts/inter-latin.woff2")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "font/woff2")
    assert answer.content.startswith(b"wOF2")


@pytest.mark.parametrize("path", ["/healthz", "/api/mechanism.json", "/nothing"])
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "http:" not in policy and "https:" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_only_the_presenters_page_may_not_be_framed(client: TestClient) -> None:
    assert "frame-ancestors *" in client.get("/healthz").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in client.get("/present").headers["content-security-policy"]


def test_streamlits_page_has_the_one_inline_script_that_the_policy_allows() -> None:
    assert len(inline_script_hashes()) == 1


def test_both_plotly_bundles_are_the_same_version() -> None:
    import plotly.offline

    package = plotly.offline.get_plotlyjs_version()
    assert f"v{package}" in plotly_js().read_text(encoding="utf-8")[:300]


def test_the_document_without_scripts_may_run_none_and_fetches_none(client: TestClient) -> None:
    headers = client.get("/plain").headers
    assert "script-src 'none'" in headers["content-security-policy"]
    assert "link" not in headers


def test_streamlits_scripts_come_compressed_and_unchanged(client: TestClient) -> None:
    for address in (*late_chunks(), next(name for name in known() if name.endswith(".css"))):
        sent = client.get(address)
        assert sent.headers["content-encoding"] == "gzip"
        assert sent.content == known()[address].read_bytes()
        assert len(compressed(address).body) < len(sent.content) or len(sent.content) < 500


def test_what_a_reader_without_gzip_asks_for_is_left_to_streamlit(client: TestClient) -> None:
    address = late_chunks()[0]
    assert client.get(address, headers={"accept-encoding": "identity"}).status_code == 404  # no Streamlit in this app
    assert client.get("/static/js/../../index.html").status_code == 404


def test_the_chunks_that_our_pages_need_late_are_found() -> None:
    names = [address.rsplit("/", 1)[1] for address in late_chunks()]
    for start in NEEDED:
        assert any(name.startswith(start) for name in names), start


@pytest.mark.parametrize("path", paths())
def test_a_page_announces_its_scripts_with_all_that_they_import(path: str) -> None:
    page = Route("/{path:path}", lambda _: HTMLResponse("a page"))
    sent = TestClient(Starlette(routes=[page], middleware=MIDDLEWARE)).get(f"/{path}").headers["link"]
    announced = set(re.findall(rf"<{base()}/([\w./-]+\.js)>; rel=modulepreload", sent))
    assert {"search/entry.js", "map/entry.js" if page_at(path).has_map else "page/list-links.js"} <= announced
    assert not {"map/entry.js", "page/list-links.js"} <= announced
    for name in announced:
        script = gzip.decompress(files()[name].body).decode()
        imported = re.findall(r"""(?:from|import) ['"](\.[\w./-]+)['"]""", script)
        assert {normpath(f"{dirname(name)}/{other}") for other in imported} <= announced
