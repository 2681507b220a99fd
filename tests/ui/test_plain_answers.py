"""How the document at `/plain` is answered: each level its own, an odd address named, and 304 to who has it."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.odd import LONG, MARKUP
from tests.ui.plain_page import Outline
from tests.ui.views import seen
from ui.address import DEFAULT_LEVEL
from wording.interface import interface


def test_each_level_is_another_document(client: TestClient) -> None:
    answers = [client.get(f"/plain?level={level.value}") for level in Level]
    assert len({answer.headers["etag"] for answer in answers}) == len({answer.text for answer in answers}) == 3
    assert client.get("/plain").text == client.get(f"/plain?level={DEFAULT_LEVEL.value}").text


@pytest.mark.parametrize("odd", ["expert", "Patient", "", " ", "patient ", MARKUP, '"><b>', LONG, "\x00", "أمبا"])
def test_an_unknown_level_is_named_and_the_default_one_is_shown(
    client: TestClient, content: Mechanism, odd: str
) -> None:
    plain, answer = client.get("/plain"), client.get("/plain", params={"level": odd})
    assert answer.status_code == 200
    (what,) = seen({"level": [odd]}).ignored
    outline = Outline(answer.text)
    assert outline.faults == []
    (notice,) = re.findall(r'<p class="notice">.*?</p>', answer.text)
    assert answer.text.replace(notice, "") == plain.text
    assert interface(DEFAULT_LEVEL).text.ignored.format(what=what) in outline.said["p"]


@pytest.mark.parametrize("query", ["", "?level=patient", "?level=clinician", "?level=expert"])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_a_reader_who_has_the_document_gets_304(client: TestClient, query: str, form: str) -> None:
    first = client.get(f"/plain{query}")
    assert first.headers["cache-control"] == "public, max-age=300"
    tag = first.headers["etag"]
    again = client.get(f"/plain{query}", headers={"if-none-match": form.format(tag)})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_a_reader_of_another_level_gets_the_document(client: TestClient) -> None:
    tag = client.get("/plain?level=patient").headers["etag"]
    assert client.get("/plain", headers={"if-none-match": tag}).status_code == 200
