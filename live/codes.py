"""Codes of rooms: short, said aloud, typed on a telephone, and without letters that look like others."""

from __future__ import annotations

import secrets

LETTERS = "ACDEFGHJKMNPRTVWXY3479"
"""None of 0 O Q, 1 I L, 2 Z, 5 S, 6 8 B, U."""

LENGTH = 6
"""Letters of a room's code: one of 113 million, so that a hundred rooms are not found by trying."""

KEY_LENGTH = 8
"""Letters of the key that hands over the wheel: one of 55 thousand million, and few tries."""


def new(length: int = LENGTH) -> str:
    """A code that nobody can foretell."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def tidy(typed: str) -> str:
    """`typed` as a code is kept: capitals, without the spaces and hyphens that people put in."""
    return typed.translate({ord(sign): None for sign in " -–\t"}).upper()


def well_formed(code: str, length: int = LENGTH) -> bool:
    """Whether `code` can be one at all."""
    return len(code) == length and all(letter in LETTERS for letter in code)
