"""What may be refused, and why, in one word that the reader's own words are chosen by."""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """Why something was refused."""

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
    ELSEWHERE = "elsewhere"
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
    Problem.ELSEWHERE: 403,
    Problem.UNREACHABLE: 503,
}
"""The HTTP status of each refusal."""


class Refused(Exception):
    """What was asked is refused; `version` is the room's, where the asker may know it."""

    def __init__(self, problem: Problem, version: int | None = None) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.version = version


class Unreachable(Refused):
    """The store does not answer; what was asked may be asked again."""

    def __init__(self) -> None:
        super().__init__(Problem.UNREACHABLE)
