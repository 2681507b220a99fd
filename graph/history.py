"""Evidence over time: the evidence for an arrow up to a given year, and what changed in a year."""

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
"""The best grade that a paper of each kind can support; papers of other kinds support none by themselves."""


class Turn(StrEnum):
    """How the papers of one year changed the evidence for an arrow."""

    APPEARS = "appears"
    DOUBTED = "doubted"
    HARDENS = "hardens"
    SPLITS = "splits"
    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True)
class EvidenceInYear(Findings):
    """Evidence for an arrow from the papers up to a year. `in_whom` is None if none of them supports it."""

    in_whom: InWhom | None
    contested: bool


@dataclass(frozen=True)
class Change(Findings):
    """A change in the evidence for an arrow in one year, with the papers of that year."""

    arrow: str
    turns: tuple[Turn, ...]


def evidence_in(mechanism: Mechanism, arrow: Arrow, year: int | None = None) -> EvidenceInYear | None:
    """The evidence for `arrow` at the end of `year`.

    The grade `in_whom` is today's grade as soon as a supporting paper of the best kind had been published; before that,
    it is the best kind published so far, but never better than today's grade. An arrow that is contested today counts
    as contested from its first opposing or null paper on, or from its first paper on if there is none.

    Args:
        mechanism: The content.
        arrow: An arrow of the graph.
        year: Last year of publication that counts; all papers if None.

    Returns:
        The evidence, or None before the arrow's first paper.
    """
    known = mechanism.references

    def out(papers: Iterable[str]) -> tuple[str, ...]:
        return tuple(paper for paper in papers if year is None or known[paper].year <= year)

    evidence = arrow.evidence
    supports, opposes, none = out(evidence.supports), out(evidence.opposes), out(evidence.no_difference)
    if not (supports or opposes or none):
        return None
    doubted = bool(opposes or none) or not (evidence.opposes or evidence.no_difference)
    return EvidenceInYear(
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
    """The best grade that any of `papers` can support, as its position in the order of `InWhom`."""
    kinds = (mechanism.references[paper].kind for paper in papers)
    return min(_ORDER.index(_SHOWS.get(kind, InWhom.INFERRED)) for kind in kinds)


def years(mechanism: Mechanism, arrows: Iterable[str] | None = None) -> tuple[int, ...]:
    """Years in which a paper on any of `arrows` (by default, on any arrow) was published, earliest first."""
    ids = mechanism.arrows if arrows is None else arrows
    papers = {paper for id_ in ids for paper in mechanism.arrows[id_].evidence.papers}
    return tuple(sorted({mechanism.references[paper].year for paper in papers}))


def changes(mechanism: Mechanism, arrows: Iterable[str], year: int) -> tuple[Change, ...]:
    """Changes in `year`, in the order of `arrows`; arrows whose evidence did not change are left out."""
    found = []
    for id_ in arrows:
        arrow = mechanism.arrows[id_]
        now, before = evidence_in(mechanism, arrow, year), evidence_in(mechanism, arrow, year - 1)
        if now is None or now == before:
            continue
        had = before or EvidenceInYear((), (), (), in_whom=None, contested=False)
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


def _turns(now: EvidenceInYear, had: EvidenceInYear) -> tuple[Turn, ...]:
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
