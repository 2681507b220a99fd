"""Records of the page about treatment: its passages, dated rulings, icon arrays and crisis lines.

A passage consists of statements, each with the papers it rests on. Their words are in `passages/<level>.yaml`, under
the same ids.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from graph.models import Id, Record, Text

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Part(StrEnum):
    """Parts of the page, in order."""

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
    """Direction of the trial results for a condition."""

    BETTER = "better"
    BRIEFLY_BETTER = "briefly-better"
    MIXED = "mixed"
    NO_DIFFERENCE = "no-difference"
    UNKNOWN = "unknown"


class Quality(StrEnum):
    """Quality of the best evidence on a condition, from best to worst."""

    LARGE_TRIALS = "large-trials"
    FEW_TRIALS = "few-trials"
    SMALL_TRIALS = "small-trials"
    NEXT_TO_NOTHING = "next-to-nothing"


class Sort(StrEnum):
    """Type of a statement: a finding, an advantage or drawback, something not found, or a question to ask."""

    FINDING = "finding"
    ADVANTAGE = "advantage"
    DRAWBACK = "drawback"
    NOT_FOUND = "not-found"
    QUESTION = "question"


class Country(StrEnum):
    """Where a ruling applies or a crisis line operates."""

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
    """Origin of an interval: published, computed from the counts, or none."""

    REPORTED = "reported"
    WORKED_OUT = "worked-out"
    NONE = "none"


class Statement(Record):
    """A sentence or two of a passage, with the papers behind it."""

    id: Id
    sort: Sort = Sort.FINDING
    refs: tuple[Id, ...] = ()
    numbers: Annotated[tuple[Id, ...], Field(description="Ids of the numbers in numbers.yaml that it states.")] = ()
    leaflet: Annotated[bool, Field(description="Whether it is on the printed leaflet.")] = False


class Evidence(Record):
    """Size, direction and quality of the evidence on a condition."""

    people: Annotated[int | None, Field(ge=1, description="People in the largest study; omit if none.")] = None
    direction: Direction
    quality: Quality
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]


class RouteFacts(Record):
    """Verified figures of a route, as ids of numbers; omit those not found."""

    share: Annotated[Id | None, Field(description="Share of the dose that reaches the blood.")] = None
    peak: Annotated[Id | None, Field(description="Minutes to the peak level in the blood.")] = None


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

    `count` is per hundred people, with the interval from `low` to `high`; it was computed from `events` among `people`.
    """

    count: Annotated[int, Field(ge=0, le=100)]
    low: Annotated[int | None, Field(ge=0, le=100)] = None
    high: Annotated[int | None, Field(ge=0, le=100)] = None
    interval: Interval
    events: Annotated[int | None, Field(ge=0)] = None
    people: Annotated[int | None, Field(ge=1, description="Denominator, if verified for each side.")] = None


class IconArray(Record):
    """A result per hundred people on the drug, and per hundred on the comparator (`arrays.yaml`)."""

    id: Id
    group: Annotated[Id, Field(description="Arrays of one group are shown side by side.")]
    outcome: Outcome
    drug: Id
    route: Id
    comparator: Id
    days: Annotated[int | None, Field(ge=1, description="Time frame; omit if it ran until the event.")] = None
    number: Annotated[Id, Field(description="Id of the number in numbers.yaml that is drawn.")]
    people: Annotated[int | None, Field(ge=1, description="People on both sides; omit if not verified.")] = None
    treated: Arm
    compared: Arm
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]
    where: Annotated[Text, Field(description="Where the counts were found, or how computed.")]

    @property
    def frame(self) -> tuple[str, str, str, int | None]:
        """What benefit and harm must share to be shown side by side: drug, route, comparator and time in days."""
        return self.drug, self.route, self.comparator, self.days


class CrisisLine(Record):
    """A crisis line, shown only to readers who choose its country (`crisis.yaml`)."""

    id: Country
    emergency: Annotated[Text | None, Field(description="Emergency number, if the source gives it.")] = None
    name: Text
    number: Text
    source: Annotated[Text, Field(description="Official source of both numbers.")]
    published: Annotated[PartialDate | None, Field(description="Date of that source, if it has one.")] = None
    seen: Annotated[date, Field(description="Date on which it was checked.")]


class PassageText(Record):
    """Title of a passage, and its statements by id."""

    title: Text
    statements: dict[Id, Text]


class GroupText(Record):
    """Heading and notes of a group of icon arrays.

    `frame` names drug, route, comparator and time; `alone` says that the other side was not measured, if the group
    shows only benefit or only harm; `note` gives the caveats.
    """

    title: Text
    frame: Text
    treated: Text
    compared: Text
    alone: Text | None = None
    note: Text


class TreatmentWords(Record):
    """Words of one level for the page about treatment (`passages/<level>.yaml`); keys are ids."""

    passages: dict[Id, PassageText]
    rulings: dict[Id, Text]
    groups: dict[Id, GroupText]
    arrays: dict[Id, Text]
    crisis: Annotated[dict[Country, Text], Field(description="Name of each country with a line.")]
