"""The address is the state: a page's view, parsed from and written to a query string, and the shared parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urlencode

from figures.lens import Lens
from graph.content import Mechanism
from graph.vocabulary import Level
from ui.params import Choice, FocusParam, Ids, Param, Query, Text

T = TypeVar("T")
Params = tuple[Param[Any], ...]

STREAMLITS_OWN = frozenset({"embed", "embed_options"})
"""Query parameters that Streamlit reads and hides from the app."""

DEFAULT_LEVEL = Level.STUDENT
LEVEL = Choice("level", DEFAULT_LEVEL, "Whose words: of a patient, a student or a clinician.", own=True, bound=True)
FOCUS = FocusParam("focus", None, "The one thing (`node`) or arrow (`edge`) that is selected, by its id.")
LENS = Choice("lens", Lens.ALL, "What the picture stresses.", bound=True)
ACCOUNTS = Ids(
    "hypothesis",
    doc="One or two accounts of how ketamine acts, by their ids.",
    known=lambda content: content.hypotheses,
    most=2,
)
SEARCH = Text("q", doc="What the list is searched for.", bound=True)


@dataclass(frozen=True)
class Address:
    """A view of the page at `path`, which accepts `params`.

    `values` holds the values that differ from their defaults, in the order of `params`, which is also the order in
    which they are written; `ignored` names the parts of the query string that could not be used.
    """

    path: str = ""
    params: Params = ()
    values: tuple[tuple[Param[Any], Any], ...] = ()
    ignored: tuple[str, ...] = ()

    def __getitem__(self, param: Param[T]) -> T:
        """The value of `param` in this view."""
        for one, value in self.values:
            if one is param:
                return value  # type: ignore[no-any-return]  # a parameter's values have its type
        return param.default

    def set(self, param: Param[T], value: T) -> Address:
        """Return the same view with another value of `param`."""
        values = dict(self.values) | {param: value}
        ordered = [one for one in self.params if one in values] + [one for one in values if one not in self.params]
        kept = ((one, values[one]) for one in ordered if values[one] != one.default)
        return replace(self, values=tuple(kept))

    def at(self, path: str, params: Params) -> Address:
        """Return this view on the page at `path`, which accepts `params`, without this page's own parameters."""
        return Address(path, params, tuple(pair for pair in self.values if pair[0] in params))

    def suiting(self, content: Mechanism) -> Address:
        """Return this view without values that do not fit its focus."""
        kept = ((one, value) for one, value in self.values if one.suits(value, self[FOCUS], content))
        return replace(self, values=tuple(kept))

    def texts(self) -> dict[str, str]:
        """Names and values as in the query string; defaults are omitted."""
        return {name: text for param, value in self.values for name, text in param.write(value)}

    def query(self) -> str:
        """The query string of this view, including the ``?`` even if nothing follows it."""
        return f"?{urlencode(self.texts(), safe=',')}"

    def href(self, path: str | None = None, root: str = "./") -> str:
        """The address of this view, or of the same values on the page at `path`, relative to `root`."""
        return f"{root}{self.path if path is None else path}{self.query()}".removesuffix("?")


def level_named(word: str) -> Level:
    """The level named `word`, or the default level."""
    return Level(word) if word in set(Level) else DEFAULT_LEVEL


def of_level(level: Level) -> Address:
    """A view that sets only the level."""
    return Address().set(LEVEL, level)


def query_of(level: Level, **values: str) -> str:
    """The query string for `level` and other `values`, including ``?`` unless it is empty."""
    pairs = of_level(level).texts() | dict(sorted(values.items()))
    return f"?{urlencode(pairs, safe=',')}" if pairs else ""


def setting(*values: tuple[Param[Any], Any]) -> str:
    """The ``data-set`` value of a link: parameters with their new values; an empty value removes a parameter."""
    return urlencode({name: text for param, value in values for name, text in param.texts(value).items()}, safe=",")


def read(raw: Mapping[str, Sequence[str]], path: str, params: Params, content: Mechanism) -> Address:
    """Parse the `raw` query parameters of the page at `path`, which accepts `params`.

    Unknown, malformed or repeated parts are listed in `ignored` and otherwise have no effect.
    """
    given = {name: values for name, values in raw.items() if name not in STREAMLITS_OWN}
    query = Query.of(given, (name for param in params for name in param.names))
    values = [(param, param.read(query, content)) for param in params]
    kept = tuple(pair for pair in values if pair[1] != pair[0].default)
    return Address(path, params, kept, tuple(query.ignored))


MOST_NAMED = 5
"""Ignored parts that are listed by name; any more are only counted."""


def ignored_line(ignored: Sequence[str]) -> str:
    """One line naming the parts of an address that were ignored."""
    more = len(ignored) - MOST_NAMED
    return ", ".join(ignored[:MOST_NAMED]) + (f" (+{more})" if more > 0 else "")
