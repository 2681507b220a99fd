"""The event stream: followers get the state, its changes and signs of life; the driver is told how many follow."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from live.problems import Problem, Refused
from live.rooms import Most
from live.stream import BIG, HEARTBEAT, LONGEST_MS, spread
from tests.live.house import ME, House, in_house, next_state, told


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


def test_a_big_room_asks_for_its_panels_over_a_while() -> None:
    assert spread(0) == spread(BIG) == 0
    assert 0 < spread(BIG + 10) < spread(300) <= LONGEST_MS == spread(10_000)
