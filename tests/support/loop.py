"""Runs asynchronous pieces of tests, whatever else the process is doing."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from tests.support.patience import PATIENCE

T = TypeVar("T")


def in_a_loop(act: Coroutine[object, object, T], seconds: float = PATIENCE) -> T:
    """What `act` returns, from an event loop of its own.

    The loop has a thread of its own too: where tests with a browser ran before in this process, Playwright still holds
    a running loop in the main thread, and no second one may run there.
    """

    async def run() -> T:
        return await asyncio.wait_for(act, seconds)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, run()).result()
