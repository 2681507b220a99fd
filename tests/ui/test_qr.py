"""QR codes, read by a decoder off the very picture that the server sends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import cv2
import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ui.server.headers import MIDDLEWARE
from ui.server.qr import LONGEST
from ui.server.routes import ROUTES

SVG = "{http://www.w3.org/2000/svg}"
QUIET = 4

ADDRESSES = {
    "/": "/",
    "/plain": "/plain",
    "/?node=ampar": "/?node=ampar",
    "/?node=ampar&level=patient&lens=evidence": "/?node=ampar&level=patient&lens=evidence",
    "/api/references.bib?id=abbar2022,zarate2006": "/api/references.bib?id=abbar2022,zarate2006",
    "/search?q=naïve, déjà vu": "/search?q=na%C3%AFve,%20d%C3%A9j%C3%A0%20vu",
    "/search?q=na%C3%AFve%2C+caf%C3%A9": "/search?q=na%C3%AFve%2C+caf%C3%A9",
    "/search?q=γ-Aminobuttersäure": "/search?q=%CE%B3-Aminobutters%C3%A4ure",
    "/search?q=日本語": "/search?q=%E6%97%A5%E6%9C%AC%E8%AA%9E",
    "/search?q=🧠": "/search?q=%F0%9F%A7%A0",
    "/search?q=50% off, 50%2": "/search?q=50%25%20off,%2050%252",
    "/step/ampa#claims": "/step/ampa#claims",
    "/x?q=<b>\"'\\`{}|^": "/x?q=%3Cb%3E%22'%5C%60%7B%7D%7C%5E",
    "/a//b": "/a//b",
    "/x?y=" + "a" * 995: "/x?y=" + "a" * 995,
}
"""What is asked for, and how an address spells it."""


@pytest.fixture(scope="module")
def app() -> Starlette:
    return Starlette(routes=ROUTES, middleware=MIDDLEWARE)


@pytest.fixture(scope="module")
def client(app: Starlette) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def modules(svg: bytes) -> np.ndarray:
    """The dark squares of a code, drawn from the runs of its path: “M4 4.5h7m5 0h2…”."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own answer
    left, top, width, height = (int(number) for number in root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert width == height
    ground, runs = root.findall(f"{SVG}path")
    assert (ground.attrib["fill"], ground.attrib["d"]) == ("#fff", f"M0 0h{width}v{width}h-{width}z")
    assert runs.attrib["stroke"] == "#000"
    dark = np.zeros((height, width), dtype=bool)
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]+)", runs.attrib["d"]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            dark[int(y), int(x) : int(x + values[0])] = True
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return dark


def decoded(svg: bytes) -> str:
    """What the decoder reads in the picture."""
    pixels = np.where(modules(svg), 0, 255).astype(np.uint8).repeat(6, axis=0).repeat(6, axis=1)
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(pixels)
    return str(text)


@pytest.mark.parametrize(("to", "spelt"), ADDRESSES.items(), ids=lambda value: ascii(value)[:40])
def test_the_code_leads_to_the_absolute_address(client: TestClient, to: str, spelt: str) -> None:
    answer = client.get("/api/qr.svg", params={"to": to})
    assert answer.status_code == 200
    assert decoded(answer.content) == f"http://testserver{spelt}"


@pytest.mark.parametrize(
    ("site", "root"),
    [
        ("https://explain.example", ""),
        ("https://explain.example", "/ketamine"),
        ("https://explain.example", "/ketamine/"),
        ("http://127.0.0.1:8501", ""),
        ("http://[::1]:8501", ""),
    ],
)
def test_scheme_host_and_base_path_are_those_of_the_request(app: Starlette, site: str, root: str) -> None:
    client = TestClient(app, base_url=site, root_path=root)
    answer = client.get("/api/qr.svg", params={"to": "/plain?level=patient"})
    assert decoded(answer.content) == f"{site}{root.rstrip('/')}/plain?level=patient"


@pytest.mark.parametrize(
    "to",
    [
        "",
        "plain",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "https://elsewhere.example/",
        "javascript:alert(1)",
        "\\/elsewhere.example",
        " /plain",
        "/plain\n",
        "/a\tb",
        "/a\x00b",
        "/a\x7fb",
        "/a\x85b",
        "/" + "a" * LONGEST,
        "/" + "🧠" * 500,
    ],
    ids=lambda to: ascii(to)[:24],
)
def test_what_is_no_address_of_this_site_is_refused(client: TestClient, to: str) -> None:
    answer = client.get("/api/qr.svg", params={"to": to})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.endswith(".")
    assert "elsewhere" not in answer.text


def test_no_address_at_all_is_refused(client: TestClient) -> None:
    assert client.get("/api/qr.svg").status_code == 400


def test_the_picture_scales_and_has_its_quiet_zone(client: TestClient) -> None:
    answer = client.get("/api/qr.svg", params={"to": "/"})
    root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own answer
    assert set(root.attrib) == {"viewBox"}
    dark = modules(answer.content)
    assert dark[QUIET, QUIET:-QUIET].any()
    for edge in (dark[:QUIET], dark[-QUIET:], dark[:, :QUIET], dark[:, -QUIET:]):
        assert not edge.any()


def test_damage_is_corrected_at_level_m(client: TestClient) -> None:
    dark = modules(client.get("/api/qr.svg", params={"to": "/"}).content)[QUIET:-QUIET, QUIET:-QUIET]
    # The two squares under the upper left eye name the level: M is 00, and every code inverts the first of them.
    assert tuple(dark[8, :2]) == (True, False)


def test_the_answer_is_the_readers_own_and_never_for_ever(client: TestClient) -> None:
    answer = client.get("/api/qr.svg", params={"to": "/plain"})
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "private, max-age=300"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = client.get("/api/qr.svg", params={"to": "/plain"}, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = TestClient(client.app, base_url="https://other.example").get("/api/qr.svg", params={"to": "/plain"})
    assert other.headers["etag"] != answer.headers["etag"]
