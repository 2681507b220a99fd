"""What `deploy/` describes: its files name what exists, and two replicas behind nginx with Redis are one house."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import httpx2
import pytest
import yaml

from bench.follower import Follower
from bench.live import expected
from graph.vocabulary import Level
from tests.support.loop import in_a_loop
from tests.support.patience import PATIENCE
from tests.support.replicas import CONFIGURATION, Setup, configured, find_nginx, replicated
from tests.support.server import ROOT, free_port, uvicorn

DEPLOY = ROOT / "deploy"


@pytest.fixture(scope="module")
def setup() -> Iterator[Setup]:
    with replicated(2) as running:
        yield running


class Listening:
    """A stream of a room that is read in the background; `next` waits for an event of a kind."""

    def __init__(self, address: str, code: str, **headers: str) -> None:
        self.events: Queue[tuple[str, Any]] = Queue()
        self.url = f"{address}/live/rooms/{code}/events"
        self.headers = headers
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        name = ""
        try:
            with httpx2.stream("GET", self.url, headers=self.headers, timeout=PATIENCE) as answer:
                self.events.put(("status", answer.status_code))
                for line in answer.iter_lines():
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        self.events.put((name, json.loads(line.removeprefix("data: "))))
        except httpx2.TransportError:
            pass
        self.events.put(("end", None))

    def next(self, kind: str) -> Any:
        """The data of the next event of a kind."""
        while True:
            name, data = self.events.get(timeout=PATIENCE)
            if name == kind:
                return data


def opened(address: str) -> dict[str, Any]:
    answer = httpx2.post(f"{address}/live/rooms", json={}, timeout=PATIENCE)
    assert answer.status_code == 201, answer.text
    room: dict[str, Any] = answer.json()
    return room


def posted(address: str, room: dict[str, Any], deed: str, **body: str) -> dict[str, Any]:
    """What a replica answers to a deed in a room."""
    answer: dict[str, Any] = httpx2.post(
        f"{address}/live/rooms/{room['room']}/{deed}", json=body, timeout=PATIENCE
    ).json()
    return answer


def move(address: str, room: dict[str, Any], base: int, to: str) -> httpx2.Response:
    body = {"token": room["token"], "base": base, "address": to, "paused": False}
    return httpx2.post(f"{address}/live/rooms/{room['room']}/state", json=body, timeout=PATIENCE)


def test_a_visitor_stays_with_one_replica_and_visitors_are_spread(setup: Setup) -> None:
    def asked(**headers: str) -> httpx2.Response:
        return httpx2.get(f"{setup.address}/healthz", headers=headers, timeout=PATIENCE)

    first = asked()
    cookie = re.fullmatch(r"(replica=[0-9a-f]{2}); Path=/; HttpOnly; SameSite=Lax", first.headers["set-cookie"])
    assert cookie
    again = [asked(cookie=cookie[1]) for _ in range(10)]
    assert {answer.headers["x-replica"] for answer in again} == {first.headers["x-replica"]}
    assert not any("set-cookie" in answer.headers for answer in again)
    everyone = [asked(cookie=f"replica={number:02x}").headers["x-replica"] for number in range(0, 256, 8)]
    assert len(set(everyone)) == 2
    assert min(everyone.count(replica) for replica in set(everyone)) >= len(everyone) // 5


def test_a_room_opened_at_one_replica_is_driven_and_followed_at_the_other(setup: Setup) -> None:
    room = opened(setup.replica(0))
    streams = [Listening(address, room["room"]) for address in (setup.replica(0), setup.replica(1), setup.address)]
    for stream in streams:
        assert stream.next("status") == 200
        assert stream.next("state")["address"] == ""
    assert move(setup.replica(1), room, 1, "/?node=ampar").json() == {"version": 2}
    for stream in streams:
        assert stream.next("state")["address"] == "/?node=ampar"
    key = posted(setup.replica(0), room, "offer", token=room["token"])["key"]
    taken = posted(setup.replica(1), room, "take", key=key)
    assert move(setup.replica(0), room, taken["version"], "/").status_code == 403
    assert move(setup.replica(0), taken, taken["version"], "/claims").status_code == 200
    for stream in streams:
        while stream.next("state")["address"] != "/claims":
            pass


def test_followers_at_both_replicas_see_the_right_page_in_their_own_words(setup: Setup) -> None:
    async def run() -> None:
        followers = [Follower("127.0.0.1", setup.port, level, expected) for level in Level]
        for number, one in enumerate(followers):
            one.cookie = f"replica={number * 100:02x}"
        async with httpx2.AsyncClient(base_url=setup.address, timeout=PATIENCE) as driver:
            room = (await driver.post("/live/rooms", json={})).json()
            for one in followers:
                await one.arrive()
            streams = [asyncio.create_task(one.follow(room["room"], 1)) for one in followers]
            version = 1
            for address in (
                "/?node=ampar",
                "/ampa-activation",
                "/claims?topic=condition",
                "/?edge=ampar--bdnf-release",
            ):
                body = {"token": room["token"], "base": version, "address": address, "paused": False}
                version = (await driver.post(f"/live/rooms/{room['room']}/state", json=body)).json()["version"]
                while not all(version in one.seen.panel for one in followers):
                    await asyncio.sleep(0.01)
                    assert not any(stream.done() for stream in streams)
            assert [one.seen.wrong for one in followers] == [[], [], []]
            for stream, one in zip(streams, followers, strict=True):
                stream.cancel()
                await one.leave()

    in_a_loop(run())


def test_a_dead_redis_is_said_pages_stay_and_a_new_one_is_taken_up(setup: Setup) -> None:
    room = opened(setup.address)
    stream = Listening(setup.address, room["room"])
    stream.next("state")
    setup.redis.kill()
    assert stream.next("trouble") == {"problem": "unreachable"}
    refused = move(setup.address, room, 1, "/")
    assert refused.status_code == 503 and refused.json()["problem"] == "unreachable"
    assert httpx2.get(f"{setup.address}/", timeout=PATIENCE).status_code == 200
    setup.redis.start()
    assert stream.next("gone")["problem"] == "not-found"  # this Redis keeps nothing on disk, so the room is gone
    new = opened(setup.address)
    heard = Listening(setup.replica(1), new["room"])
    heard.next("state")
    assert move(setup.replica(0), new, 1, "/about").status_code == 200
    assert heard.next("state")["address"] == "/about"


def test_a_server_that_is_told_to_stop_lets_its_streams_go_and_stops() -> None:
    port = free_port()
    process = subprocess.Popen(uvicorn(port), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        transport = httpx2.HTTPTransport(retries=0)
        with httpx2.Client(transport=transport) as client:
            while True:
                assert process.poll() is None
                try:
                    client.get(f"{address}/healthz")
                    break
                except httpx2.TransportError:
                    threading.Event().wait(0.1)
        room = opened(address)
        stream = Listening(address, room["room"])
        stream.next("state")
        process.terminate()
        assert stream.next("restart") == {}
        stream.next("end")
        assert process.wait(PATIENCE) is not None
    finally:
        process.kill()
        process.wait()


def test_nginx_takes_the_configuration_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "nginx.conf"
    path.write_text(configured(free_port(), (1, 2), tmp_path), encoding="utf-8")
    checked = subprocess.run([find_nginx(), "-t", "-c", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_the_compose_file_names_what_the_other_files_have() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    apps = sorted(name for name in services if name.startswith("app"))
    assert apps == sorted(re.findall(r"server (app\d):8501", CONFIGURATION.read_text(encoding="utf-8")))
    assert len(apps) >= 2
    for name in apps:
        assert (DEPLOY / services[name]["build"]["context"] / services[name]["build"]["dockerfile"]).is_file()
        assert services[name]["environment"]["REDIS_URL"].startswith("redis://redis:")
        assert "ports" not in services[name]
    assert "ports" not in services["redis"]
    (mounted,) = services["nginx"]["volumes"]
    assert (DEPLOY / mounted.partition(":")[0]).is_file()
    assert services["nginx"]["ports"] == ["8080:8080"]


def test_the_image_holds_what_the_app_imports_and_nothing_is_missing() -> None:
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    copied = {part for line in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE) for part in line.split()}
    for part in copied:
        assert (ROOT / part).exists(), part
    ours = {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()} - {"tests", "bench", "authoring"}
    assert ours <= copied
    (command,) = re.findall(r"^CMD (\[.+\])$", text, re.MULTILINE)
    assert json.loads(command)[:4] == ["python", "-m", "uvicorn", "app:app"]
    assert sys.version_info[:2] >= (3, 11) and "python:3.11" in text
