"""What this process knows of its rooms: the last of each, told to everyone who waits for it.

Nothing is queued. Whoever is slow sees the last state, never a row of old ones.
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
    """Rooms that someone here watches."""

    def __init__(self) -> None:
        self._watched: dict[str, _Watched] = {}
        self.closing = False

    def heard(self, room: Room | None) -> None:
        """Take over a changed room; None where changes may have been missed, so that everyone looks for themselves."""
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
        """Let everyone go, because the server is about to stop."""
        self.closing = True
        self.heard(None)

    @contextmanager
    def watching(self, code: str) -> Iterator[None]:
        """Keep the room of `code` in mind for as long as the block lasts."""
        watched = self._watched.setdefault(code, _Watched())
        watched.watchers += 1
        try:
            yield
        finally:
            watched.watchers -= 1
            if not watched.watchers:
                del self._watched[code]

    def last(self, code: str) -> Room | None:
        """The last state heard of a watched room, None where it must be looked up."""
        return self._watched[code].room

    def learned(self, room: Room) -> None:
        """Remember a room that was looked up, unless a later one was heard of meanwhile."""
        known = self._watched.get(room.code)
        if known and (known.room is None or known.room.version < room.version):
            known.room = room

    def change(self, code: str) -> asyncio.Event:
        """What will be set at the next change of a watched room."""
        return self._watched[code].changed


def _wake(watched: _Watched) -> None:
    watched.changed.set()
    watched.changed = asyncio.Event()
