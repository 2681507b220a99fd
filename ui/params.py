"""Kinds of parameters that an address may hold: each reads itself from a query string and writes itself back."""

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
"""Characters of an unusable name or value that are repeated to the reader."""


def short(text: str) -> str:
    """`text` as a short piece of printable text."""
    printable = "".join(letter if letter.isprintable() else "·" for letter in text)
    return printable if len(printable) <= SHOWN else printable[:SHOWN] + "…"


@dataclass(frozen=True)
class Focus:
    """The one thing or arrow that a view is about."""

    kind: Literal["node", "edge"]
    id: str

    @property
    def pick(self) -> str:
        """The name that the map gives it: ``node:ID`` or ``edge:ID``."""
        return f"{self.kind}:{self.id}"


@dataclass
class Query:
    """A raw query: the first value of each name that the page knows, and the parts that could not be used."""

    first: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, raw: Mapping[str, Sequence[str]], known: Iterable[str]) -> Query:
        """Take apart the `raw` parameters; names that are not `known` and repeated values are ignored by name."""
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
        """Note a part that could not be used."""
        self.ignored.append(f"{short(name)}={short(value)}")

    def listed(self, name: str) -> list[str]:
        """The parts of a comma-separated value; none where the parameter is absent."""
        return self.first[name].split(",") if name in self.first else []


@dataclass(frozen=True, eq=False)
class Param(Generic[T]):
    """A parameter of an address.

    Attributes:
        name: What it is called in the query string.
        default: Its value where the address does not name it; a default is never written.
        doc: What it holds, for the documentation of addresses.
        own: Whether it belongs to the reader, whoever presents: a room does not share it.
        bound: Whether a widget of Streamlit holds it; nobody else may write it into the address.
    """

    name: str
    default: T
    doc: str
    own: bool = field(default=False, kw_only=True)
    bound: bool = field(default=False, kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it has in the query string."""
        return (self.name,)

    def read(self, query: Query, content: Mechanism) -> T:
        """Its value in `query`, or its default; what cannot be used is noted there."""
        raise NotImplementedError

    def write(self, value: T) -> Pairs:
        """Names and texts of a value that is not the default."""
        return [(self.name, str(value))]

    def sample(self, content: Mechanism, chance: Random) -> T:
        """Some value that it may have, chosen by `chance`: tests walk through views that nobody has thought of."""
        raise NotImplementedError

    def suits(self, value: T, focus: Focus | None, content: Mechanism) -> bool:
        """Whether `value` makes sense beside `focus`; one that does not is left out when the focus moves."""
        del value, focus, content
        return True

    def texts(self, value: T) -> dict[str, str]:
        """What sets it to `value`: each of its names with its text, empty where the name is to go."""
        return dict.fromkeys(self.names, "") | dict(() if value == self.default else self.write(value))


@dataclass(frozen=True, eq=False)
class Choice(Param[Word]):
    """One word of an enumeration."""

    def read(self, query: Query, content: Mechanism) -> Word:
        """Its word, or the default."""
        asked = query.first.get(self.name)
        try:
            return self.default if asked is None else type(self.default)(asked)
        except ValueError:
            query.ignore(self.name, asked or "")
            return self.default

    def sample(self, content: Mechanism, chance: Random) -> Word:
        """Any word."""
        return chance.choice(list(type(self.default)))


@dataclass(frozen=True, eq=False)
class Id(Param[str]):
    """One id out of those that `known` gives for the content; empty for none."""

    default: str = ""
    doc: str = field(kw_only=True)
    known: Known = field(kw_only=True)

    def read(self, query: Query, content: Mechanism) -> str:
        """The id, or none."""
        asked = query.first.get(self.name)
        if asked is None or asked in self.known(content):
            return asked or ""
        query.ignore(self.name, asked)
        return ""

    def sample(self, content: Mechanism, chance: Random) -> str:
        """One that is known, or none."""
        return chance.choice(["", *self.known(content)])


@dataclass(frozen=True, eq=False)
class Ids(Param[tuple[str, ...]]):
    """Several ids that are `known`, each once, in the order of the address, at most `most` of them."""

    default: tuple[str, ...] = ()
    doc: str = field(kw_only=True)
    known: Known = field(kw_only=True)
    most: int = field(default=1000, kw_only=True)

    def read(self, query: Query, content: Mechanism) -> tuple[str, ...]:
        """Those that are known."""
        known, found = set(self.known(content)), list[str]()
        for id_ in query.listed(self.name):
            if id_ in known and id_ not in found and len(found) < self.most:
                found.append(id_)
            else:
                query.ignore(self.name, id_)
        return tuple(found)

    def write(self, value: tuple[str, ...]) -> Pairs:
        """The ids with commas between them."""
        return [(self.name, ",".join(value))]

    def sample(self, content: Mechanism, chance: Random) -> tuple[str, ...]:
        """None, one or two."""
        known = list(self.known(content))
        return tuple(chance.sample(known, min(chance.randrange(3), self.most, len(known))))

    def toggled(self, value: tuple[str, ...], id_: str) -> tuple[str, ...]:
        """`value` with `id_` switched the other way; where that makes too many, the earliest goes."""
        rest = tuple(one for one in value if one != id_)
        return rest if len(rest) < len(value) else (*rest, id_)[-self.most :]


@dataclass(frozen=True, eq=False)
class Text(Param[str]):
    """Free text of at most `longest` characters, without spaces around it."""

    default: str = ""
    doc: str = field(kw_only=True)
    longest: int = field(default=LONGEST_SEARCH, kw_only=True)

    def read(self, query: Query, content: Mechanism) -> str:
        """The text, or none where it is too long."""
        asked = query.first.get(self.name, "").strip()
        if len(asked) <= self.longest:
            return asked
        query.ignore(self.name, asked)
        return ""

    def sample(self, content: Mechanism, chance: Random) -> str:
        """What somebody may have typed; often nothing."""
        letters = "abc ÄñΩ→&=?#%+'\"<>()!*~;:,./\\@💊"
        return "".join(chance.choice(letters) for _ in range(chance.choice((0, 0, 3, 20, self.longest)))).strip()


@dataclass(frozen=True, eq=False)
class ForBrowser(Text):
    """A parameter that only the browser reads; the server neither ignores it nor passes it on."""

    def read(self, query: Query, content: Mechanism) -> str:
        """Nothing, whatever it holds."""
        return ""

    def sample(self, content: Mechanism, chance: Random) -> str:
        """Nothing."""
        return ""


@dataclass(frozen=True, eq=False)
class FocusParam(Param[Focus | None]):
    """A thing as `node` or an arrow as `edge`; one of the two."""

    @property
    def names(self) -> tuple[str, ...]:
        """Both."""
        return ("node", "edge")

    def read(self, query: Query, content: Mechanism) -> Focus | None:
        """The first of the two that exists."""
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
        """Under its kind."""
        return [(value.kind, value.id)] if value else []

    def sample(self, content: Mechanism, chance: Random) -> Focus | None:
        """A thing, an arrow, or none."""
        things, arrows = Focus("node", chance.choice(list(content.things))), chance.choice(list(content.arrows))
        return chance.choice([None, things, Focus("edge", arrows)])
