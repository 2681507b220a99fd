"""Reader-facing words of a mechanism: one file for each level, the same ids in all of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from graph.models import ArrowId, Id, Record, Text


def capitalised(form: str) -> str:
    """`form` as it stands at the start of a sentence."""
    return form[:1].upper() + form[1:]


class MechanismWords(Record):
    """Words about the picture as a whole."""

    title: Text
    subtitle: Text
    caption: Text
    leaves_out: Text


class Summary(Record):
    """Name and description of a thing."""

    name: Text
    summary: Text


class StepText(Record):
    """Title and description of a step, when it happens, the main doubt about it, and what is not shown of it."""

    title: Text
    summary: Text
    time_window: Text
    doubt: Text
    leaves_out: Text


class Stated(Record):
    """Title and statement of an account or a caution."""

    title: Text
    sentence: Text


class Spoken(Record):
    """Everyday verb and full sentence of an arrow."""

    verb: Text
    sentence: Text


class Sentence(Record):
    """Sentence about a link that was not found."""

    sentence: Text


class Account(Stated):
    """An account: its name, what it says, and the finding that would speak against it."""

    against: Text


class Point(Record):
    """A point that no article makes, and why it matters."""

    point: Text
    matters: Text


class Told(Record):
    """A moment of the story: its title, what happens, in whom that was seen, and what a presenter may add."""

    title: Text
    text: Text
    seen: Text
    note: Text


class TermText(Record):
    """What a level calls a term, as what it occurs in the level's texts, and what it means.

    A form stands for itself and for itself with a capital at the start of a sentence.
    """

    term: Text
    forms: tuple[Text, ...]
    text: Text


class Judged(Record):
    """A claim, the verdict on it and the reason."""

    claim: Text
    plain: Annotated[Text, Field(description="The verdict in one sentence.")]
    why: Text


class Verdicts(Record):
    """What one level says of the claims (`verdicts/<level>.yaml`); keys are ids."""

    claims: dict[Id, Judged]


class Words(Record):
    """All words of one level (`words/<level>.yaml`); keys are ids. A part that speaks of nothing is left out."""

    mechanism: MechanismWords
    steps: dict[Id, StepText]
    things: dict[Id, Summary]
    arrows: dict[ArrowId, Spoken]
    links: dict[ArrowId, Spoken] = Field(default_factory=dict)
    hypotheses: dict[Id, Account]
    absent: dict[ArrowId, Sentence] = Field(default_factory=dict)
    zones: dict[Id, Text] = Field(default_factory=dict)
    cameras: Annotated[
        dict[Id, Text],
        Field(default_factory=dict, description="Names of the closer pictures."),
    ]
    cautions: dict[Id, Stated] = Field(default_factory=dict)
    unsaid: dict[Id, Point] = Field(default_factory=dict)
    systems: dict[Id, Text] = Field(default_factory=dict)
    glossary: dict[Id, TermText] = Field(default_factory=dict)
    story: dict[Id, Told] = Field(default_factory=dict)
