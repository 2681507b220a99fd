"""The address is the state: what a query string asks for, and what of it was not understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlencode

from graph.cameras import cameras_of
from graph.content import Mechanism
from graph.history import years
from graph.vocabulary import Level
from ui.facets import LISTINGS, Listing
from ui.focus import Focus as Focus
from ui.focus import Lens as Lens
from ui.ignored import short
from wording.interface import interface

DEFAULT_LEVEL = Level.STUDENT
Ids = tuple[str, ...]
STREAMLITS_OWN = frozenset({"embed", "embed_options"})
MOST_ACCOUNTS = 2
LONGEST_SEARCH = 100
OTHERS: dict[str, Ids] = dict.fromkeys(("about", "context", "treatment", "present"), ()) | {"follow": ("room", "as")}
"""Pages that neither draw the map nor list records, and what their address may hold beside the level."""
ACCOUNTS = "hypotheses"
"""The page of the accounts, whose picture can be that of a year."""
LAB = "what-if"
"""The page where things and arrows are changed."""
TIME = "time"
"""The page of the two clocks."""
CHANGES = ("off", "less", "on")
"""What the lab does to things and arrows, as the address names it: block, halve, switch on."""
MOST_CHANGES = 6
_MAP = ("node", "edge", "lens", "hypothesis")
_MOMENT = "step"
"""Names the moment of the story, on the page of the whole picture."""
_AT = "at"
"""Names the moment that the clocks show."""
_OWN = {"": (_MOMENT,), ACCOUNTS: ("year",), LAB: CHANGES, TIME: (_AT,)}
"""What single pages with a map know beside what all of them do."""


@dataclass(frozen=True)
class Address:
    """A view: its focus, level, lens and accounts, and the parts of the query string that were left out.

    `view` is the closer picture asked for on the page of a step that has several, `moment` that of the story on the
    page of the whole picture, `year` the one that the picture of the accounts is of, None for today, and `time` the
    moment that the clocks show. On a page of records also its filters, the search, and the one record asked for, as
    parameter and id.
    """

    focus: Focus | None = None
    level: Level = DEFAULT_LEVEL
    lens: Lens = Lens.ALL
    hypotheses: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    search: str = ""
    item: tuple[str, str] | None = None
    moment: str = ""
    year: int | None = None
    off: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    view: str = ""
    time: str = ""

    def at(self, focus: Focus | None) -> Address:
        """The same view with another focus."""
        return replace(self, focus=focus)

    def telling(self, moment: str) -> Address:
        """The view of a moment of the story, with nothing else in focus."""
        return replace(self, focus=None, moment=moment)

    def changing(self, off: Ids = (), less: Ids = (), on: Ids = ()) -> Address:
        """The same view with these changes made in the lab."""
        return replace(self, off=off, less=less, on=on)

    @property
    def changes(self) -> dict[str, Ids]:
        """The changes made in the lab, by what is done."""
        return {"off": self.off, "less": self.less, "on": self.on}

    def chosen(self, facet: str) -> tuple[str, ...]:
        """Values that the filter `facet` lets through; none where it lets all through."""
        return dict(self.filters).get(facet, ())

    def toggled(self, facet: str, value: str) -> Address:
        """The same view with a value of a filter switched the other way, and no single record asked for."""
        rest = tuple(one for one in self.chosen(facet) if one != value)
        values = rest if len(rest) < len(self.chosen(facet)) else (*rest, value)
        filters = dict(self.filters) | {facet: values}
        return replace(self, filters=tuple(sorted((name, each) for name, each in filters.items() if each)), item=None)

    def only(self, **filters: str) -> Address:
        """A view of records in the same words, with just these filters."""
        return Address(level=self.level, filters=tuple(sorted((name, (value,)) for name, value in filters.items())))

    def query(self) -> str:
        """The query string of this view, ``?`` included; defaults are left out."""
        query: list[tuple[str, str]] = [(self.focus.kind, self.focus.id)] if self.focus else []
        query += [self.item] if self.item else []
        query += [(_MOMENT, self.moment)] if self.moment else []
        if self.level is not DEFAULT_LEVEL:
            query.append(("level", self.level.value))
        if self.lens is not Lens.ALL:
            query.append(("lens", self.lens.value))
        if self.view:
            query.append(("view", self.view))
        if self.hypotheses:
            query.append(("hypothesis", ",".join(self.hypotheses)))
        if self.year is not None:
            query.append(("year", str(self.year)))
        query += [(name, ",".join(getattr(self, name))) for name in CHANGES if getattr(self, name)]
        query += [(_AT, self.time)] if self.time else []
        query += [(name, ",".join(values)) for name, values in sorted(self.filters)]
        if self.search:
            query.append(("q", self.search))
        return f"?{urlencode(query, safe=',')}"


def picked(pick: str, mechanism: Mechanism) -> Focus | None:
    """The focus that a pick on the map asks for; None where it asks for none, or for an unknown one."""
    kind, _, id_ = pick.partition(":")
    if kind == "node" and id_ in mechanism.things:
        return Focus("node", id_)
    if kind == "edge" and (id_ in mechanism.links or id_ in mechanism.arrows):
        return Focus("edge", id_)
    return None


def year_of(asked: str, mechanism: Mechanism) -> int | None:
    """The year that `asked` names, from the first paper on an arrow to the last; None for anything else."""
    known = years(mechanism)
    in_range = asked.isascii() and asked.isdecimal() and len(asked) == 4 and known[0] <= int(asked) <= known[-1]
    return int(asked) if in_range else None


class _Reading:
    """One pass over raw parameters, gathering what cannot be used."""

    def __init__(self, params: Mapping[str, Sequence[str]], known: Sequence[str]) -> None:
        self.ignored: list[str] = []
        self.first: dict[str, str] = {}
        for name, values in params.items():
            if name in STREAMLITS_OWN:
                continue
            if name not in known:
                self.leave_out(name, values[0] if values else "")
                continue
            for value in values[1:]:
                self.leave_out(name, value)
            if values:
                self.first[name] = values[0]

    def leave_out(self, name: str, value: str) -> None:
        self.ignored.append(f"{short(name)}={short(value)}")

    def focus(self, mechanism: Mechanism) -> Focus | None:
        found = None
        for kind in ("node", "edge"):
            if kind in self.first:
                asked = picked(f"{kind}:{self.first[kind]}", mechanism)
                if asked is None or found is not None:
                    self.leave_out(kind, self.first[kind])
                else:
                    found = asked
        return found

    def word(self, name: str, default: _Word) -> _Word:
        if name not in self.first:
            return default
        try:
            return type(default)(self.first[name])
        except ValueError:
            self.leave_out(name, self.first[name])
            return default

    def hypotheses(self, mechanism: Mechanism) -> tuple[str, ...]:
        found: list[str] = []
        for id_ in self.first["hypothesis"].split(",") if "hypothesis" in self.first else ():
            if id_ in mechanism.hypotheses and id_ not in found and len(found) < MOST_ACCOUNTS:
                found.append(id_)
            else:
                self.leave_out("hypothesis", id_)
        return tuple(found)

    def year(self, mechanism: Mechanism) -> int | None:
        asked = self.first.get("year")
        if asked is None:
            return None
        if (year := year_of(asked, mechanism)) is None:
            self.leave_out("year", asked)
        return year

    def filters(self, mechanism: Mechanism, listing: Listing) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The filters asked for, by name; their values stand in the order of the address."""
        found: dict[str, list[str]] = {}
        for facet in listing.facets:
            options = {str(option) for option in facet.options(mechanism)}
            for value in self.first[facet.name].split(",") if facet.name in self.first else ():
                if value in options and value not in found.get(facet.name, ()):
                    found.setdefault(facet.name, []).append(value)
                else:
                    self.leave_out(facet.name, value)
        return tuple((name, tuple(values)) for name, values in sorted(found.items()))

    def item(self, mechanism: Mechanism, listing: Listing) -> tuple[str, str] | None:
        asked = self.first.get(listing.item)
        if asked is None:
            return None
        if asked not in listing.items(mechanism):
            self.leave_out(listing.item, asked)
            return None
        return listing.item, asked

    def moment(self, mechanism: Mechanism) -> str:
        asked = self.first.get(_MOMENT, "")
        if asked and asked not in mechanism.story:
            self.leave_out(_MOMENT, asked)
            return ""
        return asked

    def changes(self, mechanism: Mechanism) -> dict[str, tuple[str, ...]]:
        """Things and arrows that the lab is to change, by what is done to them; each once."""
        met: set[str] = set()
        found: dict[str, list[str]] = {name: [] for name in CHANGES}
        for name in CHANGES:
            for id_ in self.first[name].split(",") if name in self.first else ():
                known = id_ in mechanism.things or id_ in mechanism.arrows
                if known and id_ not in met and len(met) < MOST_CHANGES:
                    met.add(id_)
                    found[name].append(id_)
                else:
                    self.leave_out(name, id_)
        return {name: tuple(ids) for name, ids in found.items()}

    def time(self) -> str:
        asked = self.first.get(_AT, "")
        if asked not in ("", *interface(DEFAULT_LEVEL).clock.moments):
            self.leave_out(_AT, asked)
            return ""
        return asked

    def view(self, mechanism: Mechanism, path: str) -> str:
        asked = self.first.get("view", "")
        if asked and asked not in cameras_of(mechanism, path):
            self.leave_out("view", asked)
            return ""
        return asked

    def search(self) -> str:
        asked = self.first.get("q", "").strip()
        if len(asked) > LONGEST_SEARCH:
            self.leave_out("q", asked)
            return ""
        return asked


_Word = TypeVar("_Word", Level, Lens)


def read(params: Mapping[str, Sequence[str]], mechanism: Mechanism, path: str = "") -> Address:
    """Understand the raw query parameters of the page at `path`.

    What is unknown, malformed or repeated is named, not obeyed.
    """
    listing = LISTINGS.get(path)
    if listing is not None:
        own: Sequence[str] = (listing.item, "q", *(facet.name for facet in listing.facets))
    else:
        own = OTHERS[path] if path in OTHERS else (*_MAP, *_OWN.get(path, ("view",) if path in mechanism.steps else ()))
    reading = _Reading(params, ("level", *own))
    level = reading.word("level", DEFAULT_LEVEL)
    if listing is not None:
        filters, item = reading.filters(mechanism, listing), reading.item(mechanism, listing)
        search = reading.search()
        return Address(level=level, filters=filters, search=search, item=item, ignored=tuple(reading.ignored))
    focus = reading.focus(mechanism)
    lens, hypotheses = reading.word("lens", Lens.ALL), reading.hypotheses(mechanism)
    moment = "" if path else reading.moment(mechanism)
    view, year = reading.view(mechanism, path), reading.year(mechanism)
    changes, time = reading.changes(mechanism) if path == LAB else {}, reading.time()
    ignored = tuple(reading.ignored)
    found = Address(focus, level, lens, hypotheses, ignored, moment=moment, year=year, view=view, time=time)
    return found.changing(**changes)
