"""Runs a piece of asynchronous test with a store, and closes what it holds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from live.memory import MemoryStore
from live.redis_store import RedisStore
from live.store import Store
from tests.support.loop import in_a_loop


@asynccontextmanager
async def store_at(url: str | None) -> AsyncIterator[Store]:
    if url is None:
        yield MemoryStore()
        return
    store = RedisStore(url)
    try:
        yield store
    finally:
        await store.close()


def with_store(url: str | None, act: Callable[[Store], Awaitable[None]]) -> None:
    async def run() -> None:
        async with store_at(url) as store:
            await act(store)

    in_a_loop(run())
