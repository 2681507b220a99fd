"""How much anyone may ask: limits that a talk never meets, and a nuisance soon does."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from live.clock import Clock

MOST_FOLLOWERS = 500
"""Followers of one room."""

MOST_STREAMS = 2_000
"""Event streams of one process."""

LARGEST_BODY = 4_096
"""Bytes of a message."""


@dataclass(frozen=True)
class Rate:
    """`burst` at once, and then one every `seconds`."""

    burst: int
    seconds: float


OPENING = Rate(10, 30.0)
"""Rooms opened from one address."""
MISSING = Rate(60, 2.0)
"""Codes from one address that lead to no room, and tokens or keys that are none. A lecture hall is one address."""
KNOWN = Rate(1, 600.0)
"""How long one code that leads to no room is one miss of an address, however many there ask for it: the followers of a
room that has gone are no guessers. It ends, and so nobody can watch ever more codes for a room that opens there."""
MOVING = Rate(60, 0.05)
"""Messages of one driver."""

_KEPT = 10_000


class Limiter:
    """Counts what was asked, by an address that is forgotten as soon as it matters no more.

    Addresses are kept as hashes with a secret of this process, and only in memory.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._free: dict[bytes, float] = {}

    def wait(self, rate: Rate, who: str) -> float:
        """Seconds that `who` must wait before the next, 0 for none. Counts nothing."""
        free = self._free.get(self._name(rate, who), 0.0)
        return max(0.0, free - self._clock.now() - rate.seconds * (rate.burst - 1))

    def count(self, rate: Rate, who: str) -> None:
        """Count one."""
        now, name = self._clock.now(), self._name(rate, who)
        if len(self._free) >= _KEPT:
            self._free = {each: free for each, free in self._free.items() if free > now}
        while len(self._free) >= _KEPT and name not in self._free:
            del self._free[min(self._free, key=lambda each: self._free[each])]
        self._free[name] = max(now, self._free.get(name, 0.0)) + rate.seconds

    def _name(self, rate: Rate, who: str) -> bytes:
        return hmac.digest(self._secret, f"{rate.burst}/{rate.seconds}/{who}".encode(), "sha256")


def network(host: str) -> str:
    """What of an address is one visitor: of IPv6 the first half, because each has all of the rest."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else host
