"""Words of the interface for each level: badges, headings, legends, empty states."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError, model_validator

from graph.documents import read
from graph.exports import EXPORTS
from graph.faults import ContentError, Fault, explain
from graph.models import Record, Text
from graph.vocabulary import (
    ClaimEvidence,
    Directness,
    Effect,
    InWhom,
    Level,
    ReferenceKind,
    Said,
    Strength,
    ThingKind,
    Topic,
    Verdict,
)
from wording.hypotheses import RivalWords, YearWords
from wording.language import Plural
from wording.legend import KeyWords
from wording.live import LiveWords
from wording.pages import (
    AboutWords,
    ClaimsWords,
    ListWords,
    MissingWords,
    PageWords,
    SearchWords,
    ShareWords,
    SourcesWords,
    StepWords,
    StoryWords,
)
from wording.phrases import need_phrases
from wording.scene import SceneWords
from wording.time import ClockWords
from wording.treatment import CrisisWords, TreatmentPageWords
from wording.what_if import LabWords

INTERFACE = Path(__file__).parent.parent / "assets" / "interface"


class HeadWords(Record):
    """What an arrow does, by its sign."""

    increases: Text
    decreases: Text


class Texts(Record):
    """Headings, notices and empty states; placeholders in braces are filled in by the code that shows them."""

    level: Text
    start_title: Text
    start_hint: Text
    steps_title: Text
    step_in_rodents: Text
    step_in_people: Text
    support: Text
    doubt: Text
    acts_on_it: Text
    it_acts_on: Text
    nothing_acts: Text
    acts_on_nothing: Text
    other_accounts: Text
    also_called: Text
    registry: Text
    measured_in: Text
    how_sure: Text
    in_whom: Text
    how_directly: Text
    weakest: Plural
    chain: Text
    supports: Text
    opposes: Text
    no_difference: Text
    none_found: Text
    contested: Text
    note: Text
    finding_unseen: Text
    no_link: Text
    unknown_title: Text
    needed_shown: Text
    enough_shown: Text
    enough_refuted: Text
    high_dose: Text
    marker: Text
    menu_overview: Text
    close: Text
    legend: Text
    legend_increases: Text
    legend_decreases: Text
    legend_modulates: Text
    legend_split: Text
    legend_number: Text
    ignored: Text
    map_label: Plural
    map_label_step: Plural
    elsewhere: Text
    elsewhere_link: Text
    leaves_out: Text
    not_advice: Text
    last_checked: Text
    not_reviewed: Text
    reviewed: Text
    version: Text
    acts: Text
    arrows_count: Text
    papers_count: Text
    keys: Text
    chosen: Text
    twin: Text
    against: Text
    zoom_in: Text
    zoom_out: Text
    lens: Text
    lens_people: Text
    lens_contested: Text
    lens_how: Text
    mark_people: Text
    mark_animals: Text
    mark_inferred: Text
    account: Text
    account_says: Text
    account_adds: Text
    way_up: Text
    way_down: Text
    copy_link: Text
    copied: Text
    cite: Text
    cite_as: Text
    claims_about: Text
    experiments_on: Text
    experiments_count: Plural
    used_by: Text
    all_accounts: Text
    disputed_by: Text
    step_of: Text
    next: Text
    previous: Text
    plain: Text
    plain_skip: Text
    plain_back: Text
    plain_contents: Text
    plain_map: Text
    plain_map_label: Text
    plain_map_things: Plural
    plain_map_arrows: Plural
    plain_on_map: Text
    plain_things: Text
    plain_arrows: Text
    plain_sign: Text
    plain_studies: Text
    plain_absent: Text
    plain_accounts: Text
    plain_rests_on: Text
    plain_claims: Text
    plain_claims_from: Plural
    plain_references: Text


class Interface(Record):
    """All interface words of one level (`assets/interface/<level>.yaml`)."""

    in_whom: dict[InWhom, Text]
    directness: dict[Directness, Text]
    strength: dict[Strength, Text]
    kinds: dict[ThingKind, Text]
    studied: dict[ReferenceKind, Text]
    verdicts: dict[Verdict, Text]
    effects: dict[Effect, Text]
    topics: dict[Topic, Text]
    claim_evidence: dict[ClaimEvidence, Text]
    said: dict[Said, Text]
    head: HeadWords
    text: Texts
    pages: dict[str, PageWords]
    lists: ListWords
    claims: ClaimsWords
    sources: SourcesWords
    exports: Annotated[dict[str, Text], Field(description="What each export is called where it can be downloaded.")]
    step_page: StepWords
    about: AboutWords
    share: ShareWords
    story: StoryWords
    search: SearchWords
    missing: MissingWords
    done_in: Annotated[
        dict[str, Text], Field(description="What an experiment was done in, by its name in the content.")
    ]
    rivals: RivalWords
    years: YearWords
    treatment: TreatmentPageWords
    crisis: CrisisWords
    live: LiveWords
    lab: LabWords
    clock: ClockWords
    scene: SceneWords
    key: KeyWords

    @model_validator(mode="after")
    def _every_word_has_a_phrase(self) -> Interface:
        need_phrases(
            self,
            in_whom=InWhom,
            directness=Directness,
            strength=Strength,
            kinds=ThingKind,
            studied=ReferenceKind,
            verdicts=Verdict,
            effects=Effect,
            topics=Topic,
            claim_evidence=ClaimEvidence,
            said=Said,
        )
        if missing := [one.label for one in EXPORTS.values() if one.label not in self.exports]:
            raise ValueError(f"exports has no phrase for {', '.join(missing)}")
        return self


@cache
def interface(level: Level, folder: Path = INTERFACE) -> Interface:
    """Interface words of `level`. Raises ContentError if the file cannot be used."""
    name = f"{folder.name}/{level.value}.yaml"
    if not (folder.parent / name).exists():
        raise ContentError([Fault("missing-level", name, 1, "", "this level has no interface words", "write the file")])
    document, faults = read(folder.parent / name, name)
    if document is None or faults:
        raise ContentError(faults)
    try:
        return Interface.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(
            Fault(rule, name, document.line(detail["loc"]), ".".join(map(str, detail["loc"])), problem, fix)
            for detail in error.errors(include_url=False)
            for rule, problem, fix in [explain(detail, Texts.model_fields)]
        ) from None


def broken(folder: Path = INTERFACE) -> list[Fault]:
    """Every fault in the interface words, by level; an empty list means that all are valid."""
    found: list[Fault] = []
    for level in Level:
        try:
            interface(level, folder)
        except ContentError as error:
            found += error.faults
    return found
