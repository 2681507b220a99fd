"""The records behind the mechanism: references, identifiers, claims, experiments and numbers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from graph.models import ArrowId, Curie, Id, Record, Text
from graph.vocabulary import (
    Action,
    ClaimEvidence,
    Dose,
    Effect,
    Phase,
    PhaseBasis,
    ReferenceKind,
    Said,
    Topic,
    Verdict,
)

Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]


class Verified(Record):
    """Which fields were verified in a source, and where."""

    doi: bool
    title: bool
    finding: bool
    where: Text


class Reference(Record):
    """A paper, label or notice (`references.yaml`)."""

    id: Id
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    year: Annotated[int, Field(ge=1900, le=2100)]
    title: Text | None = None
    journal: Text
    volume: Text | None = None
    pages: Text | None = None
    doi: Annotated[Doi | None, Field(description="Only a verified DOI; it becomes a link.")] = None
    doi_unseen: Annotated[Doi | None, Field(description="A DOI that is not yet verified; never a link.")] = None
    no_doi: Annotated[Text | None, Field(description="Why there is no DOI: the kind of document it is.")] = None
    pmid: Annotated[str | None, StringConstraints(pattern=r"^\d+$")] = None
    kind: ReferenceKind
    finding: Text
    note: Text | None = None
    verified: Verified
    background: Annotated[bool, Field(description="Kept although nothing cites it yet.")] = False

    @property
    def url(self) -> str | None:
        """Link to the paper, or None without a verified DOI."""
        return f"https://doi.org/{self.doi}" if self.doi and self.verified.doi else None


class Identifier(Record):
    """An identifier in a public registry (`identifiers.yaml`)."""

    curie: Curie
    label: Text
    verified: bool
    note: Text | None = None

    @property
    def url(self) -> str | None:
        """Address at which the Bioregistry resolves it, or None if id and label were not verified together."""
        prefix, _, local = self.curie.partition(":")
        spelt = {"uniprotkb": "uniprot"}.get(prefix.lower(), prefix.lower())
        return f"https://bioregistry.io/{spelt}:{local}" if self.verified else None


class Article(Record):
    """One of the source articles whose claims are graded (`articles.yaml`)."""

    id: Id
    order: Annotated[int, Field(ge=1)]
    title: Text | None
    described_as: Text


class ClaimSource(Record):
    """Where an article makes a claim."""

    article: Id
    where: Text


class Claim(Record):
    """A statement made by source articles, and its verdict (`claims/`); the words of both are in `verdicts/`."""

    id: Id
    topic: Topic
    step: Id | None = None
    sources: Annotated[tuple[ClaimSource, ...], Field(min_length=1)]
    verdict: Verdict
    refs: tuple[Id, ...]
    evidence_level: ClaimEvidence


class Caution(Record):
    """A limitation that is shown together with whatever it concerns (`cautions.yaml`)."""

    id: Id
    order: Annotated[int, Field(ge=1)]
    steps: Annotated[tuple[Id, ...], Field(min_length=1, description="Steps it concerns.")]
    things: Annotated[tuple[Id, ...], Field(description="Things it concerns; [] if it concerns whole steps.")]
    arrows: Annotated[tuple[ArrowId, ...], Field(description="Arrows it concerns.")]
    refs: tuple[Id, ...]


class Unsaid(Record):
    """A point that none of the articles makes and an honest explainer must make (`unsaid.yaml`)."""

    id: Id
    topic: Topic
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]


class Term(Record):
    """A term that is explained wherever it occurs (`glossary.yaml`)."""

    id: Id
    thing: Annotated[Id | None, Field(description="Thing of the graph that it names; omit if none.")] = None
    refs: tuple[Id, ...] = ()


class System(Record):
    """A part of the story, and the articles that cover it (`systems.yaml`)."""

    id: Id
    things: Annotated[tuple[Id, ...], Field(description="Things it stands for; [] if it is not in the graph.")]
    claims: Annotated[tuple[Id, ...], Field(min_length=1, description="Claims about it.")]
    said: Annotated[dict[Id, Said], Field(description="How far each article covers it; omit silent ones.")]


class Target(Record):
    """What an experiment acts on: a thing or, if `edge` is given, only that arrow."""

    node: Id
    action: Action
    edge: ArrowId | None = None


class Experiment(Record):
    """A published intervention on the mechanism (`experiments.yaml`)."""

    id: Id
    tier: Literal["core", "extra"]
    agent: Text
    acts_on: Text
    action: Action
    combined_with_ketamine: bool
    system: Text
    readout: Text
    outcome: Effect
    timing: Text
    ref: Id
    confidence: Literal["verified", "from memory"]
    disputed_by: tuple[Id, ...]
    note: str
    targets: tuple[Target, ...]
    targets_mode: Literal["all", "each"]
    ketamine: bool
    dose: Dose
    comparator: Id
    readout_node: Id | None
    also_readouts: tuple[Id, ...]
    phase: Phase
    phase_basis: PhaseBasis
    readout_hours: Annotated[float | None, Field(ge=0)]
    time_seen: bool
    effect: Effect
    modelable: bool
    why_not: str
    map_note: str


class Number(Record):
    """A number that can be drawn, or a dated event (`numbers.yaml`)."""

    id: Id
    chart: Id
    label: Text
    plain: Annotated[Text | None, Field(description="The label in patients' words, if they differ.")] = None
    date: Annotated[str | None, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] = None
    value: float | None = None
    unit: Text | None = None
    low: float | None = None
    high: float | None = None
    comparator: Text | None = None
    comparator_value: float | None = None
    n: Annotated[int | None, Field(ge=1)] = None
    thing: Annotated[Id | None, Field(description="In the chart `clock`: the thing measured.")] = None
    no_difference: Annotated[bool, Field(description="It was measured, and no difference was found.")] = False
    refs: tuple[Id, ...]
    verified: bool
    note: Text | None = None
