"""How certain an arrow is: two axes and a count of papers, never one opaque score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.content import Mechanism
from graph.models import Arrow
from graph.vocabulary import Directness, InWhom

_IN_WHOM = list(InWhom)
_DIRECTNESS = list(Directness)


@dataclass(frozen=True)
class Findings:
    """Ids of papers by what they found, without repetition within a field."""

    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    no_difference: tuple[str, ...]

    @property
    def against(self) -> int:
        """Number of papers that found the opposite or no difference, each counted once."""
        return len({*self.opposes, *self.no_difference})


@dataclass(frozen=True)
class Badge(Findings):
    """Evidence for an arrow, or for the weakest arrow of a chain."""

    in_whom: InWhom
    directness: Directness
    contested: bool


def badge(arrows: Sequence[Arrow]) -> Badge:
    """Badge of a chain of arrows: on each axis the grade of its weakest arrow.

    A paper that supports one arrow of the chain and opposes another is listed under both. Raises ValueError for an
    empty chain.
    """
    return Badge(
        in_whom=max((arrow.strongest_in for arrow in arrows), key=_IN_WHOM.index),
        directness=max((arrow.directness for arrow in arrows), key=_DIRECTNESS.index),
        contested=any(arrow.contested for arrow in arrows),
        supports=_once(paper for arrow in arrows for paper in arrow.evidence.supports),
        opposes=_once(paper for arrow in arrows for paper in arrow.evidence.opposes),
        no_difference=_once(paper for arrow in arrows for paper in arrow.evidence.no_difference),
    )


def _once(papers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(papers))


def shown_finding(mechanism: Mechanism, paper: str) -> str | None:
    """The finding of the paper with id `paper`, or None if it was not verified in a source."""
    reference = mechanism.references[paper]
    return reference.finding if reference.verified.finding else None
