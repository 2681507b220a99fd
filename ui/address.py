"""The address is the state: what a query string asks for, and what of it was not understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from graph.content import Mechanism
from graph.vocabulary import Level

DEFAULT_LEVEL = Level.STUDENT
STREAMLITS_OWN = frozenset({"embed", "embed_options"})
_SHOWN = 40
_MOST = 5


@dataclass(frozen=True)
class Focus:
    """The one thing or arrow that a view is about."""

    kind: Literal["node", "edge"]
    id: str

    @property
    def pick(self) -> str:
        """The name that the map gives it: ``node:ID`` or ``edge:ID``."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class Address:
    """A view: its focus and level, and the parts of the query string that were left out."""

    focus: Focus | None = None
    level: Level = DEFAULT_LEVEL
    ignored: tuple[str, ...] = ()

    def query(self) -> str:
        """The query string of this view, ``?`` included; defaults are left out."""
        return link(self.focus, self.level)


def link(focus: Focus | None, level: Level) -> str:
    """Relative address of the view of `focus` at `level`."""
    parts: list[tuple[str, str]] = [(focus.kind, focus.id)] if focus else []
    if level is not DEFAULT_LEVEL:
        parts.append(("level", level.value))
    return f"?{urlencode(parts)}" if parts else "?"


def picked(pick: str, mechanism: Mechanism) -> Focus | None:
    """The focus that a pick on the map asks for; None where it asks for none, or for an unknown one."""
    kind, _, id_ = pick.partition(":")
    if kind == "node" and id_ in mechanism.things:
        return Focus("node", id_)
    if kind == "edge" and (id_ in mechanism.links or id_ in mechanism.arrows):
        return Focus("edge", id_)
    return None


def read(params: Mapping[str, Sequence[str]], mechanism: Mechanism) -> Address:
    """Understand the raw query parameters; what is unknown, malformed or repeated is named, not obeyed."""
    ignored: list[str] = []
    first: dict[str, str] = {}
    for name, values in params.items():
        if name in STREAMLITS_OWN:
            continue
        if name not in ("node", "edge", "level"):
            ignored.append(_named(name, values[0] if values else ""))
            continue
        ignored.extend(_named(name, value) for value in values[1:])
        if values:
            first[name] = values[0]
    focus = None
    for kind in ("node", "edge"):
        if kind in first:
            asked = picked(f"{kind}:{first[kind]}", mechanism)
            if asked is None or focus is not None:
                ignored.append(_named(kind, first[kind]))
            else:
                focus = asked
    level = DEFAULT_LEVEL
    if "level" in first:
        try:
            level = Level(first["level"])
        except ValueError:
            ignored.append(_named("level", first["level"]))
    return Address(focus, level, tuple(ignored))


def _named(name: str, value: str) -> str:
    """`name=value` as one short line of printable text."""
    return f"{_short(name)}={_short(value)}"


def _short(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else "·" for letter in text)
    return printable if len(printable) <= _SHOWN else printable[:_SHOWN] + "…"


def ignored_line(ignored: Sequence[str]) -> str:
    """The parts left out, as one line; of many only the first few."""
    more = len(ignored) - _MOST
    return ", ".join(ignored[:_MOST]) + (f" (+{more})" if more > 0 else "")
