"""Words of a mechanism that readers see: one file for each level, with the same ids in all."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from graph.models import ArrowId, Id, Record, Text


def capitalised(form: str) -> str:
    """`form` with an initial capital, as at the start of a sentence."""
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
    """Title and description of a step, when it happens, the main doubt about it, and what its page leaves out."""

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
    """Short verb and full sentence of an arrow."""

    verb: Text
    sentence: Text


class Sentence(Record):
    """Sentence about a link that was not found."""

    sentence: Text


class Account(Stated):
    """An account: its name, what it says, and the finding that would count against it."""

    against: Text


class Point(Record):
    """A point that no article makes, and why it matters."""

    point: Text
    matters: Text


class Told(Record):
    """A moment of the story: its title, what happens, in whom it was seen, and the presenter's notes."""

    title: Text
    text: Text
    seen: Text
    note: Text


class TermText(Record):
    """A term as a level calls it, the forms in which it occurs in the level's texts, and its meaning.

    Each form also matches with an initial capital.
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
    """Words of one level for the claims (`verdicts/<level>.yaml`); keys are ids."""

    claims: dict[Id, Judged]


class Words(Record):
    """All words of one level (`words/<level>.yaml`); keys are ids. Empty parts are omitted."""

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
