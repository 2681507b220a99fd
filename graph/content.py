"""A mechanism's content, checked and ready to use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.draft import Draft, read_draft
from graph.faults import ContentError, Fault
from graph.illustration import Illustration
from graph.layout import Camera, Layout
from graph.models import AbsentArrow, Arrow, Hypothesis, Manifest, Overview, OverviewLink, Step, Thing
from graph.records import Article, Caution, Claim, Experiment, Identifier, Number, Reference, System, Term, Unsaid
from graph.rules import broken
from graph.vocabulary import Level
from graph.words import Verdicts, Words

CONTENT = Path(__file__).parent.parent / "assets" / "content"
"""Folder that holds one folder for each mechanism."""


@dataclass(frozen=True)
class Mechanism:
    """Everything known about one mechanism. Mappings go from id to record, in file order."""

    folder: Path
    digest: str
    manifest: Manifest
    steps: Mapping[str, Step]
    things: Mapping[str, Thing]
    arrows: Mapping[str, Arrow]
    absent: Mapping[str, AbsentArrow]
    hypotheses: Mapping[str, Hypothesis]
    overview: Overview
    references: Mapping[str, Reference]
    identifiers: Mapping[str, Identifier]
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    systems: Mapping[str, System]
    unsaid: Mapping[str, Unsaid]
    cautions: Mapping[str, Caution]
    glossary: Mapping[str, Term]
    experiments: Mapping[str, Experiment]
    numbers: Mapping[str, Number]
    words: Mapping[Level, Words]
    verdicts: Mapping[Level, Verdicts]
    layouts: Mapping[int, Layout]
    cameras: Mapping[str, Camera]
    illustrations: Mapping[str, Illustration]

    @property
    def links(self) -> Mapping[str, OverviewLink]:
        """Arrows of the main picture by id."""
        return {link.id: link for link in self.overview.links}

    def chain(self, id_: str) -> tuple[Arrow, ...]:
        """The arrows behind `id_`: the chain of an arrow of the main picture, or the arrow itself.

        Raises KeyError where no arrow has this id.
        """
        links = self.links
        return tuple(self.arrows[via] for via in links[id_].via) if id_ in links else (self.arrows[id_],)


def check(folder: Path) -> list[Fault]:
    """Every fault of the content in `folder`, in file order; an empty list means that it can be used."""
    return broken(read_draft(folder))


def load(folder: Path = CONTENT / "ketamine") -> Mechanism:
    """Read the content in `folder`. Raises ContentError, listing every fault, if there is one."""
    draft = read_draft(folder)
    if faults := broken(draft):
        raise ContentError(faults)
    return _mechanism(draft)


def _mechanism(draft: Draft) -> Mechanism:
    def listed(section: str) -> Mapping[str, Any]:
        return MappingProxyType({found.id: found.item for found in draft.all(section)})

    def by_level(section: str) -> Mapping[Level, Any]:
        return MappingProxyType({Level(id_): words for id_, words in listed(section).items()})

    def single(section: str) -> Any:
        return next(draft.all(section)).item

    return Mechanism(
        folder=draft.folder,
        digest=draft.digest,
        manifest=single("mechanism"),
        steps=listed("steps"),
        things=listed("things"),
        arrows=listed("arrows"),
        absent=listed("absent"),
        hypotheses=listed("hypotheses"),
        overview=single("overview"),
        references=listed("references"),
        identifiers=listed("identifiers"),
        articles=listed("articles"),
        claims=listed("claims"),
        systems=listed("systems"),
        unsaid=listed("unsaid"),
        cautions=listed("cautions"),
        glossary=listed("glossary"),
        experiments=listed("experiments"),
        numbers=listed("numbers"),
        words=by_level("words"),
        verdicts=by_level("verdicts"),
        layouts=MappingProxyType({int(id_): layout for id_, layout in listed("layout").items()}),
        cameras=listed("cameras"),
        illustrations=listed("illustrations"),
    )
