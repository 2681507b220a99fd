"""The picture of the accounts: their arrows in the year asked for, and which of two each belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.account_comparison import Sides, sides
from graph.history import Standing, changes, standing, years
from ui.address import ACCOUNTS, Address
from ui.html.cached import kept
from ui.params import Id
from ui.reader import Reader

YEAR = Id(
    "year",
    doc="The year that the picture is of, from the first paper to the last; today without one.",
    known=lambda content: [str(year) for year in range(years(content)[0], years(content)[-1] + 1)],
)
MARKS = {"one": "1", "other": "2", "both": "1+2"}
"""What the map and the page write beside the arrows of the one of two accounts, of the other, or of both."""


@dataclass(frozen=True)
class ArrowState:
    """How the map draws an arrow: whose it is, in whom it was shown, the papers against it, and what says so.

    `side` is "core", "own" of a single account, "one", "other" or "both" of two; `mark` its sign on the map; `turns`
    what the year changed; `in_whom` is empty where no paper supported the arrow yet.
    """

    side: str
    mark: str
    in_whom: str
    contested: bool
    against: int
    turns: tuple[str, ...]
    says: str


@dataclass(frozen=True)
class AccountPicture:
    """The picture of the accounts: arrows by id, things with their arrows counted, and what the year changed."""

    arrows: dict[str, ArrowState]
    things: dict[str, str]
    says: str


def year_of(address: Address) -> int | None:
    """The year that a view is of; None for today."""
    return int(address[YEAR]) if address[YEAR] else None


def chosen(reader: Reader) -> tuple[str, ...]:
    """The accounts that the page shows: those asked for, else the one shown first."""
    return reader.address[ACCOUNTS] or (reader.mechanism.manifest.default_account,)


def sides_of(reader: Reader) -> Sides:
    """The arrows of the accounts that the page shows."""
    return sides(reader.mechanism, reader.whole, chosen(reader))


@kept
def account_picture(reader: Reader) -> AccountPicture:
    """What the map shows for the address of `reader`."""
    mechanism, year = reader.mechanism, year_of(reader.address)
    parts, pair = sides_of(reader), len(chosen(reader)) > 1
    turned = {one.arrow: one.turns for one in changes(mechanism, parts.arrows, year)} if year is not None else {}
    arrows = {}
    for side, ids in _by_side(parts, pair):
        for id_ in ids:
            stood = standing(mechanism, mechanism.arrows[id_], year)
            if stood is not None:
                arrows[id_] = ArrowState(
                    side=side,
                    mark=MARKS.get(side, ""),
                    in_whom=stood.in_whom.value if stood.in_whom else "",
                    contested=stood.contested,
                    against=stood.against,
                    turns=tuple(turn.value for turn in turned.get(id_, ())),
                    says=_says(reader, side, stood),
                )
    ends = {end for id_ in parts.arrows for end in (mechanism.arrows[id_].source, mechanism.arrows[id_].target)}
    drawn = [mechanism.arrows[id_] for id_ in arrows]
    counts = {
        id_: reader.says.text.arrows_count.format(
            into=sum(arrow.target == id_ for arrow in drawn), out=sum(arrow.source == id_ for arrow in drawn)
        )
        for id_ in mechanism.things
        if id_ in ends
    }
    return AccountPicture(arrows, counts, summary(reader, parts))


def _by_side(parts: Sides, pair: bool) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Names of the sides with their arrows."""
    return (
        ("core", parts.core),
        ("one" if pair else "own", parts.only_one),
        ("both", parts.shared),
        ("other", parts.only_other),
    )


def side_in_words(reader: Reader, side: str) -> str:
    """Label for a side: which account its arrows belong to."""
    words = reader.says.rivals
    titles = [reader.mechanism.words[reader.level].hypotheses[id_].title for id_ in chosen(reader)]
    return {
        "core": words.core,
        "own": words.only.format(title=titles[0]),
        "one": words.only.format(title=titles[0]),
        "other": words.only.format(title=titles[-1]),
        "both": words.both,
    }[side]


def _says(reader: Reader, side: str, stood: Standing) -> str:
    """Whose an arrow is, in whom it was shown by the year, and how many papers there were."""
    says, year = reader.says, year_of(reader.address)
    counts = says.text.papers_count.format(
        **{"for": len(stood.supports), "against": len(stood.opposes), "null": len(stood.no_difference)}
    )
    shown = says.in_whom[stood.in_whom] if stood.in_whom else says.years.unshown
    when = f"{says.years.by_then.format(year=year)} " if year is not None else ""
    return f"{side_in_words(reader, side)}. {when}{shown} · {counts}"


def summary(reader: Reader, parts: Sides) -> str:
    """What the papers of the year changed, in a sentence; empty without a year."""
    year, words = year_of(reader.address), reader.says.years
    if year is None:
        return ""
    count = len(changes(reader.mechanism, parts.arrows, year))
    return (words.summary if count else words.unchanged).format(year=year, count=count)
