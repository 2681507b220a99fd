"""Evidence over time: how an arrow stood in a year, by the papers that were out, and what changed in a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.content import Mechanism
from graph.evidence import Findings
from graph.models import Arrow
from graph.vocabulary import InWhom, ReferenceKind

_ORDER = list(InWhom)
_SHOWS = {
    ReferenceKind.HUMAN_RCT: InWhom.HUMAN_TRIAL,
    ReferenceKind.HUMAN_OPEN_LABEL: InWhom.HUMAN_TRIAL,
    ReferenceKind.META_ANALYSIS: InWhom.HUMAN_TRIAL,
    ReferenceKind.LABEL: InWhom.HUMAN_TRIAL,
    ReferenceKind.HUMAN_IMAGING: InWhom.HUMAN_BIOMARKER,
    ReferenceKind.RODENT_IN_VIVO: InWhom.ANIMAL,
    ReferenceKind.ANIMAL: InWhom.ANIMAL,
    ReferenceKind.EX_VIVO_SLICE: InWhom.CELL,
    ReferenceKind.IN_VITRO: InWhom.CELL,
}
"""The most that a paper of a kind can show; of any other kind it shows nothing by itself."""


class Turn(StrEnum):
    """What papers of one year did to an arrow."""

    APPEARS = "appears"
    DOUBTED = "doubted"
    HARDENS = "hardens"
    SPLITS = "splits"
    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True)
class Standing(Findings):
    """An arrow by the papers up to a year. `in_whom` is None where none supported it yet."""

    in_whom: InWhom | None
    contested: bool


@dataclass(frozen=True)
class Change(Findings):
    """What happened to an arrow in a year, and the papers of that year which did it: for, and against."""

    arrow: str
    turns: tuple[Turn, ...]


def standing(mechanism: Mechanism, arrow: Arrow, year: int | None = None) -> Standing | None:
    """How `arrow` stood at the end of `year`, None before its first paper. Without a year: as it stands now.

    In whom: today's grade from the year on in which a paper of the best kind that supports it was out; before that
    the best kind that was out, and never more than today's grade. Contested: where it is so today, from the first
    paper against it on; where no paper is against it, from its first one on.
    """
    known = mechanism.references

    def out(papers: Iterable[str]) -> tuple[str, ...]:
        return tuple(paper for paper in papers if year is None or known[paper].year <= year)

    evidence = arrow.evidence
    supports, opposes, none = out(evidence.supports), out(evidence.opposes), out(evidence.no_difference)
    if not (supports or opposes or none):
        return None
    doubted = bool(opposes or none) or not (evidence.opposes or evidence.no_difference)
    return Standing(
        in_whom=_grade(mechanism, arrow, supports) if supports else None,
        contested=arrow.contested is not None and doubted,
        supports=supports,
        opposes=opposes,
        no_difference=none,
    )


def _grade(mechanism: Mechanism, arrow: Arrow, supports: Iterable[str]) -> InWhom:
    now, best = _best(mechanism, supports), _best(mechanism, arrow.evidence.supports)
    return arrow.strongest_in if now == best else _ORDER[max(now, _ORDER.index(arrow.strongest_in))]


def _best(mechanism: Mechanism, papers: Iterable[str]) -> int:
    """The best that any of `papers` can show, as its place in the order."""
    kinds = (mechanism.references[paper].kind for paper in papers)
    return min(_ORDER.index(_SHOWS.get(kind, InWhom.INFERRED)) for kind in kinds)


def years(mechanism: Mechanism, arrows: Iterable[str] | None = None) -> tuple[int, ...]:
    """Years in which a paper on one of `arrows`, or else on any, came out, earliest first."""
    ids = mechanism.arrows if arrows is None else arrows
    papers = {paper for id_ in ids for paper in mechanism.arrows[id_].evidence.papers}
    return tuple(sorted({mechanism.references[paper].year for paper in papers}))


def changes(mechanism: Mechanism, arrows: Iterable[str], year: int) -> tuple[Change, ...]:
    """What papers of `year` changed on `arrows`: every arrow on which one came out, in the order given."""
    found = []
    for id_ in arrows:
        arrow = mechanism.arrows[id_]
        now, before = standing(mechanism, arrow, year), standing(mechanism, arrow, year - 1)
        if now is None or now == before:
            continue
        had = before or Standing((), (), (), in_whom=None, contested=False)
        found.append(
            Change(
                supports=_new(now.supports, had.supports),
                opposes=_new(now.opposes, had.opposes),
                no_difference=_new(now.no_difference, had.no_difference),
                arrow=id_,
                turns=_turns(now, had),
            )
        )
    return tuple(found)


def _new(now: Iterable[str], had: Sequence[str]) -> tuple[str, ...]:
    return tuple(paper for paper in now if paper not in had)


def _turns(now: Standing, had: Standing) -> tuple[Turn, ...]:
    turns = []
    if now.supports and not had.supports:
        turns.append(Turn.APPEARS)
    elif now.supports and had.in_whom != now.in_whom:
        turns.append(Turn.HARDENS)
    elif len(now.supports) > len(had.supports):
        turns.append(Turn.FOR)
    if not now.supports and not had.against:
        turns.append(Turn.DOUBTED)
    elif now.contested and not had.contested:
        turns.append(Turn.SPLITS)
    elif now.against > had.against:
        turns.append(Turn.AGAINST)
    return tuple(turns)
