"""Room codes: short, easy to read out and to type on a phone, without characters that look alike."""

from __future__ import annotations

import secrets

LETTERS = "ACDEFGHJKMNPRTVWXY3479"
"""Characters of codes and keys; without 0 O Q, 1 I L, 2 Z, 5 S, 6 8 B and U."""

LENGTH = 6
"""Characters in a room's code: one of 113 million, so that a hundred rooms cannot be found by guessing."""

KEY_LENGTH = 8
"""Characters in the key that hands over control: one of 55 thousand million, with few attempts allowed."""


def new(length: int = LENGTH) -> str:
    """A random, unpredictable code of `length` characters."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def tidy(typed: str) -> str:
    """Normalise a typed code: capitals, without spaces and hyphens."""
    return typed.translate({ord(sign): None for sign in " -–\t"}).upper()


def well_formed(code: str, length: int = LENGTH) -> bool:
    """Whether `code` has the form of a code of `length` characters."""
    return len(code) == length and all(letter in LETTERS for letter in code)
