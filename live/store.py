"""Where rooms are kept: what every store can do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from live.room import Room

ROOM_SECONDS = 4 * 60 * 60
"""A room that nobody drives for so long is forgotten."""

ENDED_SECONDS = 10 * 60
"""So long a room that was ended is known as such."""

PRESENT_SECONDS = 45.0
"""So long a follower counts after the last sign of life."""

MOST_ROOMS = 200
"""Rooms at one time."""

Heard = Callable[[Room | None], None]
"""Called with each room that has changed, or with None where changes may have been missed."""


class Store(Protocol):
    """Rooms by their code. Every method raises Unreachable where the store does not answer."""

    async def create(self, room: Room, most: int = MOST_ROOMS) -> bool | None:
        """Keep a new room. False where its code is taken, None where there are `most` rooms."""
        ...

    async def read(self, code: str) -> Room | None:
        """The room, or None where it was never opened or is forgotten."""
        ...

    async def swap(self, room: Room, version: int) -> bool:
        """Put `room` in the place of the one of `version`, at once and for all; False where that is not the last."""
        ...

    async def now(self) -> float:
        """Seconds of the store's own clock, the same for everyone who uses the store."""
        ...

    async def enter(self, code: str, who: str, most: int) -> int | None:
        """Count `who` among the followers, or count them on; how many there are now, None where there are `most`."""
        ...

    async def leave(self, code: str, who: str) -> None:
        """Count `who` no more."""
        ...

    async def count(self, code: str) -> int:
        """How many follow."""
        ...

    async def listen(self, heard: Heard) -> None:
        """Tell `heard` of every change, whoever makes it, until cancelled."""
        ...
