"""Guessing codes and tokens is slowed down, and holds up nobody who has the right token."""

from __future__ import annotations

import asyncio

from live import codes, tokens
from live.limits import KNOWN, MISSING
from live.memory import MemoryStore
from live.problems import Problem, Refused
from live.room import Status
from live.rooms import Rooms
from live.store import Store
from tests.live.frozen import FrozenClock
from tests.live.refusals import refused
from tests.live.stores import with_store
from tests.support.loop import in_a_loop

ME, OTHER = "10.0.0.1", "10.0.0.2"


def test_codes_cannot_be_found_by_trying() -> None:
    async def act() -> None:
        clock = FrozenClock()
        rooms = Rooms(MemoryStore(clock), clock)
        room, token = await rooms.open(ME)
        for _ in range(MISSING.burst):
            await refused(rooms.see(codes.new(), OTHER), Problem.NOT_FOUND)
        for _ in range(1_000):
            await refused(rooms.see(codes.new(), OTHER), Problem.TOO_MANY)
        # Not even the right one tells anything now, and nobody else is held up.
        await refused(rooms.see(room.code, OTHER), Problem.TOO_MANY)
        assert await rooms.see(room.code, ME) == room
        assert await rooms.move(room.code, ME, token, 1, "/", paused=False)
        clock.advance(MISSING.seconds)
        assert await rooms.see(room.code, OTHER)
        await refused(rooms.see("ACDEFG", OTHER), Problem.NOT_FOUND)
        await refused(rooms.see(room.code, OTHER), Problem.TOO_MANY)

    in_a_loop(act())


async def use_up(rooms: Rooms, who: str) -> list[str]:
    """Try codes at the address of `who` until no more may be tried; the codes."""
    tried = [f"ACDE{one}{two}" for one in codes.LETTERS for two in codes.LETTERS][: MISSING.burst]
    for code in tried:
        await refused(rooms.see(code, who), Problem.NOT_FOUND)
    await refused(rooms.see("WWWWWW", who), Problem.TOO_MANY)
    return tried


def test_a_driver_is_not_held_up_by_those_who_guess_at_the_same_address(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        rooms = Rooms(store, FrozenClock())
        room, token = await rooms.open(ME)
        await use_up(rooms, ME)
        assert (await rooms.move(room.code, ME, token, 1, "/claims", paused=False)).version == 2
        assert (await rooms.move(room.code, ME, token, 2, "/claims", paused=True)).status is Status.PAUSED
        assert (await rooms.drives(room.code, ME, token)).version == 3
        outdated = await refused(rooms.move(room.code, ME, token, 1, "/", paused=False), Problem.OUTDATED)
        assert outdated.version == 3
        offered, _ = await rooms.offer(room.code, ME, token)
        assert offered.offer is not None
        assert (await rooms.end(room.code, ME, token)).status is Status.ENDED
        # A room can be opened there and driven, too.
        again, token = await rooms.open(ME)
        assert (await rooms.move(again.code, ME, token, 1, "/claims", paused=False)).version == 2

    with_store(redis_url, act)


def test_no_deed_tells_a_guesser_that_a_room_is_there(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        rooms = Rooms(store, FrozenClock())
        room, token = await rooms.open(ME)
        over, last = await rooms.open(ME)
        await rooms.end(over.code, ME, last)
        await rooms.offer(room.code, ME, token)
        await use_up(rooms, OTHER)
        for code in (room.code, over.code, "WWWWWW"):
            await refused(rooms.see(code, OTHER), Problem.TOO_MANY)
            await refused(rooms.drives(code, OTHER, tokens.new()), Problem.TOO_MANY)
            await refused(rooms.move(code, OTHER, tokens.new(), 1, "/", paused=False), Problem.TOO_MANY)
            await refused(rooms.offer(code, OTHER, tokens.new()), Problem.TOO_MANY)
            await refused(rooms.end(code, OTHER, ""), Problem.TOO_MANY)
            await refused(rooms.take(code, OTHER, "ACDEFGHJ"), Problem.TOO_MANY)

    with_store(redis_url, act)


def test_tokens_cannot_be_found_by_trying(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        rooms = Rooms(store, FrozenClock())
        room, token = await rooms.open(ME)
        # Wrong tokens count each, also the same one again, unlike codes.
        for _ in range(MISSING.burst):
            await refused(rooms.drives(room.code, OTHER, "guess"), Problem.NOT_YOURS)
        await refused(rooms.drives(room.code, OTHER, "guess"), Problem.TOO_MANY)
        assert await rooms.drives(room.code, OTHER, token) == room

    with_store(redis_url, act)


def test_the_followers_of_a_room_that_has_gone_are_one_miss(redis_url: str | None) -> None:
    async def act(store: Store) -> None:
        rooms = Rooms(store, FrozenClock())
        asked = await asyncio.gather(*(rooms.see("ACDEFG", ME) for _ in range(300)), return_exceptions=True)
        assert [each.problem for each in asked if isinstance(each, Refused)] == [Problem.NOT_FOUND] * 300
        await refused(rooms.see("acd-efg", ME), Problem.NOT_FOUND)
        await refused(rooms.end("ACDEFG", ME, tokens.new()), Problem.NOT_FOUND)
        room, token = await rooms.open(ME)
        assert await rooms.see(room.code, ME) == room
        assert await rooms.move(room.code, ME, token, 1, "/claims", paused=False)
        for _ in range(MISSING.burst - 1):
            await refused(rooms.see(codes.new(), ME), Problem.NOT_FOUND)
        await refused(rooms.see(codes.new(), ME), Problem.TOO_MANY)
        # That it is not there was told before, so telling it again tells a guesser nothing.
        await refused(rooms.see("ACDEFG", ME), Problem.NOT_FOUND)
        await refused(rooms.see(room.code, ME), Problem.TOO_MANY)
        assert not any(told in str(vars(rooms.known)) for told in ("10.0.0.1", "ACDEFG"))

    with_store(redis_url, act)


def test_a_code_that_was_tried_is_a_miss_again_in_time_and_elsewhere() -> None:
    async def act() -> None:
        clock = FrozenClock()
        rooms = Rooms(MemoryStore(clock), clock)
        tried = await use_up(rooms, ME)
        for code in tried:
            await refused(rooms.see(code, ME), Problem.NOT_FOUND)
        await use_up(rooms, OTHER)
        clock.advance(KNOWN.seconds)
        await use_up(rooms, ME)

    in_a_loop(act())
