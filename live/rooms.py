"""Operations on rooms: open, read, move, hand over, end. Authorisation is decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from live import codes, tokens
from live.clock import Clock, RealClock
from live.limits import KNOWN, MISSING, MOST_FOLLOWERS, MOVING, OPENING, Limiter, Rate
from live.problems import Problem, Refused
from live.room import Room, Status, leads_within
from live.store import MOST_ROOMS, Store

_ATTEMPTS = 8


@dataclass(frozen=True)
class Most:
    """Limits of a server; tests lower them."""

    rooms: int = MOST_ROOMS
    followers: int = MOST_FOLLOWERS


class Rooms:
    """The rooms of a store.

    In every method `who` is the network address of the sender, which is used for rate limits and not stored; `code` and
    `typed` are room codes, and `token` is the driver's. All methods raise Refused.
    """

    def __init__(self, store: Store, clock: Clock | None = None, most: Most | None = None) -> None:
        self.store = store
        self.most = most or Most()
        self.limiter = Limiter(clock or RealClock())
        # Separate from the limiter, which drops the entries that expire soonest when it is full: these last longer than
        # misses and would displace them, so that guessing could start again.
        self.known = Limiter(clock or RealClock())

    async def open(self, who: str) -> tuple[Room, str]:
        """Open a room. Returns it with its driver's token. Raises Refused."""
        self._slow(OPENING, who)
        self.limiter.count(OPENING, who)
        token = tokens.new()
        for _ in range(_ATTEMPTS):
            room = Room(code=codes.new(), driver_hash=tokens.hashed(token))
            kept = await self.store.create(room, self.most.rooms)
            if kept:
                return room, token
            if kept is None:
                break
        raise Refused(Problem.NO_ROOM_LEFT)

    async def see(self, typed: str, who: str) -> Room:
        """The room with this code. Raises Refused if there is none; an ended room is still returned.

        Once an address has used up its wrong codes, correct codes are refused there too, even to followers who have the
        code from the driver, because nothing distinguishes them from a successful guesser. Existing followers are not
        affected.
        """
        self._guessed(typed, who)
        room = await self._read(typed)
        if room is None:
            raise self._missed(typed, who)
        return room

    async def move(self, code: str, who: str, token: str, base: int, address: str, *, paused: bool) -> Room:
        """Move the room to `address`, if `base` is still its version. Raises Refused.

        A replayed message therefore has no effect.
        """
        if address and not leads_within(address):
            raise Refused(Problem.MALFORMED)
        room = await self._driven(code, who, token)
        self._slow(MOVING, room.code)
        self.limiter.count(MOVING, room.code)
        if room.version != base:
            raise Refused(Problem.OUTDATED, room.version)
        moved = room.at(address, paused=paused)
        if moved is not room and not await self.store.swap(moved, room.version):
            raise Refused(Problem.OUTDATED, (await self._driven(code, who, token)).version)
        return moved

    async def offer(self, code: str, who: str, token: str) -> tuple[Room, str]:
        """Offer control. Returns the room and the key with which someone can take control. Raises Refused."""
        key = codes.new(codes.KEY_LENGTH)
        now = await self.store.now()
        return await self._change(code, who, token, lambda room: room.offering(key, now)), key

    async def take(self, code: str, who: str, key: str) -> tuple[Room, str]:
        """Take control with the key of an offer.

        Returns the room and the new driver's token; the previous driver's becomes invalid. Raises Refused.
        """
        tidied = codes.tidy(key)
        token = tokens.new()
        for _ in range(_ATTEMPTS):
            room = self._open(await self.see(code, who))
            if room.offer is None or room.offer.until <= await self.store.now():
                raise Refused(Problem.NO_OFFER)
            right = tokens.matches(tidied, room.offer.key)
            after = room.driven_by(token) if right else room.tried()
            if await self.store.swap(after, room.version):
                if right:
                    return after, token
                self.limiter.count(MISSING, who)
                raise Refused(Problem.WRONG_KEY)
        raise Refused(Problem.OUTDATED)

    async def end(self, code: str, who: str, token: str) -> Room:
        """End the room. Raises Refused."""
        return await self._change(code, who, token, Room.ended)

    async def drives(self, code: str, who: str, token: str) -> Room:
        """The room, if `token` is its driver's. Raises Refused."""
        return await self._driven(code, who, token)

    async def _change(self, code: str, who: str, token: str, change: Callable[[Room], Room]) -> Room:
        """Change the room, retrying after concurrent changes as long as `token` is the driver's."""
        for _ in range(_ATTEMPTS):
            room = await self._driven(code, who, token)
            self._slow(MOVING, room.code)
            self.limiter.count(MOVING, room.code)
            after = change(room)
            if await self.store.swap(after, room.version):
                return after
        raise Refused(Problem.OUTDATED)

    async def _driven(self, code: str, who: str, token: str) -> Room:
        """The room, if `token` is its driver's, regardless of failed attempts from the same address. Raises Refused."""
        room = await self._read(code)
        # Hash and compare even without a room, so that timing does not reveal whether there is one.
        right = tokens.matches(token, room.driver_hash if room else "")
        if room is not None and right:
            return room
        # Before the reason is given, from which a guesser would learn that the room exists or has ended.
        self._guessed(code, who)
        if room is None:
            raise self._missed(code, who)
        self._open(room)
        self.limiter.count(MISSING, who)
        raise Refused(Problem.NOT_YOURS)

    async def _read(self, typed: str) -> Room | None:
        code = codes.tidy(typed)
        return await self.store.read(code) if codes.well_formed(code) else None

    def _guessed(self, typed: str, who: str) -> None:
        """Refuse if `who` has used up its wrong attempts; uses memory only, so it reveals nothing about any code."""
        if self.limiter.wait(MISSING, who) > 0:
            raise Refused(Problem.NOT_FOUND if self._is_known(typed, who) else Problem.TOO_MANY)

    def _missed(self, typed: str, who: str) -> Refused:
        """The refusal of a code without a room, counted once per code and address."""
        if not self._is_known(typed, who):
            self.known.count(KNOWN, _asked(typed, who))
            self.limiter.count(MISSING, who)
        return Refused(Problem.NOT_FOUND)

    def _is_known(self, typed: str, who: str) -> bool:
        return self.known.wait(KNOWN, _asked(typed, who)) > 0

    def _open(self, room: Room) -> Room:
        if room.status is Status.ENDED:
            raise Refused(Problem.ENDED)
        return room

    def _slow(self, rate: Rate, who: str) -> None:
        if self.limiter.wait(rate, who) > 0:
            raise Refused(Problem.TOO_MANY)


def _asked(typed: str, who: str) -> str:
    # Neither contains a space, so different pairs give different keys.
    return f"{who} {codes.tidy(typed)}"
