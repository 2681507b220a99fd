"""Load test of rooms: 30 and 300 simulated followers of one process, then of two replicas behind nginx with Redis.

``python -m bench.live`` prints a table. The followers run in a separate process; the table shows their CPU use as well
as the server's, because on two cores they compete.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import parse_qs

import httpx2

from bench.follower import Follower
from bench.report import p95, table
from graph.vocabulary import Level
from pages.cascade.story import STEP
from tests.support.replicas import replicated
from tests.support.server import free_port, serving, uvicorn
from tests.ui.views import seen
from ui.address import FOCUS
from ui.catalogue import page_at
from ui.content import mechanism
from ui.html.markup import text
from ui.live.stops import stops
from ui.state import plain_reader

MOVES = 8
ARRIVING = 8
PATIENCE = 30.0
TARGETS = {30: (None, 1.0), 300: (0.5, 5.0)}
"""Targets for the 95th percentiles of event and panel, in seconds, by number of followers."""


@dataclass
class Result:
    """Measurements of one room. `events` and `panels` are latencies in s; `client_cpu` is a fraction of a core."""

    followers: int
    events: list[float]
    panels: list[float]
    lost: int
    wrong: int
    first_wrong: str
    refused: int
    client_cpu: float
    seconds: float


def expected(address: str, level: Level) -> str:
    """What the page at `address` must contain at `level`: the heading of its panel, or its title."""
    path, _, query = address.lstrip("/").partition("?")
    asked = seen(parse_qs(query), path)
    focus, words = asked[FOCUS], mechanism().words[level]
    if focus is None and asked[STEP]:
        return text(words.story[asked[STEP]].title)
    if focus is None or not page_at(path).has_map:
        return text(page_at(path).title(level))
    return text(words.things[focus.id].name if focus.kind == "node" else plain_reader(level).statement(focus.id))


async def room_of(number: int, host: str, port: int) -> Result:
    """Let `number` followers follow one driver through the story."""
    levels = list(Level)
    followers = [Follower(host, port, levels[each % len(levels)], expected) for each in range(number)]
    gate = asyncio.Semaphore(ARRIVING)

    async def arrive(one: Follower) -> None:
        async with gate:
            await one.arrive()

    async with httpx2.AsyncClient(base_url=f"http://{host}:{port}", timeout=30) as driver:
        opened = (await driver.post("/live/rooms", json={})).json()
        code, version = opened["room"], opened["version"]
        await asyncio.gather(*(arrive(one) for one in followers))
        streams = [asyncio.create_task(one.follow(code, version)) for one in followers]
        await _until(lambda: all(one.seen.streaming for one in followers), PATIENCE)
        cpu, start = _cpu(), time.perf_counter()
        sent: dict[int, float] = {}
        for stop in stops(Level.STUDENT)[1 : MOVES + 1]:
            body = {"token": opened["token"], "base": version, "address": stop["address"], "paused": False}
            moved = time.perf_counter()
            answer = await driver.post(f"/live/rooms/{code}/state", json=body)
            version = answer.json()["version"]
            sent[version] = moved
            await _until(lambda: all(version in one.seen.panel for one in followers), PATIENCE)  # noqa: B023
        cpu, seconds = _cpu() - cpu, time.perf_counter() - start
        for stream in streams:
            stream.cancel()
        await asyncio.gather(*streams, return_exceptions=True)
    seen = [one.seen for one in followers]
    wrong = [each for one in seen for each in one.wrong]
    return Result(
        number,
        [one.event[each] - sent[each] for one in seen for each in sent if each in one.event],
        [one.panel[each] - sent[each] for one in seen for each in sent if each in one.panel],
        sum(each not in one.panel or each not in one.event for one in seen for each in sent),
        len(wrong),
        wrong[0] if wrong else "",
        sum(one.refused for one in seen),
        cpu / seconds,
        seconds,
    )


async def _until(done: object, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while not done() and time.perf_counter() < end:  # type: ignore[operator]
        await asyncio.sleep(0.005)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def client(number: int, host: str, port: int) -> Result:
    """Run `room_of` in a separate process. Raises RuntimeError if that fails."""
    command = [sys.executable, "-m", "bench.live", str(number), host, str(port)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return Result(**json.loads(done.stdout))


def memory(pids: Sequence[int]) -> float:
    """Resident memory of the processes, in MB."""
    total = 0
    for pid in pids:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        total += int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
    return total / 1024


def used(pids: Sequence[int]) -> float:
    """CPU seconds used by the processes so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def listening(port: int) -> int:
    """Id of the process that serves `port`, found by its command line. Raises LookupError if there is none."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"app:app" in words and str(port).encode() in words:
            return int(path.parent.name)
    raise LookupError(f"nothing serves port {port}")


def measured(name: str, number: int, port: int, pids: Sequence[int]) -> list[str]:
    """Measure one configuration and return its line of the table."""
    before, cpu = memory(pids), used(pids)
    result = client(number, "127.0.0.1", port)
    grown, busy = (memory(pids) - before) / number, used(pids) - cpu
    event, panel = p95(result.events), p95(result.panels)
    most_event, most_panel = TARGETS[number]
    met = (most_event is None or event <= most_event) and panel <= most_panel and not result.lost + result.wrong
    if result.first_wrong:
        print(f"{name}, {number}: {result.first_wrong}", file=sys.stderr)
    if result.refused:
        print(f"{name}, {number}: {result.refused} streams were refused at first and then reconnected", file=sys.stderr)
    times = [sorted(result.events), sorted(result.panels)]
    line = [
        f"{name}, {number} followers",
        "met" if met else "MISSED",
        *(f"{each[len(each) // 2]:.2f} / {p95(each):.2f}" for each in times),
        str(result.lost),
        str(result.wrong),
        f"{grown:.2f}",
        f"{100 * result.client_cpu:.0f}%",
        f"{busy:.0f} s",
        f"{result.seconds:.0f} s",
    ]
    print("  ".join(line), file=sys.stderr, flush=True)
    return line


HEAD = ["", "", "event s p50 / p95", "panel s p50 / p95", "lost", "wrong", "MB each", "client", "server CPU", "took"]
SAID = "Targets: 30 followers: panel p95 <= 1 s; 300: event p95 <= 0.5 s, panel p95 <= 5 s; none lost, none wrong."


def main() -> None:
    """Measure, and print the table."""
    if len(sys.argv) == 4:
        print(json.dumps(asdict(asyncio.run(room_of(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))))
        return
    before = f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"{MOVES} moves through the story; {before}", flush=True)
    lines = [HEAD]
    for number in TARGETS:
        port = free_port()
        with serving(uvicorn(port), port):
            lines.append(measured("one process", number, port, [listening(port)]))
    with replicated(2) as setup:
        pids = [listening(port) for port in setup.ports]
        lines += [measured("two replicas, nginx, Redis", number, setup.port, pids) for number in TARGETS]
    print(table(lines))
    print(SAID)


if __name__ == "__main__":
    main()
