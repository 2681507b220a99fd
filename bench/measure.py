"""Measurement of clicks, cold visits and bytes; contestants take turns so that noise affects all alike."""

from __future__ import annotations

import sys
import time
from base64 import b64decode
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from playwright.sync_api import Browser, Error, Page

from bench.contestants import APPS, Ask, arrive, asks, visitor

WARM_UP = 3
PRESSES = 20
VISITS = 7
# Measured at least, however slow the machine is.
FEWEST_PRESSES = 15
FEWEST_VISITS = 5
PICKS_COUNTED = 5
# Plotly takes two clicks within half a second for a double click.
REST = 350

Sample = dict[str, float]
Samples = dict[str, list[Sample]]


class Missed(Exception):
    """A click or a visit got no response."""


def press(page: Page, ask: Ask) -> Sample:
    """Click something with the mouse.

    Returns the milliseconds until each part of the response was painted. Raises Missed if there is no response.
    """
    page.bring_to_front()
    x, y = page.evaluate("ask => bench.arm(ask)", ask)
    page.mouse.click(x, y)
    try:
        answer: Sample = page.evaluate("() => bench.answer")
    except Error as error:
        raise Missed(f"{page.url}: {error.message}") from error
    page.wait_for_timeout(REST)
    return answer


def presses(browser: Browser, addresses: Mapping[str, str], until: float) -> Samples:
    """Click the same series of targets on every contestant, in turns, until the time `until` (monotonic seconds)."""
    kinds = ("ours", "peer", "static")
    contexts = {kind: visitor(browser, kind) for kind in kinds}
    pages = {kind: context.new_page() for kind, context in contexts.items()}
    for kind, page in pages.items():
        arrive(page, kind, addresses[kind])
    samples: Samples = {kind: [] for kind in kinds}
    everything = asks()
    chosen = Random(1).sample(everything, min(len(everything), WARM_UP + PRESSES))  # noqa: S311 — an order, no secret
    for turn, ask in enumerate(chosen):
        if turn >= WARM_UP + FEWEST_PRESSES and time.monotonic() > until:
            break
        for kind in _turned(kinds, turn):
            try:
                answer = press(pages[kind], ask)
            except Missed as missed:
                print(f"missed: {missed}", file=sys.stderr)
                continue
            if turn >= WARM_UP:
                samples[kind].append(answer)
    for context in contexts.values():
        context.close()
    return samples


def visits(browser: Browser, addresses: Mapping[str, str], until: float) -> Samples:
    """Visit every contestant repeatedly with an empty cache; the first round only warms up the servers."""
    samples: Samples = {kind: [] for kind in APPS}
    everything = asks()
    for turn in range(VISITS + 1):
        if turn > FEWEST_VISITS and time.monotonic() > until:
            break
        for kind in _turned(tuple(APPS), turn):
            context = visitor(browser, kind, visiting=everything[turn % 5 :: 5])
            page = context.new_page()
            try:
                page.goto(addresses[kind], wait_until="commit")
                answer: Sample = page.evaluate("() => bench.visited")
                if turn:
                    samples[kind].append(answer)
            except Error as error:
                print(f"missed: {kind}: {error.message}", file=sys.stderr)
            context.close()
    return samples


def _turned(kinds: Sequence[str], turn: int) -> list[str]:
    """`kinds`, rotated by `turn`."""
    start = turn % len(kinds)
    return [*kinds[start:], *kinds[:start]]


class Traffic:
    """Counts the bytes that a page receives: over HTTP as transferred, and in websocket frames, uncompressed."""

    def __init__(self, page: Page) -> None:
        self.http = 0
        self.frames = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.webSocketFrameReceived", self._received)
        session.send("Network.enable")

    def _loaded(self, event: dict[str, Any]) -> None:
        self.http += int(event["encodedDataLength"])

    def _received(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        data = frame["payloadData"]
        self.frames += len(data.encode() if frame["opcode"] == 1 else b64decode(data))


def traffic(browser: Browser, addresses: Mapping[str, str]) -> dict[str, Sample]:
    """Bytes of a cold visit, of a second visit with a warm cache, and of the frames of one selection."""
    counted: dict[str, Sample] = {}
    for kind in APPS:
        context = visitor(browser, kind)
        numbers: Sample = {}
        for visit in ("cold", "second"):
            page = context.new_page()
            seen = Traffic(page)
            arrive(page, kind, addresses[kind])
            numbers |= {f"{visit}_http": seen.http, f"{visit}_frames": seen.frames}
            if visit == "second" and kind in ("ours", "peer"):
                before = seen.frames
                for ask in asks()[:PICKS_COUNTED]:
                    press(page, ask)
                numbers["frames_per_pick"] = (seen.frames - before) / PICKS_COUNTED
                numbers["runs_per_pick"] = (_runs(page) - 1) / PICKS_COUNTED
            page.close()
        counted[kind] = numbers
        context.close()
    return counted


def _runs(page: Page) -> int:
    return int(page.locator("[data-run]").get_attribute("data-run") or 0)
