"""The story of the main picture: in the order of time, from cited papers, the same at every level."""

from __future__ import annotations

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level, PictureState
from tests.graph.counted import numbers, sentences

LONGEST = 25
INSIDE_THE_PICTURE = 60
"""Letters that the line about who was studied may have; it stands inside the picture, at 288 px as well."""


def told(content: Mechanism, level: Level, id_: str) -> tuple[str, str, str, str]:
    words = content.words[level].story[id_]
    return words.title, words.text, words.seen, words.note


def test_relief_is_told_before_new_spines(content: Mechanism) -> None:
    """In mice behaviour improved before spines had grown (modasava2019)."""
    lit = {id_: moment.things for id_, moment in content.story.items()}
    order = list(lit)
    first_relief = next(order.index(id_) for id_ in order if "rapid-relief" in lit[id_])
    first_spines = next(order.index(id_) for id_ in order if "new-spines" in lit[id_])
    assert first_relief < first_spines
    grown = (PictureState.ALL, PictureState.DAYS)
    assert not any(content.story[id_].state in grown for id_ in order[: first_relief + 1])


def test_every_step_of_the_cascade_and_every_main_arrow_before_the_fall_is_told(content: Mechanism) -> None:
    steps = {moment.step for moment in content.story.values()}
    assert {step.id for step in content.steps.values() if step.cascade} <= steps
    assert {arrow for moment in content.story.values() for arrow in moment.arrows} == set(content.links)


def test_arrows_of_a_moment_join_things_of_it(content: Mechanism) -> None:
    for id_, moment in content.story.items():
        ends = {end for arrow in moment.arrows for end in (content.links[arrow].source, content.links[arrow].target)}
        assert ends <= {*moment.things}, id_


@pytest.mark.parametrize("level", list(Level))
def test_each_number_stands_in_the_checked_finding_of_a_cited_paper(content: Mechanism, level: Level) -> None:
    stated = 0
    for id_, moment in content.story.items():
        findings = [content.references[paper] for paper in moment.refs]
        known = numbers(one.finding.replace("%", " in 100") for one in findings if one.verified.finding)
        said = numbers(told(content, level, id_))
        assert set(said) <= set(known), (id_, set(said) - set(known))
        stated += len(said)
    assert stated > 5


def test_the_same_numbers_are_told_at_every_level(content: Mechanism) -> None:
    for id_ in content.story:
        student = numbers(told(content, Level.STUDENT, id_))
        assert all(numbers(told(content, level, id_)) == student for level in Level), id_


def test_a_patient_meets_short_sentences(content: Mechanism) -> None:
    for id_ in content.story:
        for text in told(content, Level.PATIENT, id_):
            assert all(len(sentence.split()) <= LONGEST for sentence in sentences(text)), id_


@pytest.mark.parametrize("level", list(Level))
def test_the_line_inside_the_picture_is_short(content: Mechanism, level: Level) -> None:
    for words in content.words[level].story.values():
        assert len(words.seen) <= INSIDE_THE_PICTURE
