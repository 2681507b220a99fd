"""References and claims as the server hands them out."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from graph.content import Mechanism
from graph.exports import EXPORTS, Export, Of
from graph.vocabulary import Level
from tests.ui.pages import drawn, ran
from ui.server.exports import LONGEST, route
from wording.interface import interface

TYPES = {
    "references.bib": "application/x-bibtex; charset=utf-8",
    "references.ris": "application/x-research-info-systems; charset=utf-8",
    "references.csv": "text/csv; header=present; charset=utf-8",
    "claims.csv": "text/csv; header=present; charset=utf-8",
}


OFFERED_ON: dict[Of, str] = {"references": "sources", "claims": "claims", "graph": "about"}
FILES = {one.file: one for one in EXPORTS.values()}


def test_every_export_has_its_address_and_none_has_two(client: TestClient, content: Mechanism) -> None:
    assert len(FILES) == len(EXPORTS)
    assert {*TYPES, "mechanism.json"} == set(FILES)
    for one in EXPORTS.values():
        answer = client.get(f"/api/{one.file}")
        assert (answer.status_code, answer.text) == (200, one.whole(content))
        assert answer.headers["content-type"] == one.media_type


@pytest.mark.parametrize("level", list(Level))
def test_a_page_offers_every_export_by_its_name(level: Level) -> None:
    pages = {of: drawn(ran({"level": [level.value]}, path)) for of, path in OFFERED_ON.items()}
    for one in EXPORTS.values():
        link = f'<a href="./api/{one.file}" download="">{interface(level).exports[one.label]}</a>'
        assert link in pages[one.of], one.name


@pytest.mark.parametrize("name", TYPES)
def test_a_file_holds_every_record_and_is_to_be_saved(client: TestClient, content: Mechanism, name: str) -> None:
    form = FILES[name]
    answer = client.get(f"/api/{name}")
    assert answer.status_code == 200
    assert answer.content.decode() == form.write(content, form.ids(content))
    assert answer.headers["content-type"] == TYPES[name]
    assert answer.headers["content-disposition"] == f'attachment; filename="ketamine-{name}"'
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("query", ["", "?id={id}"])
@pytest.mark.parametrize("name", TYPES)
def test_a_reader_who_has_the_file_gets_304(client: TestClient, content: Mechanism, name: str, query: str) -> None:
    address = f"/api/{name}{query.format(id=FILES[name].ids(content)[0])}"
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


@pytest.mark.parametrize("name", TYPES)
def test_a_query_limits_the_file_to_the_known_ids(client: TestClient, content: Mechanism, name: str) -> None:
    form = FILES[name]
    first, second, third = form.ids(content)[:3]
    expected = form.write(content, [first, third])
    for query in (f"{third},{first}", f"{first}, nobody1900,,{third},{first}", f"{third}&id={first}"):
        assert client.get(f"/api/{name}?id={query}").content.decode() == expected
    assert second not in client.get(f"/api/{name}?id={first}").text


@pytest.mark.parametrize("name", TYPES)
def test_all_ids_together_are_not_too_many(client: TestClient, content: Mechanism, name: str) -> None:
    ids = ",".join(FILES[name].ids(content))
    assert len(ids) < LONGEST / 2
    assert client.get(f"/api/{name}", params={"id": ids}).content == client.get(f"/api/{name}").content


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize(
    "asked", ["", "nobody1900", ",,,", "a" * (LONGEST + 1), "<script>"], ids=lambda asked: asked[:9]
)
def test_ids_of_which_none_is_known_are_refused(client: TestClient, name: str, asked: str) -> None:
    answer = client.get(f"/api/{name}", params={"id": asked})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "content-disposition" not in answer.headers
    assert asked not in answer.text or not asked
    assert answer.text.startswith("The list of ids is longer" if len(asked) > LONGEST else "None of these ids is known")


def test_one_line_makes_an_export_whose_file_is_written_once(content: Mechanism) -> None:
    written: list[Sequence[str]] = []

    def names(mechanism: Mechanism, ids: Sequence[str]) -> str:
        written.append(ids)
        return "\n".join(mechanism.claims[id_].id for id_ in ids)

    new = Export("names", "claims", "names.txt", "text/plain", "claims_csv", names)
    client = TestClient(Starlette(routes=[route(new)]))
    for _ in range(2):
        assert client.get("/api/names.txt").text.splitlines() == list(content.claims)
    assert written == [tuple(content.claims)]


def test_a_spreadsheet_reads_what_was_sent(client: TestClient, content: Mechanism) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/api/claims.csv").content.decode(), newline=""), strict=True))
    assert [row["id"] for row in rows] == list(content.claims)
