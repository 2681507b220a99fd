"""What can be done with rooms: open, look, drive, hand over, end. Who may is decided here, and nowhere else."""

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
    """Limits of a house; tests make it small."""

    rooms: int = MOST_ROOMS
    followers: int = MOST_FOLLOWERS


class Rooms:
    """The rooms of a store. `who` is the network address that asks; it is counted, and not kept."""

    def __init__(self, store: Store, clock: Clock | None = None, most: Most | None = None) -> None:
        self.store = store
        self.most = most or Most()
        self.limiter = Limiter(clock or RealClock())
        # Apart from the limiter, which lets go of the soonest when it is full: these last longer than misses, and would
        # push those out, with which guessing began anew.
        self.known = Limiter(clock or RealClock())

    async def open(self, who: str) -> tuple[Room, str]:
        """A new room and its driver's token. Raises Refused."""
        self._slow(OPENING, who)
        self.limiter.count(OPENING, who)
        token = tokens.new()
        for _ in range(_ATTEMPTS):
            room = Room(code=codes.new(), wheel=tokens.hashed(token))
            kept = await self.store.create(room, self.most.rooms)
            if kept:
                return room, token
            if kept is None:
                break
        raise Refused(Problem.NO_ROOM_LEFT)

    async def see(self, typed: str, who: str) -> Room:
        """The room of a code. Raises Refused where there is none; an ended room is one still.

        Once an address has used up its wrong codes, right ones are refused there too, also to followers who have the
        code from the driver: nothing tells them from a guesser who has hit upon it. Whoever follows already goes on.
        """
        self._guessed(typed, who)
        room = await self._read(typed)
        if room is None:
            raise self._missed(typed, who)
        return room

    async def move(self, code: str, who: str, token: str, base: int, address: str, *, paused: bool) -> Room:
        """Move the room to `address`, where `base` is its version still. Raises Refused.

        A message that was sent before is therefore worth nothing, whoever sends it again.
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
        """Hold the wheel out to whoever knows the key that this gives. Raises Refused."""
        key = codes.new(codes.KEY_LENGTH)
        now = await self.store.now()
        return await self._change(code, who, token, lambda room: room.offering(key, now)), key

    async def take(self, code: str, who: str, key: str) -> tuple[Room, str]:
        """Take the wheel with the key of an offer; the token of the driver before is void. Raises Refused."""
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
        """Change the room, again where someone was quicker, as long as `token` drives it."""
        for _ in range(_ATTEMPTS):
            room = await self._driven(code, who, token)
            self._slow(MOVING, room.code)
            self.limiter.count(MOVING, room.code)
            after = change(room)
            if await self.store.swap(after, room.version):
                return after
        raise Refused(Problem.OUTDATED)

    async def _driven(self, code: str, who: str, token: str) -> Room:
        """The room that `token` drives, whatever others at the same address have tried. Raises Refused."""
        room = await self._read(code)
        # Hashed and compared without a room as well, so that the time does not tell whether there is one.
        right = tokens.matches(token, room.wheel if room else "")
        if room is not None and right:
            return room
        # Before the reason is told, which a guesser would learn from: that the room is there, or has ended.
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
        """Refuse where `who` has used up what may be wrong; from memory alone, which tells nothing new of any code."""
        if self.limiter.wait(MISSING, who) > 0:
            raise Refused(Problem.NOT_FOUND if self._is_known(typed, who) else Problem.TOO_MANY)

    def _missed(self, typed: str, who: str) -> Refused:
        """The refusal of a code without a room, counted once for all who ask for it at one address."""
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
    # Neither has a space within, so no two pairs are written alike.
    return f"{who} {codes.tidy(typed)}"
