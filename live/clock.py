"""A clock that tests can replace."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Monotonic time, and waiting."""

    def now(self) -> float:
        """Seconds since an arbitrary moment; they never decrease."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait for `seconds`."""
        ...

    async def within(self, seconds: float, event: asyncio.Event) -> bool:
        """Wait for `event` for at most `seconds`; returns whether it was set."""
        ...


class RealClock:
    """The machine's monotonic clock, unaffected by changes of date and time."""

    def now(self) -> float:
        """Seconds since an arbitrary moment."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait for `seconds`."""
        await asyncio.sleep(seconds)

    async def within(self, seconds: float, event: asyncio.Event) -> bool:
        """Wait for `event` for at most `seconds`; returns whether it was set."""
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return False
        return True
