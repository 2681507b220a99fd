"""What the content says of its own limits: numbers rest on a paper, and a patient can read every sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from graph.content import Mechanism, folders
from graph.vocabulary import Level
from tests.graph import counted
from tests.graph.counted import abbreviations, sentences
from tests.support.mechanisms import every

NUMBER = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?")
LONGEST = 25


@pytest.fixture(scope="module", params=folders())
def content(request: pytest.FixtureRequest) -> Mechanism:
    return every()[request.param]


def texts(content: Mechanism, level: Level, id_: str) -> tuple[str, ...]:
    """Everything that a level says of a caution or of a point left unsaid."""
    words = content.words[level]
    if id_ in words.cautions:
        return (words.cautions[id_].title, words.cautions[id_].sentence)
    return (words.unsaid[id_].point, words.unsaid[id_].matters)


def refs(content: Mechanism) -> dict[str, tuple[str, ...]]:
    """Papers behind each caution and each point left unsaid."""
    cautions = {id_: one.refs for id_, one in content.cautions.items()}
    return cautions | {id_: one.refs for id_, one in content.unsaid.items()}


def numbers(said: tuple[str, ...]) -> set[str]:
    return {number for one in said for number in NUMBER.findall(one)}


@pytest.mark.parametrize("level", list(Level))
def test_a_number_stands_in_the_checked_finding_of_a_cited_paper(content: Mechanism, level: Level) -> None:
    seen = 0
    for id_, papers in refs(content).items():
        cited = [content.references[paper] for paper in papers]
        known = {str(one.year) for one in cited}.union(
            *({*NUMBER.findall(one.finding), *counted.numbers([one.finding])} for one in cited if one.verified.finding)
        )
        said = numbers(texts(content, level, id_))
        assert said <= known, (id_, said - known)
        seen += len(said)
    assert seen


def test_a_patient_is_told_no_number_that_an_expert_is_not(content: Mechanism) -> None:
    for id_ in refs(content):
        patient = numbers(texts(content, Level.PATIENT, id_))
        assert patient <= numbers((*texts(content, Level.STUDENT, id_), *texts(content, Level.CLINICIAN, id_))), id_


@pytest.mark.parametrize("field", ["time_window", "doubt", "leaves_out"])
def test_a_step_has_the_same_numbers_at_every_level(content: Mechanism, field: str) -> None:
    for id_ in content.steps:
        said = [numbers((getattr(content.words[level].steps[id_], field),)) for level in (Level.PATIENT, Level.STUDENT)]
        assert said[0] == said[1], id_


def for_patients(content: Mechanism) -> Iterator[tuple[str, str]]:
    words = content.words[Level.PATIENT]
    for id_, step in words.steps.items():
        for said in (step.time_window, step.doubt, step.leaves_out):
            yield id_, said
    for id_ in refs(content):
        for said in texts(content, Level.PATIENT, id_):
            yield id_, said
    yield from words.systems.items()


def test_a_patient_meets_short_sentences_without_abbreviations(content: Mechanism) -> None:
    for id_, said in for_patients(content):
        for sentence in sentences(said):
            assert len(sentence.split()) <= LONGEST, (id_, sentence)
        assert abbreviations(said) <= set(content.manifest.known_abbreviations), (id_, said)


def test_a_caution_has_a_title_of_three_to_seven_words(content: Mechanism) -> None:
    for level in Level:
        for id_, words in content.words[level].cautions.items():
            assert 3 <= len(words.title.split()) <= 7, (level, id_)


def test_each_step_has_a_caution(content: Mechanism) -> None:
    assert {step for one in content.cautions.values() for step in one.steps} == set(content.steps)


def rests_on(content: Mechanism, id_: str) -> set[str]:
    """Papers of an arrow and its experiments, or of a thing and the arrows that touch it; and those of the step."""
    if thing := content.things.get(id_):
        arrows = [arrow for arrow in content.arrows.values() if id_ in (arrow.source, arrow.target)]
        papers = {*thing.refs, *content.steps[thing.step].refs}
    else:
        arrows = [content.arrows[id_]]
        papers = {paper for end in (arrows[0].source, arrows[0].target) for paper in content.things[end].refs}
    for arrow in arrows:
        said = arrow.evidence
        papers |= {*said.supports, *said.opposes, *said.no_difference}
        papers |= {content.experiments[one].ref for one in arrow.experiments}
    return papers


def unfounded(content: Mechanism, id_: str, said: tuple[str, ...]) -> set[str]:
    """Numbers of a text that no checked finding behind it states; how many papers say so may be counted, as two."""
    cited = [content.references[paper] for paper in rests_on(content, id_)]
    known = {str(one.year) for one in cited} | {"2", "a day"}
    return set(counted.numbers(said)) - known.union(
        *(counted.numbers([one.finding]) for one in cited if one.verified.finding)
    )


@pytest.mark.parametrize("level", list(Level))
def test_numbers_of_things_and_arrows_stand_in_checked_findings_too(content: Mechanism, level: Level) -> None:
    words = content.words[level]
    said = {id_: (one.summary,) for id_, one in words.things.items()}
    said |= {id_: (one.sentence,) for id_, one in words.arrows.items()}
    assert {id_: odd for id_, texts in said.items() if (odd := unfounded(content, id_, texts))} == {}
    assert unfounded(content, next(iter(content.things)), ("98765 rats",)) == {"98765"}
