"""Time, as one thing that tests can hold still."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Seconds that only go forward, and waiting."""

    def now(self) -> float:
        """Seconds since some moment; they never go back."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    async def within(self, seconds: float, event: asyncio.Event) -> bool:
        """Wait for `event`, at most so long; whether it came."""
        ...


class RealClock:
    """The machine's own clock, which no change of the date moves."""

    def now(self) -> float:
        """Seconds since the machine started."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    async def within(self, seconds: float, event: asyncio.Event) -> bool:
        """Wait for `event`, at most so long; whether it came."""
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return False
        return True
