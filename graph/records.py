"""The records that the mechanism rests on: references, identifiers, claims, experiments and numbers."""

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
    Topic,
    Verdict,
)

Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]


class Verified(Record):
    """What was seen in a source, and where."""

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
    doi: Annotated[Doi | None, Field(description="Only a DOI that was seen; it becomes a link.")] = None
    doi_unseen: Annotated[Doi | None, Field(description="A DOI still to be checked; never a link.")] = None
    pmid: Annotated[str | None, StringConstraints(pattern=r"^\d+$")] = None
    kind: ReferenceKind
    finding: Text
    note: Text | None = None
    verified: Verified
    background: Annotated[bool, Field(description="Kept although nothing cites it yet.")] = False

    @property
    def url(self) -> str | None:
        """Link to the paper, or None where no DOI was seen."""
        return f"https://doi.org/{self.doi}" if self.doi and self.verified.doi else None


class Identifier(Record):
    """A name in a public registry (`identifiers.yaml`)."""

    curie: Curie
    label: Text
    verified: bool
    note: Text | None = None

    @property
    def url(self) -> str | None:
        """Where the Bioregistry resolves it to, or None where id and label were not seen together."""
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
    """A statement of the source articles with its verdict (`claims/`)."""

    id: Id
    claim: Text
    topic: Topic
    step: Id | None = None
    sources: Annotated[tuple[ClaimSource, ...], Field(min_length=1)]
    verdict: Verdict
    why: Text
    plain: Annotated[Text, Field(description="The verdict in one plain sentence.")]
    refs: tuple[Id, ...]
    evidence_level: ClaimEvidence


class Target(Record):
    """What an experiment acts on; with `edge`, only that arrow is cut."""

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
    """A number worth drawing, or a dated event (`numbers.yaml`)."""

    id: Id
    chart: Id
    label: Text
    date: Annotated[str | None, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] = None
    value: float | None = None
    unit: Text | None = None
    low: float | None = None
    high: float | None = None
    comparator: Text | None = None
    comparator_value: float | None = None
    n: Annotated[int | None, Field(ge=1)] = None
    refs: tuple[Id, ...]
    verified: bool
    note: Text | None = None
