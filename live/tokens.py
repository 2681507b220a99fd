"""The driver's token: only its hash is stored, and comparison takes constant time."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

BYTES = 24
"""Random bytes in a token: 192 bits, more than the 128 needed to resist guessing."""


def new() -> str:
    """A random token in URL-safe characters."""
    return secrets.token_urlsafe(BYTES)


def hashed(secret: str) -> str:
    """The hash under which a secret is stored. A fast hash is enough, because the secret is random."""
    return sha256(secret.encode()).hexdigest()


def matches(secret: str, kept: str) -> bool:
    """Whether `kept` is the hash of `secret`, compared in constant time."""
    return hmac.compare_digest(hashed(secret), kept)
