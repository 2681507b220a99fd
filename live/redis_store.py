"""Rooms in Redis or Valkey: shared by all replicas, and kept while one of them restarts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError

from live.clock import Clock, RealClock
from live.problems import Unreachable
from live.room import Room, Status
from live.store import ENDED_SECONDS, MOST_ROOMS, PRESENT_SECONDS, ROOM_SECONDS, OnChange

CHANNEL = "live:changes"
ALL = "live:rooms"
ANSWER_SECONDS = 2.0
"""Reply timeout of Redis."""
CONNECTIONS = 16
"""Connections of one process, besides the one that listens."""
QUEUE_SECONDS = 10.0
"""How long a command may wait for a free connection."""
AGAIN_SECONDS = 1.0
"""Delay before subscribing again after a failure."""

# Redis executes a script atomically. Times come from Redis, so that no replica's clock matters.
_NOW = "local t = redis.call('TIME'); local now = t[1] + t[2] / 1000000 "

# The codes of all rooms are in one sorted set, scored by the time they expire.
_CREATE = (
    _NOW
    + """
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[3]) then return -1 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[4])
return 1"""
)

_SWAP = (
    _NOW
    + """
local last = redis.call('GET', KEYS[1])
if not last or cjson.decode(last).version ~= tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[3])
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[1])
return 1"""
)

_ENTER = (
    _NOW
    + """
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return -1 end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('EXPIRE', KEYS[1], math.ceil(ARGV[3]))
return redis.call('ZCARD', KEYS[1])"""
)

_COUNT = _NOW + "return redis.call('ZCOUNT', KEYS[1], now, '+inf')"


@asynccontextmanager
async def _answering() -> AsyncIterator[None]:
    """Map every Redis or network error to Unreachable."""
    try:
        yield
    except (RedisError, OSError, TimeoutError):
        raise Unreachable from None


class RedisStore:
    """Stores each room as one JSON value that expires, and announces changes on one pub/sub channel."""

    # Rooms in Redis outlive this process, so a room missing there was not lost in a restart.
    boot = "redis"

    def __init__(self, url: str, clock: Clock | None = None) -> None:
        # Followers of a whole room that arrive at once share a few connections instead of opening one each.
        self._redis: Redis = Redis.from_pool(
            BlockingConnectionPool.from_url(
                url,
                decode_responses=True,
                socket_timeout=ANSWER_SECONDS,
                socket_connect_timeout=ANSWER_SECONDS,
                max_connections=CONNECTIONS,
                timeout=QUEUE_SECONDS,
            )
        )
        # The subscriber hears nothing while nobody navigates, so it has no read timeout and pings instead.
        self._subscriber: Redis = Redis.from_url(
            url, decode_responses=True, socket_connect_timeout=ANSWER_SECONDS, health_check_interval=10
        )
        self._clock = clock or RealClock()

    async def create(self, room: Room, most: int = MOST_ROOMS) -> bool | None:
        """Store a new room. Returns False if its code is taken, and None if there are already `most` rooms."""
        done = await self._run(_CREATE, [_key(room.code), ALL], [room.model_dump_json(), ROOM_SECONDS, most, room.code])
        return None if done < 0 else bool(done)

    async def read(self, code: str) -> Room | None:
        """The room with this code, or None if there is none (any more)."""
        async with _answering():
            kept = await self._redis.get(_key(code))
        return Room.model_validate_json(kept) if kept else None

    async def swap(self, room: Room, version: int) -> bool:
        """Compare-and-set: atomically replace `version` of the room by `room`, and announce it.

        Returns False if `version` is not the latest.
        """
        seconds = ENDED_SECONDS if room.status is Status.ENDED else ROOM_SECONDS
        given = [room.model_dump_json(), version, seconds, room.code, CHANNEL]
        return bool(await self._run(_SWAP, [_key(room.code), ALL], given))

    async def now(self) -> float:
        """Seconds on Redis's clock."""
        async with _answering():
            seconds, microseconds = await self._redis.time()
        return float(seconds) + float(microseconds) / 1e6

    async def enter(self, code: str, who: str, most: int) -> int | None:
        """Count `who` as a follower. Returns the number of followers, or None if there are already `most` others."""
        number = await self._run(_ENTER, [_present(code)], [who, most, PRESENT_SECONDS])
        return None if number < 0 else number

    async def leave(self, code: str, who: str) -> None:
        """Stop counting `who` as a follower."""
        async with _answering():
            await self._redis.zrem(_present(code), who)

    async def count(self, code: str) -> int:
        """Number of followers."""
        return await self._run(_COUNT, [_present(code)], [])

    async def listen(self, on_change: OnChange) -> None:
        """Call `on_change` with each changed room until cancelled, and with None after a (re)connection or failure."""
        while True:
            try:
                async with self._subscriber.pubsub() as channel:
                    await channel.subscribe(CHANNEL)
                    on_change(None)
                    async for message in channel.listen():
                        if message["type"] == "message":
                            on_change(Room.model_validate_json(message["data"]))
            except (RedisError, OSError, TimeoutError, ValueError):
                on_change(None)
                await self._clock.sleep(AGAIN_SECONDS)

    async def close(self) -> None:
        """Close all connections."""
        await self._redis.aclose()
        await self._subscriber.aclose()

    async def _run(self, script: str, keys: list[str], given: list[Any]) -> int:
        async with _answering():
            return int(await self._redis.eval(script, len(keys), *keys, *given))


def _key(code: str) -> str:
    return f"live:room:{code}"


def _present(code: str) -> str:
    return f"live:present:{code}"
