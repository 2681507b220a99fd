"""Kinds of address parameters: each parses itself from a query string and writes itself back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Generic, Literal, TypeVar

from graph.content import Mechanism

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)
Pairs = Iterable[tuple[str, str]]
Known = Callable[[Mechanism], Iterable[str]]
LONGEST_SEARCH = 100
SHOWN = 40
"""Length to which unusable names and values are cut when they are quoted back to the reader."""


def short(text: str) -> str:
    """`text` with unprintable characters replaced by dots, cut to `SHOWN` characters."""
    printable = "".join(letter if letter.isprintable() else "·" for letter in text)
    return printable if len(printable) <= SHOWN else printable[:SHOWN] + "…"


@dataclass(frozen=True)
class Focus:
    """The one part or arrow that a view is about."""

    kind: Literal["node", "edge"]
    id: str

    @property
    def pick(self) -> str:
        """Its name on the map: ``node:ID`` or ``edge:ID``."""
        return f"{self.kind}:{self.id}"


@dataclass
class Query:
    """A raw query: the first value of each name that the page accepts, and the parts that could not be used."""

    first: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, raw: Mapping[str, Sequence[str]], known: Iterable[str]) -> Query:
        """Parse the `raw` parameters; unknown names and repeated values are added to the ignored parts."""
        query, names = cls(), set(known)
        for name, values in raw.items():
            if name not in names:
                query.ignore(name, values[0] if values else "")
                continue
            for value in values[1:]:
                query.ignore(name, value)
            if values:
                query.first[name] = values[0]
        return query

    def ignore(self, name: str, value: str) -> None:
        """Record a part that could not be used."""
        self.ignored.append(f"{short(name)}={short(value)}")

    def listed(self, name: str) -> list[str]:
        """The items of a comma-separated value; empty if the parameter is absent."""
        return self.first[name].split(",") if name in self.first else []


@dataclass(frozen=True, eq=False)
class Param(Generic[T]):
    """A parameter of an address.

    Attributes:
        name: Its name in the query string.
        default: Its value if the address does not contain it; a default is never written.
        doc: What it holds, for the documentation of addresses.
        own: Whether it belongs to the reader, so that a room does not share it.
        bound: Whether a Streamlit widget holds it; only the widget may then write it to the address.
    """

    name: str
    default: T
    doc: str
    own: bool = field(default=False, kw_only=True)
    bound: bool = field(default=False, kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it uses in the query string."""
        return (self.name,)

    def read(self, query: Query, content: Mechanism) -> T:
        """Its value in `query`, or its default; unusable values are recorded in `query`."""
        raise NotImplementedError

    def write(self, value: T) -> Pairs:
        """Names and texts of a non-default value."""
        return [(self.name, str(value))]

    def sample(self, content: Mechanism, chance: Random) -> T:
        """A random valid value, drawn with `chance`, for tests that walk through random views."""
        raise NotImplementedError

    def suits(self, value: T, focus: Focus | None, content: Mechanism) -> bool:
        """Whether `value` makes sense with `focus`; if not, it is dropped when the focus changes."""
        del value, focus, content
        return True

    def texts(self, value: T) -> dict[str, str]:
        """Texts that set it to `value`: one for each of its names, empty to remove that name."""
        return dict.fromkeys(self.names, "") | dict(() if value == self.default else self.write(value))


@dataclass(frozen=True, eq=False)
class Choice(Param[Word]):
    """One value of an enumeration."""

    def read(self, query: Query, content: Mechanism) -> Word:
        """The chosen value, or the default."""
        asked = query.first.get(self.name)
        try:
            return self.default if asked is None else type(self.default)(asked)
        except ValueError:
            query.ignore(self.name, asked or "")
            return self.default

    def sample(self, content: Mechanism, chance: Random) -> Word:
        """A random value."""
        return chance.choice(list(type(self.default)))


@dataclass(frozen=True, eq=False)
class Id(Param[str]):
    """One of the ids that `known` returns for the content; empty for none."""

    default: str = ""
    doc: str = field(kw_only=True)
    known: Known = field(kw_only=True)

    def read(self, query: Query, content: Mechanism) -> str:
        """The id, or an empty string."""
        asked = query.first.get(self.name)
        if asked is None or asked in self.known(content):
            return asked or ""
        query.ignore(self.name, asked)
        return ""

    def sample(self, content: Mechanism, chance: Random) -> str:
        """A known id, or an empty string."""
        return chance.choice(["", *self.known(content)])


@dataclass(frozen=True, eq=False)
class Ids(Param[tuple[str, ...]]):
    """Several ids out of `known`, without duplicates, in address order, at most `most` of them."""

    default: tuple[str, ...] = ()
    doc: str = field(kw_only=True)
    known: Known = field(kw_only=True)
    most: int = field(default=1000, kw_only=True)

    def read(self, query: Query, content: Mechanism) -> tuple[str, ...]:
        """The known ids."""
        known, found = set(self.known(content)), list[str]()
        for id_ in query.listed(self.name):
            if id_ in known and id_ not in found and len(found) < self.most:
                found.append(id_)
            else:
                query.ignore(self.name, id_)
        return tuple(found)

    def write(self, value: tuple[str, ...]) -> Pairs:
        """The ids, separated by commas."""
        return [(self.name, ",".join(value))]

    def sample(self, content: Mechanism, chance: Random) -> tuple[str, ...]:
        """Up to two known ids."""
        known = list(self.known(content))
        return tuple(chance.sample(known, min(chance.randrange(3), self.most, len(known))))

    def toggled(self, value: tuple[str, ...], id_: str) -> tuple[str, ...]:
        """Toggle `id_` in `value`; if that makes too many, the oldest is removed."""
        rest = tuple(one for one in value if one != id_)
        return rest if len(rest) < len(value) else (*rest, id_)[-self.most :]


@dataclass(frozen=True, eq=False)
class Text(Param[str]):
    """Free text of at most `longest` characters, stripped of surrounding spaces."""

    default: str = ""
    doc: str = field(kw_only=True)
    longest: int = field(default=LONGEST_SEARCH, kw_only=True)

    def read(self, query: Query, content: Mechanism) -> str:
        """The text, or an empty string if it is too long."""
        asked = query.first.get(self.name, "").strip()
        if len(asked) <= self.longest:
            return asked
        query.ignore(self.name, asked)
        return ""

    def sample(self, content: Mechanism, chance: Random) -> str:
        """A plausible input; often empty."""
        letters = "abc ÄñΩ→&=?#%+'\"<>()!*~;:,./\\@💊"
        return "".join(chance.choice(letters) for _ in range(chance.choice((0, 0, 3, 20, self.longest)))).strip()


@dataclass(frozen=True, eq=False)
class ForBrowser(Text):
    """A parameter that only the browser reads; the server accepts it without using it or passing it on."""

    def read(self, query: Query, content: Mechanism) -> str:
        """An empty string, whatever the address holds."""
        return ""

    def sample(self, content: Mechanism, chance: Random) -> str:
        """An empty string."""
        return ""


@dataclass(frozen=True, eq=False)
class FocusParam(Param[Focus | None]):
    """The selection: a part as `node`, or an arrow as `edge`, but not both."""

    @property
    def names(self) -> tuple[str, ...]:
        """Both ``node`` and ``edge``."""
        return ("node", "edge")

    def read(self, query: Query, content: Mechanism) -> Focus | None:
        """The first of the two that exists in the content."""
        known = {"node": content.things, "edge": {**content.links, **content.arrows}}
        found: Focus | None = None
        for kind in ("node", "edge"):
            if kind not in query.first:
                continue
            asked = query.first[kind]
            if found is None and asked in known[kind]:
                found = Focus("node" if kind == "node" else "edge", asked)
            else:
                query.ignore(kind, asked)
        return found

    def write(self, value: Focus | None) -> Pairs:
        """The id, under the name of its kind."""
        return [(value.kind, value.id)] if value else []

    def sample(self, content: Mechanism, chance: Random) -> Focus | None:
        """A part, an arrow, or None."""
        things, arrows = Focus("node", chance.choice(list(content.things))), chance.choice(list(content.arrows))
        return chance.choice([None, things, Focus("edge", arrows)])
