"""Rate limits, which a normal talk never reaches and an abuser soon does."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from live.clock import Clock

MOST_FOLLOWERS = 500
"""Most followers of one room."""

MOST_STREAMS = 2_000
"""Most event streams of one process."""

LARGEST_BODY = 4_096
"""Most bytes of a message."""


@dataclass(frozen=True)
class Rate:
    """A burst of `burst` requests, and then one every `seconds`."""

    burst: int
    seconds: float


OPENING = Rate(10, 30.0)
"""Rooms opened from one network address."""
MISSING = Rate(60, 2.0)
"""Wrong codes, tokens and keys from one network address. A whole lecture hall may share one address."""
KNOWN = Rate(1, 600.0)
"""How long repetitions of the same wrong code from one address count as one miss, because the followers of a vanished
room are not guessing. The time is limited, so that nobody can watch ever more codes for a room to open."""
MOVING = Rate(60, 0.05)
"""Messages from one driver."""

_KEPT = 10_000


class Limiter:
    """Counts requests by network address, which it forgets once irrelevant (generic cell rate algorithm).

    Addresses are stored only in memory, as hashes keyed with a secret of this process.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._free: dict[bytes, float] = {}

    def wait(self, rate: Rate, who: str) -> float:
        """Seconds that `who` must wait before the next request, or 0. Counts nothing."""
        free = self._free.get(self._name(rate, who), 0.0)
        return max(0.0, free - self._clock.now() - rate.seconds * (rate.burst - 1))

    def count(self, rate: Rate, who: str) -> None:
        """Count one request by `who`."""
        now, name = self._clock.now(), self._name(rate, who)
        if len(self._free) >= _KEPT:
            self._free = {each: free for each, free in self._free.items() if free > now}
        while len(self._free) >= _KEPT and name not in self._free:
            del self._free[min(self._free, key=lambda each: self._free[each])]
        self._free[name] = max(now, self._free.get(name, 0.0)) + rate.seconds

    def _name(self, rate: Rate, who: str) -> bytes:
        return hmac.digest(self._secret, f"{rate.burst}/{rate.seconds}/{who}".encode(), "sha256")


def network(host: str) -> str:
    """The network that counts as one visitor: the IPv4 address itself, or the first half (/64) of an IPv6 address."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else host
