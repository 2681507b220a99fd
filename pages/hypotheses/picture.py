"""The picture of the accounts: their arrows as of the chosen year, and which of two accounts each belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.account_comparison import Sides, sides
from graph.history import EvidenceInYear, changes, evidence_in, years
from ui.address import ACCOUNTS, Address
from ui.html.cached import cached_html
from ui.params import Id
from ui.reader import Reader

YEAR = Id(
    "year",
    doc="The year that the picture is of, from the first paper to the last; today without one.",
    known=lambda content: [str(year) for year in range(years(content)[0], years(content)[-1] + 1)],
)
MARKS = {"one": "1", "other": "2", "both": "1+2"}
"""Marks beside an arrow, on the map and the page, for the first account, the second, or both."""


@dataclass(frozen=True)
class ArrowState:
    """How the map draws an arrow.

    Attributes:
        side: "core" if every account shares it, "own" for a single chosen account; "one", "other" or "both" for two.
        mark: The mark beside it on the map.
        turns: What the year changed about it.
        in_whom: Who it was shown in; empty if no paper supported the arrow yet.
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
    """The picture of the accounts: arrows by id, parts with their arrow counts, and what the year changed."""

    arrows: dict[str, ArrowState]
    things: dict[str, str]
    says: str


def year_of(address: Address) -> int | None:
    """The year of a view; None for today."""
    return int(address[YEAR]) if address[YEAR] else None


def chosen(reader: Reader) -> tuple[str, ...]:
    """The accounts that the page shows: those in the address, else the default one."""
    return reader.address[ACCOUNTS] or (reader.mechanism.manifest.default_account,)


def sides_of(reader: Reader) -> Sides:
    """The arrows of the accounts that the page shows, by side."""
    return sides(reader.mechanism, reader.whole, chosen(reader))


@cached_html
def account_picture(reader: Reader) -> AccountPicture:
    """What the map shows for the address of `reader`."""
    mechanism, year = reader.mechanism, year_of(reader.address)
    parts, pair = sides_of(reader), len(chosen(reader)) > 1
    turned = {one.arrow: one.turns for one in changes(mechanism, parts.arrows, year)} if year is not None else {}
    arrows = {}
    for side, ids in _by_side(parts, pair):
        for id_ in ids:
            stood = evidence_in(mechanism, mechanism.arrows[id_], year)
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
    """Each side with its arrows; `pair` says whether two accounts are compared."""
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


def _says(reader: Reader, side: str, stood: EvidenceInYear) -> str:
    """An arrow's side, who it was shown in by the year, and its number of papers, as one line."""
    says, year = reader.says, year_of(reader.address)
    counts = says.text.papers_count.format(
        **{"for": len(stood.supports), "against": len(stood.opposes), "null": len(stood.no_difference)}
    )
    shown = says.in_whom[stood.in_whom] if stood.in_whom else says.years.unshown
    when = f"{says.years.by_then.format(year=year)} " if year is not None else ""
    return f"{side_in_words(reader, side)}. {when}{shown} · {counts}"


def summary(reader: Reader, parts: Sides) -> str:
    """One sentence on what the year's papers changed; empty if no year is chosen."""
    year, words = year_of(reader.address), reader.says.years
    if year is None:
        return ""
    count = len(changes(reader.mechanism, parts.arrows, year))
    return (words.summary if count else words.unchanged).format(year=year, count=count)
