"""Records of the page about treatment: its passages, dated rulings, icon arrays and crisis lines.

A passage holds statements, and every statement the papers it rests on. What is said stands in
`passages/<level>.yaml`, by the same ids.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from graph.models import Id, Record, Text

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Part(StrEnum):
    """Parts of the page, in its order."""

    CONDITIONS = "conditions"
    TIMING = "timing"
    ROUTES = "routes"
    SESSION = "session"
    AFTER = "after"
    THERAPY = "therapy"
    COMPARED = "compared"
    SIDE_EFFECTS = "side-effects"
    HARMS = "harms"
    AVOID = "avoid"
    RULINGS = "rulings"
    ACCESS = "access"
    GAPS = "gaps"
    HISTORY = "history"
    QUESTIONS = "questions"


class Direction(StrEnum):
    """Which way the trials of a condition point."""

    BETTER = "better"
    BRIEFLY_BETTER = "briefly-better"
    MIXED = "mixed"
    NO_DIFFERENCE = "no-difference"
    UNKNOWN = "unknown"


class Quality(StrEnum):
    """What the best evidence on a condition is made of; best first."""

    LARGE_TRIALS = "large-trials"
    FEW_TRIALS = "few-trials"
    SMALL_TRIALS = "small-trials"
    NEXT_TO_NOTHING = "next-to-nothing"


class Sort(StrEnum):
    """What a statement is: a finding, one side of a balance, what was not found, or a question to ask."""

    FINDING = "finding"
    ADVANTAGE = "advantage"
    DRAWBACK = "drawback"
    NOT_FOUND = "not-found"
    QUESTION = "question"


class Country(StrEnum):
    """Where a ruling holds, or a crisis line answers."""

    US = "us"
    EU = "eu"
    UK = "uk"
    CANADA = "ca"
    AUSTRALIA = "au"


class RulingKind(StrEnum):
    """What a regulator or another public body decided."""

    APPROVAL = "approval"
    WARNING = "warning"
    FUNDING = "funding"


class Outcome(StrEnum):
    """What an icon array counts."""

    BENEFIT = "benefit"
    HARM = "harm"
    RELAPSE = "relapse"


class Interval(StrEnum):
    """Where an interval comes from: it was printed, or worked out from the counts, or there is none."""

    REPORTED = "reported"
    WORKED_OUT = "worked-out"
    NONE = "none"


class Statement(Record):
    """A sentence or two of a passage, with the papers behind it."""

    id: Id
    sort: Sort = Sort.FINDING
    refs: tuple[Id, ...] = ()
    numbers: Annotated[tuple[Id, ...], Field(description="Numbers of numbers.yaml that it states.")] = ()
    leaflet: Annotated[bool, Field(description="Whether it stands on the printed leaflet.")] = False


class Evidence(Record):
    """Size, direction and quality of the evidence on a condition."""

    people: Annotated[int | None, Field(ge=1, description="People in the largest study; leave out if none.")] = None
    direction: Direction
    quality: Quality
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]


class RouteFacts(Record):
    """Verified figures of a route, as ids of numbers; leave out what was not found."""

    share: Annotated[Id | None, Field(description="Share of the dose that reaches the blood.")] = None
    peak: Annotated[Id | None, Field(description="Minutes to the highest level in the blood.")] = None


class Passage(Record):
    """A passage of the page about treatment (`treatment/`)."""

    id: Id
    part: Part
    claims: Annotated[tuple[Id, ...], Field(description="Claims of the articles that it answers.")] = ()
    unsaid: Annotated[tuple[Id, ...], Field(description="Points left unsaid that it makes.")] = ()
    evidence: Annotated[Evidence | None, Field(description="For a condition.")] = None
    route: Annotated[RouteFacts | None, Field(description="For a route.")] = None
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]


class Ruling(Record):
    """A dated decision of a regulator or another public body (`rulings.yaml`)."""

    id: Id
    date: PartialDate
    country: Country
    kind: RulingKind
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]


class Arm(Record):
    """One side of an icon array.

    `count` of a hundred people; `low` and `high` bound it. `events` of `people` is what was counted.
    """

    count: Annotated[int, Field(ge=0, le=100)]
    low: Annotated[int | None, Field(ge=0, le=100)] = None
    high: Annotated[int | None, Field(ge=0, le=100)] = None
    interval: Interval
    events: Annotated[int | None, Field(ge=0)] = None
    people: Annotated[int | None, Field(ge=1, description="Denominator, where each side's was seen.")] = None


class IconArray(Record):
    """A result among a hundred people who got the drug, and a hundred who got something else (`arrays.yaml`)."""

    id: Id
    group: Annotated[Id, Field(description="Arrays of one group stand side by side.")]
    outcome: Outcome
    drug: Id
    route: Id
    comparator: Id
    days: Annotated[int | None, Field(ge=1, description="Time frame; leave out if it ran until the event.")] = None
    number: Annotated[Id, Field(description="Number of numbers.yaml that is drawn.")]
    people: Annotated[int | None, Field(ge=1, description="People of both sides; leave out if not seen.")] = None
    treated: Arm
    compared: Arm
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]
    where: Annotated[Text, Field(description="Where the counts were seen, or how they were worked out.")]

    @property
    def frame(self) -> tuple[str, str, str, int | None]:
        """What benefit and harm must share to stand side by side: drug, route, comparator and time."""
        return self.drug, self.route, self.comparator, self.days


class CrisisLine(Record):
    """A crisis line, shown only to whoever chooses its country (`crisis.yaml`)."""

    id: Country
    emergency: Annotated[Text | None, Field(description="Emergency number, where the source gives it.")] = None
    name: Text
    number: Text
    source: Annotated[Text, Field(description="Official source in which both numbers were seen.")]
    published: Annotated[PartialDate | None, Field(description="Date of that source, where it has one.")] = None
    seen: Annotated[date, Field(description="Day on which it was seen.")]


class PassageText(Record):
    """Title of a passage, and its statements by id."""

    title: Text
    statements: dict[Id, Text]


class GroupText(Record):
    """What stands above a group of icon arrays.

    `frame` names drug, route, comparator and time; `alone` says that the other side was not measured, where only
    one side stands there; `note` says what to hold against the result.
    """

    title: Text
    frame: Text
    treated: Text
    compared: Text
    alone: Text | None = None
    note: Text


class TreatmentWords(Record):
    """What one level says on the page about treatment (`passages/<level>.yaml`); keys are ids."""

    passages: dict[Id, PassageText]
    rulings: dict[Id, Text]
    groups: dict[Id, GroupText]
    arrays: dict[Id, Text]
    crisis: Annotated[dict[Country, Text], Field(description="Name of each country that has a line.")]
