"""The state of a room, and its transitions. Rooms are immutable; every change returns a room with the next version."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from live import tokens

LONGEST_ADDRESS = 2_000
"""Most characters of a room's URL."""

TRIES = 5
"""Wrong keys after which an offer of control expires."""

OFFER_SECONDS = 120.0
"""How long an offer of control is valid."""


class Status(StrEnum):
    """Whether the room follows the driver, is paused, or has ended."""

    OPEN = "open"
    PAUSED = "paused"
    ENDED = "ended"


class Offer(BaseModel):
    """An offer of control to whoever knows the key.

    `key` is the hash of the key, `until` the expiry in seconds on the store's clock, and `tries` the attempts left.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    until: float
    tries: int = TRIES


class Room(BaseModel):
    """A room: `address` is the shared URL, `version` counts changes, `driver_hash` hashes the driver's token."""

    model_config = ConfigDict(frozen=True)

    code: str
    driver_hash: str
    version: int = 1
    address: str = ""
    status: Status = Status.OPEN
    offer: Offer | None = None

    def _next(self, **changes: object) -> Room:
        return self.model_copy(update={"version": self.version + 1, **changes})

    def at(self, address: str, *, paused: bool) -> Room:
        """The room moved to `address`; the room itself if nothing changes."""
        status = Status.PAUSED if paused else Status.OPEN
        return self if (address, status) == (self.address, self.status) else self._next(address=address, status=status)

    def offering(self, key: str, now: float) -> Room:
        """The room with an offer of control to whoever knows `key`; `now` is in seconds on the store's clock."""
        return self._next(offer=Offer(key=tokens.hashed(key), until=now + OFFER_SECONDS))

    def tried(self) -> Room:
        """The room after a wrong key: one attempt fewer, and no offer after the last."""
        if self.offer is None:
            return self
        left = self.offer.tries - 1
        return self._next(offer=self.offer.model_copy(update={"tries": left}) if left else None)

    def driven_by(self, token: str) -> Room:
        """The room with a new driver, whose token replaces the previous one."""
        return self._next(driver_hash=tokens.hashed(token), offer=None)

    def ended(self) -> Room:
        """The room after its end, with everything else erased."""
        return self._next(status=Status.ENDED, address="", driver_hash="", offer=None)


def leads_within(address: str) -> bool:
    """Whether `address` is a path on this site, optionally with a query, and cannot lead to another site."""
    return (
        len(address) <= LONGEST_ADDRESS
        and address.startswith("/")
        and not address.startswith("//")
        and "\\" not in address
        and "#" not in address
        and not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in address)
    )
