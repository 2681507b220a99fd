"""One process of the live rooms, with clocks that stand still and a store that dies at will."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable

from live.clock import Clock
from live.hub import Hub
from live.memory import MemoryStore
from live.problems import Unreachable
from live.room import Room
from live.rooms import Most, Rooms
from live.stream import Streams
from tests.live.frozen import FrozenClock
from tests.support.loop import in_a_loop
from tests.support.patience import PATIENCE

ME = "10.0.0.1"
"""Address of the presenter."""


class Flaky(MemoryStore):
    """A store that may be dead for a while, and forget all."""

    dead = False

    async def read(self, code: str) -> Room | None:
        """The room, where it lives."""
        if self.dead:
            raise Unreachable
        return await super().read(code)

    async def enter(self, code: str, who: str, most: int) -> int | None:
        """Count, where it lives."""
        if self.dead:
            raise Unreachable
        return await super().enter(code, who, most)

    async def leave(self, code: str, who: str) -> None:
        """Count no more, where it lives."""
        if self.dead:
            raise Unreachable
        await super().leave(code, who)


class House:
    """One process: a store, the rooms in it, and their streams."""

    def __init__(self, most: Most | None = None, store: Flaky | None = None, clock: Clock | None = None) -> None:
        self.clock = FrozenClock()
        self.store = store or Flaky(self.clock)
        self.rooms = Rooms(self.store, self.clock, most)
        self.hub = Hub()
        self.streams = Streams(self.rooms, self.hub, clock or self.clock, "boot")

    def stream(self, code: str, seen: int | None = None, *, counted: bool = True) -> AsyncIterator[bytes]:
        """The events for one who has seen version `seen`."""
        return self.streams.events(code, seen=seen, counted=counted)


def told(event: bytes) -> tuple[str, object]:
    """Name and data of an event."""
    lines = dict(line.split(": ", 1) for line in event.decode().strip().splitlines())
    return lines["event"], json.loads(lines["data"])


async def next_state(stream: AsyncIterator[bytes]) -> dict[str, object]:
    """The next state that a stream sends, whatever comes before it."""
    async for event in stream:
        if b"event: state" in event:
            _, data = told(event)
            assert isinstance(data, dict)
            return data
    raise AssertionError("the stream ended")


def in_house(act: Callable[[House], Awaitable[None]], house: House | None = None) -> None:
    """Let `act` run in a house whose hub hears its store, for ten seconds at the most."""

    async def run() -> None:
        it = house or House()
        ears = asyncio.create_task(it.store.listen(it.hub.on_change))
        try:
            await asyncio.wait_for(act(it), PATIENCE)
        finally:
            ears.cancel()

    in_a_loop(run())
