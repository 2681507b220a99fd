"""Error codes of the live API; the interface chooses its message by them."""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """Why a request was refused."""

    NOT_FOUND = "not-found"
    ENDED = "ended"
    FULL = "full"
    NO_ROOM_LEFT = "no-room-left"
    NOT_YOURS = "not-yours"
    OUTDATED = "outdated"
    NO_OFFER = "no-offer"
    WRONG_KEY = "wrong-key"
    MALFORMED = "malformed"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    CROSS_ORIGIN = "cross-origin"
    UNREACHABLE = "unreachable"


STATUS = {
    Problem.NOT_FOUND: 404,
    Problem.ENDED: 410,
    Problem.FULL: 503,
    Problem.NO_ROOM_LEFT: 503,
    Problem.NOT_YOURS: 403,
    Problem.OUTDATED: 409,
    Problem.NO_OFFER: 403,
    Problem.WRONG_KEY: 403,
    Problem.MALFORMED: 400,
    Problem.TOO_LARGE: 413,
    Problem.TOO_MANY: 429,
    Problem.CROSS_ORIGIN: 403,
    Problem.UNREACHABLE: 503,
}
"""HTTP status of each problem."""


class Refused(Exception):
    """A request was refused. `version` is the room's current one, if the sender may know it."""

    def __init__(self, problem: Problem, version: int | None = None) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.version = version


class Unreachable(Refused):
    """The store does not answer; the request may be repeated."""

    def __init__(self) -> None:
        super().__init__(Problem.UNREACHABLE)
