"""A clock that stands still until a test moves it."""

from __future__ import annotations

import asyncio


class FrozenClock:
    """Time passes only in `advance`."""

    def __init__(self) -> None:
        self._now = 1_000.0
        self._waiting: list[tuple[float, asyncio.Event]] = []

    def now(self) -> float:
        """Seconds, the same until they are moved."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Wait until so much was advanced."""
        await self.within(seconds, asyncio.Event())

    async def within(self, seconds: float, event: asyncio.Event) -> bool:
        """Wait for `event`, or until so much was advanced; whether the event came."""
        over = asyncio.Event()
        alarm = (self._now + seconds, over)
        self._waiting.append(alarm)
        waits = [asyncio.ensure_future(each.wait()) for each in (event, over)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._waiting.remove(alarm)
            for wait in waits:
                wait.cancel()
        return event.is_set()

    def advance(self, seconds: float) -> None:
        """Let time pass, and wake who waited for it."""
        self._now += seconds
        for until, over in self._waiting:
            if until <= self._now:
                over.set()

    async def until_waiting(self, number: int = 1) -> None:
        """Let others run until so many of them wait for time to pass."""
        while len(self._waiting) < number:
            await asyncio.sleep(0)
