"""What every store must do, tried on each: in this process, and in a real Redis."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from live.memory import MemoryStore
from live.problems import Unreachable
from live.redis_store import RedisStore
from live.room import Room
from live.store import ENDED_SECONDS, PRESENT_SECONDS, ROOM_SECONDS, Store
from tests.live.frozen import FrozenClock
from tests.live.stores import store_at, with_store
from tests.support.loop import in_a_loop
from tests.support.redis_server import RedisServer, redis_server

ROOM = Room(code="ACDEFG", driver_hash="hash")


def test_a_room_is_kept_once_and_read_as_it_was(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        assert await store.read(ROOM.code) is None
        assert await store.create(ROOM) is True
        assert await store.create(ROOM.model_copy(update={"driver_hash": "another"})) is False
        assert await store.read(ROOM.code) == ROOM

    with_store(redis_url, act)


def test_there_are_only_so_many_rooms(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        for code in ("AAAAAA", "CCCCCC"):
            assert await store.create(ROOM.model_copy(update={"code": code}), 2)
        assert await store.create(ROOM.model_copy(update={"code": "DDDDDD"}), 2) is None

    with_store(redis_url, act)


def test_of_many_at_once_exactly_one_swaps(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        await store.create(ROOM)
        rivals = [ROOM.at(f"/?node={number}", paused=False) for number in range(20)]
        swapped = await asyncio.gather(*(store.swap(rival, 1) for rival in rivals))
        assert sum(swapped) == 1
        assert await store.read(ROOM.code) == rivals[swapped.index(True)]
        assert not await store.swap(rivals[0], 1)
        assert not await store.swap(ROOM.model_copy(update={"code": "CCCCCC"}), 1)

    with_store(redis_url, act)


def test_an_offer_survives_being_kept(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        await store.create(ROOM)
        offering = ROOM.offering("KEY", await store.now())
        assert await store.swap(offering, 1)
        assert await store.read(ROOM.code) == offering

    with_store(redis_url, act)


def test_every_change_is_heard_in_order(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        heard: list[Room] = []
        ready = asyncio.Event()

        def hear(room: Room | None) -> None:
            ready.set()
            if room is not None:
                heard.append(room)

        ears = asyncio.create_task(store.listen(hear))
        await asyncio.sleep(0)
        if isinstance(store, RedisStore):
            await ready.wait()
        await store.create(ROOM)
        room = ROOM
        for number in range(10):
            after = room.at(f"/?node={number}", paused=False)
            assert await store.swap(after, room.version)
            room = after
        while len(heard) < 10:
            await asyncio.sleep(0.001)
        assert [one.version for one in heard] == list(range(2, 12))
        ears.cancel()

    with_store(redis_url, act)


def test_a_change_in_one_replica_is_heard_in_the_other(shared_redis: RedisServer) -> None:
    async def act(store: Store) -> None:
        heard = asyncio.Event()
        ready = asyncio.Event()
        async with store_at(shared_redis.url) as other:
            ears = asyncio.create_task(other.listen(lambda room: (heard if room else ready).set()))
            await ready.wait()
            await store.create(ROOM.model_copy(update={"code": "XXXXXX"}))
            await store.swap(ROOM.model_copy(update={"code": "XXXXXX", "version": 2}), 1)
            await heard.wait()
            ears.cancel()

    with_store(shared_redis.url, act)


def test_followers_are_counted_once_each_and_to_a_limit(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        assert await store.enter("ACDEFG", "one", 2) == 1
        assert await store.enter("ACDEFG", "one", 2) == 1
        assert await store.enter("ACDEFG", "two", 2) == 2
        assert await store.enter("ACDEFG", "three", 2) is None
        assert await store.count("ACDEFG") == 2
        assert await store.count("CCCCCC") == 0
        await store.leave("ACDEFG", "one")
        await store.leave("ACDEFG", "nobody")
        assert await store.enter("ACDEFG", "three", 2) == 2

    with_store(redis_url, act)


def test_in_memory_rooms_and_followers_are_forgotten_in_time() -> None:
    async def act() -> None:
        clock = FrozenClock()
        store = MemoryStore(clock)
        await store.create(ROOM, 1)
        clock.advance(ROOM_SECONDS - 1)
        assert await store.swap(ROOM.at("/", paused=False), 1)
        clock.advance(ROOM_SECONDS - 1)
        assert await store.enter(ROOM.code, "one", 1) == 1
        assert await store.enter(ROOM.code, "two", 1) is None
        clock.advance(PRESENT_SECONDS)
        assert await store.read(ROOM.code) is None
        assert await store.create(ROOM, 1)
        assert await store.enter(ROOM.code, "two", 1) == 1
        assert await store.swap(ROOM.ended(), 1)
        clock.advance(ENDED_SECONDS)
        assert await store.create(ROOM.model_copy(update={"code": "CCCCCC"}), 1)
        assert await store.read(ROOM.code) is None

    in_a_loop(act())


def test_in_redis_everything_forgets_itself(shared_redis: RedisServer) -> None:
    import redis

    async def act(store: Store) -> None:
        room = ROOM.model_copy(update={"code": "DDDDDD"})
        await store.create(room)
        await store.enter(room.code, "one", 1)
        with redis.Redis(port=shared_redis.port) as client:
            assert 0 < client.ttl("live:room:DDDDDD") <= ROOM_SECONDS
            assert 0 < client.ttl("live:present:DDDDDD") <= PRESENT_SECONDS
            await store.swap(room.ended(), 1)
            assert 0 < client.ttl("live:room:DDDDDD") <= ENDED_SECONDS

    with_store(shared_redis.url, act)


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.create(ROOM),
        lambda store: store.read("ACDEFG"),
        lambda store: store.swap(ROOM, 1),
        lambda store: store.enter("ACDEFG", "one", 1),
        lambda store: store.leave("ACDEFG", "one"),
        lambda store: store.count("ACDEFG"),
        lambda store: store.now(),
    ],
)
def test_a_dead_redis_is_one_clear_refusal(ask: Callable[[Store], object]) -> None:
    async def act(store: Store) -> None:
        with pytest.raises(Unreachable):
            await ask(store)  # type: ignore[misc]

    with_store("redis://127.0.0.1:1/0", act)


def test_after_a_restart_of_redis_all_is_looked_at_again_and_heard() -> None:
    async def act(store: Store) -> None:
        heard: list[Room | None] = []
        ears = asyncio.create_task(store.listen(heard.append))
        while not heard:
            await asyncio.sleep(0.01)
        await store.create(ROOM)
        server.kill()
        while len(heard) < 2:
            await asyncio.sleep(0.01)
        with pytest.raises(Unreachable):
            await store.read(ROOM.code)
        await asyncio.to_thread(server.start)
        while len(heard) < 3:
            clock.advance(1)
            await asyncio.sleep(0.01)
        assert not any(heard)
        assert await store.read(ROOM.code) is None
        assert await store.create(ROOM)
        assert await store.swap(ROOM.at("/claims", paused=False), 1)
        while not heard[-1]:
            await asyncio.sleep(0.01)
        assert heard[-1].address == "/claims"
        ears.cancel()

    clock = FrozenClock()

    async def run() -> None:
        store = RedisStore(server.url, clock)
        try:
            await act(store)
        finally:
            await store.close()

    with redis_server() as server:
        in_a_loop(run())
