"""The mechanism's own records: steps, things, arrows, accounts and the main picture.

All models are frozen and reject unknown fields. Ids are kebab-case; an arrow's id is ``source--target``, with a further
``--suffix`` if several arrows join the same things. Their texts are in `graph.words`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from graph.vocabulary import (
    BelRelation,
    Compartment,
    Directness,
    Dose,
    Glyph,
    HypothesisKind,
    InWhom,
    Onset,
    Phase,
    Role,
    Shown,
    Sign,
    Strength,
    ThingKind,
)

CORE = "core"
"""Value in `hypotheses` of an arrow that every account shares."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ArrowId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+--[a-z0-9-]+$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Curie = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]+:[A-Za-z0-9]+$")]


class Record(BaseModel):
    """Base of every content record: immutable, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Manifest(Record):
    """What a content folder is about (`mechanism.yaml`)."""

    id: Id
    main: Annotated[
        bool, Field(description="Whether the pages explain this mechanism; any other is only shown for comparison.")
    ] = False
    version: Annotated[int, Field(ge=1)]
    root: Annotated[Id, Field(description="Thing from which every account starts.")]
    default_account: Annotated[Id, Field(description="Hypothesis shown first.")]
    last_checked: Annotated[date, Field(description="Date the content was last checked against its sources.")]
    reviewed_by: Annotated[tuple[Text, ...], Field(description="Clinicians who reviewed it; [] if none.")]
    funded_by: Annotated[tuple[Text, ...], Field(description="Funders of the content; [] if none is recorded.")]
    known_abbreviations: Annotated[
        tuple[Text, ...], Field(description="Abbreviations that words for patients may use; all others are spelt out.")
    ]
    widths: Annotated[tuple[int, ...], Field(description="Map widths in px for which layout/ has a file.")] = ()


class Step(Record):
    """A step of the cascade, or one of the two groups outside it (`steps.yaml`)."""

    id: Id
    order: Annotated[int, Field(ge=1)]
    cascade: Annotated[bool, Field(description="Whether it is a step of the cascade and has a page.")]
    strength_rodent: Strength
    strength_human: Strength
    strength_note: Text | None = None
    refs: tuple[Id, ...]


class Thing(Record):
    """A node of the graph (`things.yaml`)."""

    id: Id
    full_name: Text
    abbreviation: Text
    kind: ThingKind
    step: Id
    compartment: Compartment
    identifiers: Annotated[tuple[Curie, ...], Field(description="Ids of the thing, or of the gene coding for it.")] = ()
    about: Annotated[tuple[Curie, ...], Field(description="Condition in which an outcome is measured.")] = ()
    glyph: Annotated[Glyph | None, Field(description="Symbol if it has no body; omit for that of its kind.")] = None
    refs: tuple[Id, ...]


class Evidence(Record):
    """Papers that test an arrow. Each paper counts once; an empty list means that none was found."""

    supports: tuple[Id, ...]
    opposes: tuple[Id, ...]
    no_difference: Annotated[tuple[Id, ...], Field(description="Tested, no difference found.")]

    @property
    def papers(self) -> tuple[str, ...]:
        """All papers, in the order supports, opposes, no difference."""
        return (*self.supports, *self.opposes, *self.no_difference)


class Condition(Record):
    """Condition under which an arrow is active."""

    dose: Dose


class Arrow(Record):
    """A signed cause-and-effect link with its evidence: an edge of the graph (`arrows/`)."""

    id: ArrowId
    source: Id
    target: Id
    sign: Sign
    bel: BelRelation
    hypotheses: Annotated[tuple[Id, ...], Field(min_length=1, description="Accounts that it belongs to, or core.")]
    role: Role
    onset: Onset
    phase: Phase
    condition: Condition | None = None
    evidence: Evidence
    strongest_in: InWhom
    directness: Directness
    contested: Annotated[Text | None, Field(description="Why it is disputed; omit if it is not.")] = None
    needed: Shown
    enough: Shown
    experiments: tuple[Id, ...]
    note: Text | None = None


class AbsentArrow(Record):
    """A link that was looked for and not found (`absent.yaml`)."""

    id: ArrowId
    source: Id
    target: Id
    experiments: tuple[Id, ...]
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]


class Hypothesis(Record):
    """An account of how the drug works: the core plus the arrows that name it (`hypotheses.yaml`)."""

    id: Id
    kind: HypothesisKind
    proponents: tuple[Id, ...]
    challengers: tuple[Id, ...]
    rests_on: Annotated[tuple[Id, ...], Field(description="Accounts that are switched on together with it.")] = ()
    dose: Annotated[Dose, Field(description="Dose at which it takes effect.")] = Dose.USUAL


class OverviewThing(Record):
    """A thing in the main picture."""

    id: Id
    after_dose: Annotated[Sign, Field(description="What a usual dose does to it under the default account.")]
    badge: Annotated[int | None, Field(ge=1, le=9, description="Number of the step that it begins.")] = None


class OverviewLink(Record):
    """An arrow in the main picture, and the chain of arrows that it stands for."""

    id: ArrowId
    source: Id
    target: Id
    sign: Sign
    via: Annotated[tuple[ArrowId, ...], Field(min_length=1)]


class Overview(Record):
    """The main picture (`overview.yaml`); things in reading order."""

    things: Annotated[tuple[OverviewThing, ...], Field(min_length=1)]
    links: Annotated[tuple[OverviewLink, ...], Field(min_length=1)]
