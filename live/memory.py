"""Rooms in the memory of this process: lost when it stops, and unknown to other processes."""

from __future__ import annotations

import asyncio
import secrets

from live.clock import Clock, RealClock
from live.room import Room, Status
from live.store import ENDED_SECONDS, MOST_ROOMS, PRESENT_SECONDS, ROOM_SECONDS, OnChange


class MemoryStore:
    """Stores rooms in a dictionary. No step awaits anything, so each is atomic."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or RealClock()
        self._rooms: dict[str, tuple[Room, float]] = {}
        self._present: dict[str, dict[str, float]] = {}
        self._listeners: set[OnChange] = set()
        self.boot = secrets.token_urlsafe(6)

    async def create(self, room: Room, most: int = MOST_ROOMS) -> bool | None:
        """Store a new room. Returns False if its code is taken, and None if there are already `most` rooms."""
        now = self._clock.now()
        for code in [code for code, (_, until) in self._rooms.items() if until <= now]:
            self._forget(code)
        if room.code in self._rooms:
            return False
        if len(self._rooms) >= most:
            return None
        self._keep(room)
        return True

    async def read(self, code: str) -> Room | None:
        """The room with this code, or None if there is none (any more)."""
        room, until = self._rooms.get(code, (None, 0.0))
        if room is not None and until <= self._clock.now():
            self._forget(code)
            return None
        return room

    async def swap(self, room: Room, version: int) -> bool:
        """Compare-and-set: replace `version` of the room by `room`. Returns False if `version` is not the latest."""
        last = await self.read(room.code)
        if last is None or last.version != version:
            return False
        self._keep(room)
        for on_change in tuple(self._listeners):
            on_change(room)
        return True

    async def now(self) -> float:
        """Seconds on the process's clock."""
        return self._clock.now()

    async def enter(self, code: str, who: str, most: int) -> int | None:
        """Count `who` as a follower. Returns the number of followers, or None if there are already `most` others."""
        here = self._here(code)
        if who not in here and len(here) >= most:
            return None
        here[who] = self._clock.now() + PRESENT_SECONDS
        self._present[code] = here
        return len(here)

    async def leave(self, code: str, who: str) -> None:
        """Stop counting `who` as a follower."""
        self._present.get(code, {}).pop(who, None)

    async def count(self, code: str) -> int:
        """Number of followers."""
        return len(self._here(code))

    async def listen(self, on_change: OnChange) -> None:
        """Call `on_change` with every changed room until cancelled."""
        self._listeners.add(on_change)
        try:
            await asyncio.Event().wait()
        finally:
            self._listeners.discard(on_change)

    async def close(self) -> None:
        """Do nothing: there are no connections."""

    def _keep(self, room: Room) -> None:
        seconds = ENDED_SECONDS if room.status is Status.ENDED else ROOM_SECONDS
        self._rooms[room.code] = (room, self._clock.now() + seconds)

    def _forget(self, code: str) -> None:
        del self._rooms[code]
        self._present.pop(code, None)

    def _here(self, code: str) -> dict[str, float]:
        now = self._clock.now()
        return {who: until for who, until in self._present.get(code, {}).items() if until > now}
