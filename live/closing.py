"""Notice of the server's shutdown, because the server waits for open responses and event streams never end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def on_shutdown(close: Callable[[], None]) -> Iterator[None]:
    """Call `close` in the event loop as soon as the process is asked to stop; earlier signal handlers still run."""
    loop = asyncio.get_running_loop()
    before: dict[int, Any] = {}

    def told(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(close)
        if callable(before[number]):
            before[number](number, frame)

    try:
        for asked in _SIGNALS:
            before[asked] = signal.getsignal(asked)
            signal.signal(asked, told)
    except ValueError:  # not the main thread, which alone receives signals
        before.clear()
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is told:
                signal.signal(number, handler)
