"""The event stream, with clocks that stand still and faults at will: nobody ends at a wrong view."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing

import pytest

from live.clock import Clock
from live.hub import Hub
from live.memory import MemoryStore
from live.problems import Problem, Refused, Unreachable
from live.room import Room
from live.rooms import Most, Rooms
from live.stream import BIG, HEARTBEAT, LONGEST_MS, TROUBLE_SECONDS, Streams, spread
from tests.live.frozen import FrozenClock
from tests.support.loop import in_a_loop

ME = "10.0.0.1"


class Flaky(MemoryStore):
    """A store that may be dead for a while, and forget all."""

    dead = False

    async def read(self, code: str) -> Room | None:
        """The room, where it lives."""
        if self.dead:
            raise Unreachable
        return await super().read(code)

    async def enter(self, code: str, who: str, most: int) -> int | None:
        """Count, where it lives."""
        if self.dead:
            raise Unreachable
        return await super().enter(code, who, most)

    async def leave(self, code: str, who: str) -> None:
        """Count no more, where it lives."""
        if self.dead:
            raise Unreachable
        await super().leave(code, who)


class House:
    """One process: a store, the rooms in it, and their streams."""

    def __init__(self, most: Most | None = None, store: Flaky | None = None, clock: Clock | None = None) -> None:
        self.clock = FrozenClock()
        self.store = store or Flaky(self.clock)
        self.rooms = Rooms(self.store, self.clock, most)
        self.hub = Hub()
        self.streams = Streams(self.rooms, self.hub, clock or self.clock, "boot")

    def stream(self, code: str, seen: int | None = None, *, counted: bool = True) -> AsyncIterator[bytes]:
        """The events for one who has seen version `seen`."""
        return self.streams.events(code, seen=seen, counted=counted)


def told(event: bytes) -> tuple[str, object]:
    """Name and data of an event."""
    lines = dict(line.split(": ", 1) for line in event.decode().strip().splitlines())
    return lines["event"], json.loads(lines["data"])


async def next_state(stream: AsyncIterator[bytes]) -> dict[str, object]:
    """The next state that a stream sends, whatever comes before it."""
    async for event in stream:
        if b"event: state" in event:
            _, data = told(event)
            assert isinstance(data, dict)
            return data
    raise AssertionError("the stream ended")


def in_house(act: Callable[[House], Awaitable[None]], house: House | None = None) -> None:
    async def run() -> None:
        it = house or House()
        ears = asyncio.create_task(it.store.listen(it.hub.heard))
        try:
            await asyncio.wait_for(act(it), 10)
        finally:
            ears.cancel()

    in_a_loop(run())


def test_a_follower_gets_the_whole_state_and_every_change() -> None:
    async def act(house: House) -> None:
        room, token = await house.rooms.open(ME)
        async with aclosing(house.stream(room.code)) as stream:  # type: ignore[type-var]
            assert (await anext(stream)).startswith(b"retry: ")
            assert (await next_state(stream))["address"] == ""
            coming = asyncio.create_task(next_state(stream))
            await house.clock.until_waiting()
            await house.rooms.move(room.code, ME, token, 1, "/?node=ampar", paused=False)
            state = await coming
            assert state == {
                "room": room.code,
                "version": 2,
                "address": "/?node=ampar",
                "status": "open",
                "spread": 0,
                "boot": "boot",
            }
            assert await house.store.count(room.code) == 1
        assert await house.store.count(room.code) == 0

    in_house(act)


def test_whoever_is_slow_gets_the_last_state_and_no_row_of_old_ones() -> None:
    async def act(house: House) -> None:
        room, token = await house.rooms.open(ME)
        async with aclosing(house.stream(room.code)) as stream:  # type: ignore[type-var]
            await next_state(stream)
            for number in range(20):
                await house.rooms.move(room.code, ME, token, number + 1, f"/?node={number}", paused=False)
            assert (await next_state(stream))["version"] == 21

    in_house(act)


def test_catching_up_sends_the_state_unless_it_was_seen() -> None:
    async def act(house: House) -> None:
        room, token = await house.rooms.open(ME)
        await house.rooms.move(room.code, ME, token, 1, "/claims", paused=False)
        for seen in (None, 0, 1, 3, 10**14):
            async with aclosing(house.stream(room.code, seen)) as stream:  # type: ignore[type-var]
                assert (await next_state(stream))["version"] == 2
        async with aclosing(house.stream(room.code, 2)) as stream:  # type: ignore[type-var]
            coming = asyncio.create_task(next_state(stream))
            await house.clock.until_waiting()
            assert not coming.done()
            await house.rooms.move(room.code, ME, token, 2, "/about", paused=False)
            assert (await coming)["address"] == "/about"

    in_house(act)


def test_silence_is_filled_with_signs_of_life_that_also_keep_the_follower_counted() -> None:
    async def act(house: House) -> None:
        room, _ = await house.rooms.open(ME)
        async with aclosing(house.stream(room.code)) as stream:  # type: ignore[type-var]
            await anext(stream)
            await next_state(stream)
            for _ in range(10):
                beat = asyncio.ensure_future(anext(stream))
                await house.clock.until_waiting()
                assert not beat.done()
                house.clock.advance(HEARTBEAT)
                assert told(await beat) == ("alive", {"version": 1})
                assert await house.store.count(room.code) == 1

    in_house(act)


def test_the_driver_is_told_how_many_follow_and_is_not_counted() -> None:
    async def act(house: House) -> None:
        room, _ = await house.rooms.open(ME)
        async with aclosing(house.stream(room.code, counted=False)) as driver:  # type: ignore[type-var]
            await next_state(driver)
            assert told(await anext(driver)) == ("people", 0)
            async with aclosing(house.stream(room.code)) as follower:  # type: ignore[type-var]
                await next_state(follower)
                coming = asyncio.ensure_future(anext(driver))
                await house.clock.until_waiting()
                house.clock.advance(5)
                assert told(await coming) == ("people", 1)

    in_house(act)


def test_a_full_room_refuses_and_keeps_those_who_are_in() -> None:
    async def act(house: House) -> None:
        room, _ = await house.rooms.open(ME)
        async with aclosing(house.stream(room.code)) as stream:  # type: ignore[type-var]
            await next_state(stream)
            with pytest.raises(Refused) as caught:
                await anext(house.stream(room.code))
            assert caught.value.problem is Problem.FULL
            beat = asyncio.ensure_future(anext(stream))
            await house.clock.until_waiting()
            house.clock.advance(HEARTBEAT)
            assert told(await beat) == ("alive", {"version": 1})

    in_house(act, House(Most(followers=1)))


def test_the_end_of_a_room_ends_its_streams() -> None:
    async def act(house: House) -> None:
        room, token = await house.rooms.open(ME)
        stream = house.stream(room.code)
        await next_state(stream)
        await house.rooms.end(room.code, ME, token)
        state = await next_state(stream)
        assert (state["status"], state["address"]) == ("ended", "")
        assert [event async for event in stream] == []
        assert house.streams.open == 0

    in_house(act)


def test_before_the_server_stops_every_stream_says_so_and_ends() -> None:
    async def act(house: House) -> None:
        room, _ = await house.rooms.open(ME)
        stream = house.stream(room.code)
        await next_state(stream)
        last = asyncio.ensure_future(anext(stream))
        await house.clock.until_waiting()
        house.hub.close()
        assert told(await last) == ("restart", {})
        assert [event async for event in stream] == []

    in_house(act)


def test_a_dead_store_is_said_once_and_recovered_from() -> None:
    async def act(house: House) -> None:
        room, token = await house.rooms.open(ME)
        async with aclosing(house.stream(room.code)) as stream:  # type: ignore[type-var]
            await next_state(stream)
            house.store.dead = True
            trouble = asyncio.ensure_future(anext(stream))
            await house.clock.until_waiting()
            house.hub.heard(None)
            assert told(await trouble) == ("trouble", {"problem": "unreachable"})
            coming = asyncio.ensure_future(next_state(stream))
            for _ in range(5):
                await house.clock.until_waiting()
                house.clock.advance(TROUBLE_SECONDS)
                await asyncio.sleep(0)
            assert not coming.done()
            house.store.dead = False
            await house.rooms.move(room.code, ME, token, 1, "/claims", paused=False)
            assert (await coming)["address"] == "/claims"

    in_house(act)


def test_a_store_that_forgot_all_ends_the_room_for_everyone() -> None:
    async def act(house: House) -> None:
        room, _ = await house.rooms.open(ME)
        stream = house.stream(room.code)
        await next_state(stream)
        gone = asyncio.ensure_future(anext(stream))
        await house.clock.until_waiting()
        house.store._rooms.clear()
        house.hub.heard(None)
        assert told(await gone) == ("gone", {"problem": "not-found", "boot": "boot"})
        assert [event async for event in stream] == []

    in_house(act)


def test_a_missed_change_is_found_at_the_next_sign_of_life() -> None:
    async def act(house: House) -> None:
        room, _ = await house.rooms.open(ME)
        async with aclosing(house.stream(room.code)) as stream:  # type: ignore[type-var]
            await next_state(stream)
            coming = asyncio.ensure_future(next_state(stream))
            await house.clock.until_waiting()
            house.store._listeners.clear()  # the change is told to nobody
            assert await house.store.swap(room.at("/claims", paused=False), 1)
            assert not coming.done()
            house.clock.advance(HEARTBEAT)
            assert (await coming)["address"] == "/claims"

    in_house(act)


def test_with_cuts_deaths_and_sleep_everybody_ends_at_the_right_view() -> None:
    """Twenty followers, two replicas with skewed clocks: 5 % of events cut the stream, the store dies, phones sleep."""

    async def act(house: House) -> None:
        chance = random.Random(9)  # noqa: S311 - faults, no secret
        skewed = FrozenClock()
        skewed.advance(86_400)
        second = House(store=house.store, clock=skewed)
        ears = asyncio.create_task(house.store.listen(second.hub.heard))
        await asyncio.sleep(0)
        room, token = await house.rooms.open(ME)
        shown: list[tuple[int, str]] = [(0, "")] * 20
        over = asyncio.Event()

        async def follow(me: int) -> None:
            while not over.is_set():
                try:
                    at = chance.choice((house, second))
                    async with aclosing(at.stream(room.code, shown[me][0] or None)) as stream:  # type: ignore[type-var]
                        async for event in stream:
                            if b"event: state" in event:
                                _, data = told(event)
                                assert isinstance(data, dict)
                                assert data["version"] >= shown[me][0], "the room went back"
                                shown[me] = (data["version"], data["address"])
                            if chance.random() < 0.05:
                                for _ in range(chance.randrange(40)):
                                    await asyncio.sleep(0)
                                break
                except Unreachable:
                    await asyncio.sleep(0)

        followers = [asyncio.create_task(follow(me)) for me in range(20)]
        version = 1
        for number in range(200):
            if number % 40 == 20:
                house.store.dead = True
                house.hub.heard(None)
            if number % 40 == 25:
                house.store.dead = False
            if not house.store.dead:
                moved = await house.rooms.move(room.code, ME, token, version, f"/?node={number}", paused=False)
                version = moved.version
            for clock in (house.clock, skewed):
                clock.advance(1)
            for _ in range(5):
                await asyncio.sleep(0)
        while any(at != (version, "/?node=199") for at in shown):
            for clock in (house.clock, skewed):
                clock.advance(1)
            await asyncio.sleep(0)
        over.set()
        for task in (*followers, ears):
            task.cancel()
        await asyncio.gather(*followers, ears, return_exceptions=True)

    in_house(act)


def test_a_big_room_asks_for_its_panels_over_a_while() -> None:
    assert spread(0) == spread(BIG) == 0
    assert 0 < spread(BIG + 10) < spread(300) <= LONGEST_MS == spread(10_000)
