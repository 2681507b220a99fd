"""What a request asks for, parsed before the app handles it."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.types import Scope

from graph.vocabulary import Level
from ui.address import LEVEL, level_named


def asked(scope: Scope) -> dict[str, list[str]]:
    """The query parameters of a request, each with all its values."""
    return parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def asked_level(scope: Scope) -> Level:
    """The reader's level that a request asks for, or the default."""
    return level_named(asked(scope).get(LEVEL.name, [""])[0])
