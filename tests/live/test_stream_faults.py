"""The event stream at ends and faults: streams end where the room does, and nobody ends at a wrong view."""

from __future__ import annotations

import asyncio
import random
from contextlib import aclosing

from starlette.types import Message

from live.problems import Unreachable
from live.routes import EventStream
from live.stream import HEARTBEAT, TROUBLE_SECONDS
from tests.live.frozen import FrozenClock
from tests.live.house import ME, Flaky, House, in_house, next_state, told


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
            house.hub.on_change(None)
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
        house.hub.on_change(None)
        assert told(await gone) == ("gone", {"problem": "not-found", "boot": "boot"})
        assert [event async for event in stream] == []

    in_house(act)


def test_whoever_has_gone_is_counted_no_more_also_where_the_store_takes_a_moment() -> None:
    class OnTheNetwork(Flaky):
        async def leave(self, code: str, who: str) -> None:
            await asyncio.sleep(0.01)
            await super().leave(code, who)

    async def act(house: House) -> None:
        room, _ = await house.rooms.open(ME)
        events = house.stream(room.code)
        gone = asyncio.Event()

        async def receive() -> Message:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            pass

        answer = asyncio.create_task(EventStream(await anext(events), events)({"type": "http"}, receive, send))
        await house.clock.until_waiting()
        assert (await house.store.count(room.code), house.streams.open) == (1, 1)
        gone.set()
        await answer
        assert (await house.store.count(room.code), house.streams.open) == (0, 0)

    in_house(act, House(store=OnTheNetwork(FrozenClock())))


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
        ears = asyncio.create_task(house.store.listen(second.hub.on_change))
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
                house.hub.on_change(None)
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
