"""The picture as a file over HTTP: what is asked for, or what is known."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import unescape
from urllib.parse import parse_qsl

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from graph.cameras import cameras
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import html_of
from ui.server.picture import ROUTES


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=list(ROUTES)))


def test_the_picture_that_is_asked_for_is_sent_as_a_file(client: TestClient, content: Mechanism) -> None:
    for camera in (cameras(content)[0], cameras(content)[-1]):
        found = client.get("/api/scene.svg", params={"camera": camera, "level": "patient", "theme": "dark"})
        assert found.status_code == 200
        assert found.headers["content-type"].startswith("image/svg+xml")
        assert f"{camera}-patient-dark.svg" in found.headers["content-disposition"]
        assert ET.fromstring(found.text).attrib["role"] == "img"  # noqa: S314 - our own


def test_its_name_says_which_moment_and_design_it_is_where_these_are_asked_for(
    client: TestClient, content: Mechanism
) -> None:
    for width in content.manifest.widths:
        found = client.get("/api/scene.svg", params={"state": "signal", "width": width})
        assert f"overview-student-light-signal-{width}.svg" in found.headers["content-disposition"]
        assert ET.fromstring(found.text).attrib["width"] == str(width)  # noqa: S314 - our own


def test_the_page_offers_the_picture_of_its_camera_and_of_the_moment_that_is_told(content: Mechanism) -> None:
    def offered(path: str, **query: str) -> list[dict[str, str]]:
        shown = html_of(path, Level.STUDENT, **query)
        return [dict(parse_qsl(unescape(asked))) for asked in re.findall(r'href="./api/scene.svg\?([^"]*)"', shown)]

    plain = {"camera": "overview", "level": "student"}
    assert offered("") == [plain | {"theme": "light"}, plain | {"theme": "dark"}]
    for id_, moment in content.story.items():
        assert {one.get("state") for one in offered("", step=id_)} == {moment.state.value}
    assert {one["camera"] for one in offered("ampa-activation")} == {"ampa-activation"}


def test_without_choices_it_is_the_whole_picture(client: TestClient) -> None:
    found = client.get("/api/scene.svg")
    assert found.status_code == 200
    assert "overview-student-light.svg" in found.headers["content-disposition"]
    again = client.get("/api/scene.svg", headers={"if-none-match": found.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["camera", "level", "theme", "state", "width"])
def test_what_is_not_known_is_named_with_what_is(client: TestClient, name: str) -> None:
    found = client.get("/api/scene.svg", params={name: "<nowhere>"})
    assert found.status_code == 400
    assert name in found.text
    assert "<nowhere>" not in found.text
