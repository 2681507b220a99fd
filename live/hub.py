"""The rooms watched in this process: the latest state of each, announced to everyone who waits for it.

Nothing is queued, so a slow follower sees the latest state and never a backlog.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from live.room import Room


@dataclass
class _Watched:
    watchers: int = 0
    room: Room | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)


class Hub:
    """The latest state of each room that someone in this process watches."""

    def __init__(self) -> None:
        self._watched: dict[str, _Watched] = {}
        self.closing = False

    def on_change(self, room: Room | None) -> None:
        """Record and announce a changed room. None means that changes may have been missed, so everyone reads again."""
        if room is None:
            for watched in self._watched.values():
                watched.room = None
                _wake(watched)
            return
        known = self._watched.get(room.code)
        if known and (known.room is None or known.room.version < room.version):
            known.room = room
            _wake(known)

    def close(self) -> None:
        """Wake everyone up to leave, because the server is about to stop."""
        self.closing = True
        self.on_change(None)

    @contextmanager
    def watching(self, code: str) -> Iterator[None]:
        """Watch the room `code` for the duration of the block."""
        watched = self._watched.setdefault(code, _Watched())
        watched.watchers += 1
        try:
            yield
        finally:
            watched.watchers -= 1
            if not watched.watchers:
                del self._watched[code]

    def last(self, code: str) -> Room | None:
        """The latest known state of a watched room, or None if it must be read from the store."""
        return self._watched[code].room

    def learned(self, room: Room) -> None:
        """Record a room that was read from the store, unless a newer version is already known."""
        known = self._watched.get(room.code)
        if known and (known.room is None or known.room.version < room.version):
            known.room = room

    def change(self, code: str) -> asyncio.Event:
        """The event that is set at the next change of a watched room."""
        return self._watched[code].changed


def _wake(watched: _Watched) -> None:
    watched.changed.set()
    watched.changed = asyncio.Event()
