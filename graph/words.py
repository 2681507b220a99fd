"""Reader-facing words of a mechanism: one file for each level, the same ids in all of them."""

from __future__ import annotations

from graph.models import ArrowId, Id, Record, Text


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


class Titled(Record):
    """Title and description of a step."""

    title: Text
    summary: Text


class Stated(Record):
    """Title and one-sentence statement of an account."""

    title: Text
    sentence: Text


class Spoken(Record):
    """Everyday verb and full sentence of an arrow."""

    verb: Text
    sentence: Text


class Sentence(Record):
    """Sentence about a link that was not found."""

    sentence: Text


class Words(Record):
    """All words of one level (`words/<level>.yaml`); keys are ids."""

    mechanism: MechanismWords
    steps: dict[Id, Titled]
    things: dict[Id, Summary]
    arrows: dict[ArrowId, Spoken]
    links: dict[ArrowId, Spoken]
    hypotheses: dict[Id, Stated]
    absent: dict[ArrowId, Sentence]
    zones: dict[Id, Text]
