"""The live link over HTTP, and what anyone may try against it: refused, and the room goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from live.limits import LARGEST_BODY
from live.problems import STATUS, Problem
from live.routes import Live, live
from live.tokens import hashed


@pytest.fixture
def house(redis_url: str | None) -> Live:
    return live(redis_url)


@pytest.fixture
def client(house: Live) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=house.routes, lifespan=lambda _: house.running())) as client:
        yield client


@pytest.fixture
def room(client: TestClient) -> dict[str, Any]:
    answer = client.post("/live/rooms", json={})
    assert answer.status_code == 201
    opened: dict[str, Any] = answer.json()
    return opened


def stranger_to(client: TestClient) -> TestClient:
    """Someone at another address."""
    stranger = TestClient(client.app, client=("10.9.9.9", 1))
    stranger.portal = client.portal
    return stranger


def move(client: TestClient, room: dict[str, Any], **changes: Any) -> Any:
    body = {"token": room["token"], "base": room["version"], "address": "/?node=ampar", "paused": False} | changes
    return client.post(f"/live/rooms/{room['room']}/state", json=body)


def test_a_room_is_opened_seen_driven_and_ended(client: TestClient, room: dict[str, Any]) -> None:
    at = f"/live/rooms/{room['room']}"
    seen = client.get(at)
    assert "token" not in seen.json() and hashed(room["token"]) not in seen.text
    assert seen.json()["full"] is False
    assert seen.headers["cache-control"] == "no-store"
    assert move(client, room).json() == {"version": 2}
    assert client.get(at.lower().replace("/live/rooms/", "/live/rooms/")).json()["address"] == "/?node=ampar"
    assert client.post(f"{at}/control", json={"token": room["token"]}).json()["version"] == 2
    key = client.post(f"{at}/offer", json={"token": room["token"]}).json()["key"]
    taken = client.post(f"{at}/take", json={"key": key}).json()
    assert client.post(f"{at}/control", json={"token": room["token"]}).status_code == 403
    assert client.post(f"{at}/end", json={"token": taken["token"]}).status_code == 200
    assert client.get(at).json()["status"] == "ended"
    assert client.post(f"{at}/end", json={"token": taken["token"]}).status_code == 410


def test_the_stream_sends_events_that_no_proxy_holds_back(client: TestClient, room: dict[str, Any]) -> None:
    at = f"/live/rooms/{room['room']}"
    assert client.post(f"{at}/end", json={"token": room["token"]}).status_code == 200
    answer = client.get(f"{at}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["x-accel-buffering"] == "no" and answer.headers["cache-control"] == "no-store"
    assert re.fullmatch(r"retry: \d+\n\nid: 2\nevent: state\ndata: (.+)\n\n", answer.text)


@pytest.mark.parametrize("last", ["-1", "x", "9" * 30, "１", "1e3", ""])
def test_an_odd_last_event_is_no_event_at_all(client: TestClient, room: dict[str, Any], last: str) -> None:
    at = f"/live/rooms/{room['room']}"
    client.post(f"{at}/end", json={"token": room["token"]})
    answer = client.get(f"{at}/events", headers={b"last-event-id": last.encode()})
    assert "event: state" in answer.text


BAD_BODIES: list[bytes] = [
    b"",
    b"[]",
    b"null",
    b"{",
    b'{"token": 1, "base": 1, "address": "/", "paused": false}',
    b'{"token": "x", "base": "1", "address": "/", "paused": false}',
    b'{"token": "x", "base": -1, "address": "/", "paused": false}',
    b'{"token": "x", "base": 1e400, "address": "/", "paused": false}',
    b'{"token": "x", "base": 1, "address": null, "paused": false}',
    b'{"token": "x", "base": 1, "address": "/", "paused": 0}',
    b'{"token": "x", "base": 1, "address": "/", "paused": false, "driver_hash": "y"}',
    b'{"token": "x", "base": 1, "address": "/"}',
    b'{"token": "x", "base": 1, "address": "/\xff", "paused": false}',
    b"[" * 4000,
]


@pytest.mark.parametrize("body", BAD_BODIES)
def test_malformed_messages_are_refused(client: TestClient, room: dict[str, Any], body: bytes) -> None:
    at = f"/live/rooms/{room['room']}/state"
    answer = client.post(at, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400 and answer.json()["problem"] == "malformed"
    assert move(client, room).status_code == 200


@pytest.mark.parametrize(
    "address", ["//evil.org", "https://evil.org", "/a\r\nx-injected: 1", "/\0", "/a\nevent: state", "x", "/a#b", "/\\x"]
)
def test_addresses_that_lead_elsewhere_are_refused(client: TestClient, room: dict[str, Any], address: str) -> None:
    answer = move(client, room, address=address)
    assert answer.status_code == 400
    assert "x-injected" not in answer.headers
    assert client.get(f"/live/rooms/{room['room']}").json()["version"] == 1


def test_what_is_too_large_is_not_even_read(client: TestClient, room: dict[str, Any]) -> None:
    assert move(client, room, address="/" + "a" * 2_000).status_code == 400
    answer = move(client, room, address="/" + "a" * LARGEST_BODY)
    assert answer.status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(LARGEST_BODY):
            yield b"[" * 1024

    headers = {"content-type": "application/json"}
    assert client.post("/live/rooms", content=endless(), headers=headers).status_code == 413
    assert move(client, room).status_code == 200


def test_a_token_of_one_room_is_nothing_in_another(client: TestClient, room: dict[str, Any]) -> None:
    other = client.post("/live/rooms", json={}).json()
    assert move(client, room | {"token": other["token"]}).status_code == 403
    assert move(client, other | {"token": room["token"]}).status_code == 403
    for act in ("offer", "end", "control"):
        answer = client.post(f"/live/rooms/{room['room']}/{act}", json={"token": other["token"]})
        assert answer.status_code == 403
    assert client.get(f"/live/rooms/{room['room']}").json()["version"] == 1


def test_guessing_a_token_is_refused_and_then_slowed_down(client: TestClient, room: dict[str, Any]) -> None:
    stranger = stranger_to(client)
    answers = [move(stranger, room, token=f"guess{number}").status_code for number in range(100)]
    assert set(answers) == {403, 429} and answers == sorted(answers)
    at = f"/live/rooms/{room['room']}"
    assert stranger.get(at).status_code == 429
    # The driver at the same address, with the right token, is none of those who guess.
    assert move(stranger, room).json() == {"version": 2}
    assert move(stranger, room, base=2, paused=True).json() == {"version": 3}
    assert stranger.post(f"{at}/control", json={"token": room["token"]}).status_code == 200
    assert move(client, room, base=3).status_code == 200
    assert stranger.post(f"{at}/end", json={"token": room["token"]}).json() == {"version": 5}


def test_trying_codes_is_slowed_down(client: TestClient, room: dict[str, Any]) -> None:
    stranger = stranger_to(client)
    tried = [f"ACDE{one}{two}" for one in "ACDEFGHJKM" for two in "ACDEFGHJKM"]
    answers = [stranger.get(f"/live/rooms/{code}/events").status_code for code in tried]
    assert set(answers) == {404, 429} and answers == sorted(answers)
    slowed = stranger.get(f"/live/rooms/{room['room']}")
    assert slowed.status_code == 429 and slowed.headers["retry-after"]
    assert client.get(f"/live/rooms/{room['room']}").status_code == 200


def test_all_who_ask_for_a_room_that_has_gone_keep_nobody_from_the_new_one(
    client: TestClient, room: dict[str, Any]
) -> None:
    asked = [client.get("/live/rooms/ACDEFG").status_code for _ in range(150)]
    asked += [move(client, room | {"room": "acd-efg"}).status_code for _ in range(150)]
    assert set(asked) == {404}
    assert client.get(f"/live/rooms/{room['room']}").status_code == 200
    assert move(client, room).status_code == 200


@pytest.mark.parametrize("code", ["..", "%2e%2e", "ACDEF%0d%0aX:1", "ACDEFG%00", "*", "live:room:A", "A" * 5000])
def test_odd_codes_are_not_found(client: TestClient, room: dict[str, Any], code: str) -> None:
    answer = client.get(f"/live/rooms/{code}/events")
    assert answer.status_code == 404
    assert "x" not in answer.headers
    assert move(client, room).status_code == 200


def test_a_message_sent_again_changes_nothing(client: TestClient, room: dict[str, Any]) -> None:
    first = {"token": room["token"], "base": 1, "address": "/claims", "paused": False}
    at = f"/live/rooms/{room['room']}/state"
    assert client.post(at, json=first).json() == {"version": 2}
    assert client.post(at, json=first | {"base": 2, "address": "/about"}).json() == {"version": 3}
    again = client.post(at, json=first)
    assert again.status_code == 409 and again.json()["version"] == 3
    assert client.get(f"/live/rooms/{room['room']}").json()["address"] == "/about"


def test_other_sites_and_their_forms_are_refused(client: TestClient, room: dict[str, Any]) -> None:
    body = json.dumps({"token": room["token"]})
    at = f"/live/rooms/{room['room']}/end"
    for headers in (
        {"content-type": "application/json", "origin": "https://evil.org"},
        {"content-type": "application/json", "origin": "null"},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {},
    ):
        assert client.post(at, content=body, headers=headers).status_code in (400, 403)
    assert client.get(at).status_code == 405
    answer = client.get(f"/live/rooms/{room['room']}", headers={"origin": "https://evil.org"})
    assert "access-control-allow-origin" not in answer.headers
    own = {"content-type": "application/json", "origin": "http://testserver"}
    assert client.post(at, content=body, headers=own).status_code == 200


def test_no_answer_but_the_drivers_own_holds_a_token(
    client: TestClient, room: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    at = f"/live/rooms/{room['room']}"
    answers = [client.get(at), move(client, room), move(client, room), move(client, room, token="x" * 90)]
    answers.append(client.post(f"{at}/offer", json={"token": room["token"]}))
    answers.append(client.post(f"{at}/end", json={"token": room["token"]}))
    answers.append(client.get(f"{at}/events"))
    for answer in answers:
        said = answer.text + str(answer.headers) + str(answer.url)
        assert room["token"] not in said and hashed(room["token"]) not in said
    assert room["token"] not in caplog.text


def test_a_dead_redis_is_told_as_such() -> None:
    house = live("redis://127.0.0.1:1/0")
    with TestClient(Starlette(routes=house.routes, lifespan=lambda _: house.running())) as client:
        for answer in (client.post("/live/rooms", json={}), client.get("/live/rooms/ACDEFG")):
            assert answer.status_code == 503 and answer.json()["problem"] == "unreachable"


def test_every_refusal_has_its_status() -> None:
    assert set(STATUS) == set(Problem)
    assert all(400 <= status < 600 for status in STATUS.values())
