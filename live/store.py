"""The interface of a store of rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from live.room import Room

ROOM_SECONDS = 4 * 60 * 60
"""Seconds without a move after which a room is deleted."""

ENDED_SECONDS = 10 * 60
"""Seconds for which an ended room is still known as ended."""

PRESENT_SECONDS = 45.0
"""Seconds for which a follower is counted after its last heartbeat."""

MOST_ROOMS = 200
"""Most rooms at one time."""

OnChange = Callable[[Room | None], None]
"""Callback for changes: called with each changed room, or with None if changes may have been missed."""


class Store(Protocol):
    """Rooms by code. Every method raises Unreachable if the store does not answer."""

    boot: str
    """Identifies one lifetime of the stored rooms: if it changes, all earlier rooms are lost."""

    async def create(self, room: Room, most: int = MOST_ROOMS) -> bool | None:
        """Store a new room. Returns False if its code is taken, and None if there are already `most` rooms."""
        ...

    async def read(self, code: str) -> Room | None:
        """The room with this code, or None if there is none (any more)."""
        ...

    async def swap(self, room: Room, version: int) -> bool:
        """Compare-and-set: atomically replace `version` of the room by `room`, and announce it.

        Returns False if `version` is not the latest.
        """
        ...

    async def now(self) -> float:
        """Seconds on the store's own clock, which is the same for everyone who uses the store."""
        ...

    async def enter(self, code: str, who: str, most: int) -> int | None:
        """Count `who` as a follower, or renew that.

        Returns the number of followers, or None if there are already `most` others.
        """
        ...

    async def leave(self, code: str, who: str) -> None:
        """Stop counting `who` as a follower."""
        ...

    async def count(self, code: str) -> int:
        """Number of followers."""
        ...

    async def listen(self, on_change: OnChange) -> None:
        """Call `on_change` with every changed room, whoever changes it, until cancelled."""
        ...

    async def close(self) -> None:
        """Close all connections. The store cannot be used afterwards."""
        ...
