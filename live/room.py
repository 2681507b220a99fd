"""A room as it is kept, and what may become of it. Every change makes a new room with the next version."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from live import tokens

LONGEST_ADDRESS = 2_000
"""Characters of an address that a room takes."""

TRIES = 5
"""Wrong keys after which an offer of the wheel is void."""

OFFER_SECONDS = 120.0
"""How long an offer of the wheel stands."""


class Status(StrEnum):
    """Whether the room follows the driver, waits, or is over."""

    OPEN = "open"
    PAUSED = "paused"
    ENDED = "ended"


class Offer(BaseModel):
    """The wheel, held out to whoever knows the key; `until` is in seconds of the store's clock."""

    model_config = ConfigDict(frozen=True)

    key: str
    until: float
    tries: int = TRIES


class Room(BaseModel):
    """A room: `address` is its whole state, `version` counts its changes, `wheel` is the hash of the driver's token."""

    model_config = ConfigDict(frozen=True)

    code: str
    wheel: str
    version: int = 1
    address: str = ""
    status: Status = Status.OPEN
    offer: Offer | None = None

    def _next(self, **changes: object) -> Room:
        return self.model_copy(update={"version": self.version + 1, **changes})

    def at(self, address: str, *, paused: bool) -> Room:
        """The room moved to `address`; the same room where nothing changes."""
        status = Status.PAUSED if paused else Status.OPEN
        return self if (address, status) == (self.address, self.status) else self._next(address=address, status=status)

    def offering(self, key: str, now: float) -> Room:
        """The room with its wheel held out to whoever knows `key`."""
        return self._next(offer=Offer(key=tokens.hashed(key), until=now + OFFER_SECONDS))

    def tried(self) -> Room:
        """The room after a wrong key: one try fewer, and after the last no offer."""
        if self.offer is None:
            return self
        left = self.offer.tries - 1
        return self._next(offer=self.offer.model_copy(update={"tries": left}) if left else None)

    def driven_by(self, token: str) -> Room:
        """The room with a new driver; the token before is worth nothing from now on."""
        return self._next(wheel=tokens.hashed(token), offer=None)

    def ended(self) -> Room:
        """The room, over: it keeps nothing but that."""
        return self._next(status=Status.ENDED, address="", wheel="", offer=None)


def leads_within(address: str) -> bool:
    """Whether `address` is a path of this site with its query, and nothing that could lead elsewhere."""
    return (
        len(address) <= LONGEST_ADDRESS
        and address.startswith("/")
        and not address.startswith("//")
        and "\\" not in address
        and "#" not in address
        and not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in address)
    )
