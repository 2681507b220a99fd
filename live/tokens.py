"""The driver's token: only its hash is kept, and it is compared in a time that tells nothing."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

BYTES = 24
"""Random bytes of a token: 192 bits, more than the 128 that guessing must face."""


def new() -> str:
    """A token that nobody can guess, in letters that a JSON text takes as they are."""
    return secrets.token_urlsafe(BYTES)


def hashed(secret: str) -> str:
    """What is kept of a token. A fast hash is enough, because the token itself is random."""
    return sha256(secret.encode()).hexdigest()


def matches(secret: str, kept: str) -> bool:
    """Whether `kept` is the hash of `secret`, found out in constant time."""
    return hmac.compare_digest(hashed(secret), kept)
