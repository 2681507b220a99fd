"""What the map shows of the accounts: their arrows in the year asked for, and which of two each belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.account_comparison import Sides, sides
from graph.history import Standing, changes, standing
from ui.reader import Reader

MARKS = {"one": "1", "other": "2", "both": "1+2"}
"""What the map and the page write beside the arrows of the one of two accounts, of the other, or of both."""


@dataclass(frozen=True)
class State:
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
class Told:
    """The picture of the accounts: arrows by id, things with their arrows counted, and what the year changed."""

    arrows: dict[str, State]
    things: dict[str, str]
    says: str


def chosen(reader: Reader) -> tuple[str, ...]:
    """The accounts that the page shows: those asked for, else the one shown first."""
    return reader.address.hypotheses or (reader.mechanism.manifest.default_account,)


def sides_of(reader: Reader) -> Sides:
    """The arrows of the accounts that the page shows."""
    return sides(reader.mechanism, reader.whole, chosen(reader))


def told(reader: Reader) -> Told:
    """What the map shows for the address of `reader`."""
    mechanism, year = reader.mechanism, reader.address.year
    parts, pair = sides_of(reader), len(chosen(reader)) > 1
    turned = {one.arrow: one.turns for one in changes(mechanism, parts.arrows, year)} if year is not None else {}
    arrows = {}
    for side, ids in _by_side(parts, pair):
        for id_ in ids:
            stood = standing(mechanism, mechanism.arrows[id_], year)
            if stood is not None:
                arrows[id_] = State(
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
    return Told(arrows, counts, summary(reader, parts))


def _by_side(parts: Sides, pair: bool) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Names of the sides with their arrows."""
    return (
        ("core", parts.core),
        ("one" if pair else "own", parts.only_one),
        ("both", parts.shared),
        ("other", parts.only_other),
    )


def side_in_words(reader: Reader, side: str) -> str:
    """Whose the arrows of a side are."""
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
    says, year = reader.says, reader.address.year
    counts = says.text.papers_count.format(
        **{"for": len(stood.supports), "against": len(stood.opposes), "null": len(stood.no_difference)}
    )
    shown = says.in_whom[stood.in_whom] if stood.in_whom else says.years.unshown
    when = f"{says.years.by_then.format(year=year)} " if year is not None else ""
    return f"{side_in_words(reader, side)}. {when}{shown} · {counts}"


def summary(reader: Reader, parts: Sides) -> str:
    """What the papers of the year changed, in a sentence; empty without a year."""
    year, words = reader.address.year, reader.says.years
    if year is None:
        return ""
    count = len(changes(reader.mechanism, parts.arrows, year))
    return (words.summary if count else words.unchanged).format(year=year, count=count)
