"""The events of a room for a browser's EventSource: always the full state, never a difference."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator
from contextlib import suppress

import anyio

from live.clock import Clock
from live.hub import Hub
from live.limits import MOST_STREAMS
from live.problems import Problem, Refused, Unreachable
from live.room import Room, Status
from live.rooms import Rooms

HEARTBEAT = 15.0
"""Seconds of silence after which a heartbeat is sent and the room is read again."""

COUNT_SECONDS = 2.0
"""Interval in seconds at which the number of followers is sent to drivers."""

TROUBLE_SECONDS = 1.0
"""Interval in seconds at which a store that does not answer is tried again."""

LEAVE_SECONDS = 2.0
"""Longest time to wait for the store when a follower leaves."""

BIG, EACH_MS, LONGEST_MS = 20, 12, 4_000
"""Number of followers from which their panels are spread over time, milliseconds for each, and milliseconds at most."""


def spread(followers: int) -> int:
    """Milliseconds over which the followers of a room spread their requests for panels."""
    return min(LONGEST_MS, max(0, followers - BIG) * EACH_MS)


def event(name: str, data: object, id_: int | None = None) -> bytes:
    """One server-sent event; JSON contains no line breaks that could end it early."""
    head = f"id: {id_}\n" if id_ is not None else ""
    return f"{head}event: {name}\ndata: {json.dumps(data)}\n\n".encode()


class Streams:
    """The event streams of this process. `boot` identifies the store's lifetime, so that clients detect a restart."""

    def __init__(self, rooms: Rooms, hub: Hub, clock: Clock, boot: str, most: int = MOST_STREAMS) -> None:
        self._rooms, self._hub, self._clock, self._most = rooms, hub, clock, most
        self.boot = boot
        self.open = 0

    def state(self, room: Room, followers: int) -> dict[str, object]:
        """The public state of a room, as sent to browsers."""
        return {
            "room": room.code,
            "version": room.version,
            "address": room.address,
            "status": room.status.value,
            "spread": spread(followers),
            "boot": self.boot,
        }

    async def events(self, code: str, *, seen: int | None, counted: bool) -> AsyncIterator[bytes]:
        """The events of a room.

        Args:
            code: The room's code.
            seen: Last version that the client has seen, if any; that version is not sent again.
            counted: Whether the client is a follower. Otherwise it receives the number of followers.

        Raises:
            Refused: The room or the process is full; raised before the first event.
        """
        if self.open >= self._most:
            raise Refused(Problem.FULL)
        me = secrets.token_urlsafe(9)
        followers = await self._enter(code, me) if counted else await self._rooms.store.count(code)
        self.open += 1
        try:
            with self._hub.watching(code):
                # A random reconnection delay, so that a whole room does not come back at the same moment.
                yield f"retry: {1_000 + secrets.randbelow(2_000)}\n\n".encode()
                async for each in self._events(code, me, seen, followers, counted):
                    yield each
        finally:
            self.open -= 1
            if counted:
                # If the client disconnected, this task is already cancelled, but a networked store must be awaited.
                with anyio.move_on_after(LEAVE_SECONDS, shield=True), suppress(Unreachable):
                    await self._rooms.store.leave(code, me)

    async def _enter(self, code: str, me: str) -> int:
        followers = await self._rooms.store.enter(code, me, self._rooms.most.followers)
        if followers is None:
            raise Refused(Problem.FULL)
        return followers

    async def _events(
        self, code: str, me: str, seen: int | None, followers: int, counted: bool
    ) -> AsyncIterator[bytes]:
        told: int | None = None
        trouble = False
        alive = self._clock.now()
        while not self._hub.closing:
            change = self._hub.change(code)
            try:
                room = self._hub.last(code) or await self._rooms.store.read(code)
                if self._clock.now() - alive >= HEARTBEAT:
                    room = await self._rooms.store.read(code)
                    followers = (await self._stay(code, me, followers)) if counted else followers
                    alive = self._clock.now()
                    yield event("alive", {"version": room.version if room else 0})
                if not counted:
                    followers = await self._rooms.store.count(code)
            except Unreachable:
                if not trouble:
                    yield event("trouble", {"problem": Problem.UNREACHABLE.value})
                trouble = True
                await self._clock.within(TROUBLE_SECONDS, change)
                continue
            if room is None:
                yield event("gone", {"problem": Problem.NOT_FOUND.value, "boot": self.boot})
                return
            self._hub.learned(room)
            if trouble or seen is None or room.version != seen:
                yield event("state", self.state(room, followers), room.version)
            trouble, seen = False, room.version
            if room.status is Status.ENDED:
                return
            if not counted and followers != told:
                yield event("people", followers)
                told = followers
            await self._clock.within(HEARTBEAT if counted else COUNT_SECONDS, change)
        yield event("restart", {})

    async def _stay(self, code: str, me: str, followers: int) -> int:
        """Renew a follower's place, which it keeps even if the room has filled up meanwhile."""
        return await self._rooms.store.enter(code, me, self._rooms.most.followers + 1) or followers
