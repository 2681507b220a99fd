"""The three levels speak of the same things and state the same numbers, in the words of each."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph.content import Mechanism
from graph.models import Record
from graph.vocabulary import Level
from graph.words import StepText, Words
from tests.graph.counted import WRONG, mistaken, numbers

Said = Mapping[str, tuple[str, ...]]
"""Texts by what they are about. What stands apart on a page, such as a step's doubt, is compared apart."""


def said(words: Words) -> Said:
    """Everything that a level says, by section and id; places of the cameras are among the zones."""
    found = {f"mechanism.{field}": (text,) for field, text in words.mechanism.model_dump().items()}
    for section in sorted(set(Words.model_fields) - {"mechanism"}):
        for id_, one in getattr(words, section).items():
            if isinstance(one, StepText):
                found |= {f"{section}.{id_}.{field}": (text,) for field, text in one.model_dump().items()}
            elif isinstance(one, Record):
                texts = one.model_dump(exclude={"forms"}).values()
                found[f"{section}.{id_}"] = tuple(texts)
            else:
                found[f"{section}.{id_}"] = (one,)
    return found


@pytest.fixture(scope="module")
def by_level(content: Mechanism) -> Mapping[Level, Said]:
    return {level: said(content.words[level]) for level in Level}


def astray(texts: tuple[str, ...], elsewhere: tuple[str, ...]) -> set[str]:
    """Numbers that one of two levels states of the same thing and the other does not."""
    return set(numbers(texts)) ^ set(numbers(elsewhere))


def test_every_level_speaks_of_the_same(by_level: Mapping[Level, Said], content: Mechanism) -> None:
    sections = {about.split(".")[0] for about in by_level[Level.STUDENT]}
    assert sections == set(Words.model_fields)
    for level in Level:
        assert list(by_level[level]) == list(by_level[Level.STUDENT])
    zones = {zone.id for camera in content.cameras.values() for layout in camera.layouts for zone in layout.zones}
    assert zones <= set(content.words[Level.PATIENT].zones)


@pytest.mark.parametrize("level", [Level.PATIENT, Level.CLINICIAN])
def test_every_level_states_the_same_numbers(by_level: Mapping[Level, Said], level: Level) -> None:
    known = by_level[Level.STUDENT]
    found = {about: astray(texts, known[about]) for about, texts in by_level[level].items()}
    assert {about: sorted(odd) for about, odd in found.items() if odd} == {}


@pytest.mark.parametrize("level", list(Level))
def test_any_wrong_number_would_be_found(by_level: Mapping[Level, Said], level: Level) -> None:
    other = Level.STUDENT if level is not Level.STUDENT else Level.PATIENT
    tried = 0
    for about, texts in by_level[level].items():
        for wrong in mistaken(texts):
            assert WRONG in astray(wrong, by_level[other][about]), (about, wrong)
            tried += 1
    assert tried > 200


@pytest.mark.parametrize("level", list(Level))
def test_a_number_that_one_level_leaves_out_would_be_found(by_level: Mapping[Level, Said], level: Level) -> None:
    other = Level.STUDENT if level is not Level.STUDENT else Level.PATIENT
    stated = {about: texts for about, texts in by_level[level].items() if numbers(texts)}
    assert len(stated) > 80
    for about, texts in stated.items():
        assert astray(("nothing",), by_level[other][about]) == set(numbers(texts)), about


def test_a_stretch_of_time_is_one_number_however_it_is_said() -> None:
    same = [
        ("after 24 hours", "the 24-h effect", "one day later", "the next day", "on day 1", "the day after ketamine"),
        ("within an hour", "within 1 h", "one hour later"),
        ("12-24 hours", "12-24 h", "half a day to a day"),
        ("at 30 min", "for half an hour", "for about 30 minutes"),
        ("by the end of week 1", "for up to a week", "in the first week"),
        ("a median of 18 days", "half of them by day 18", "halved in 18 days"),
        ("twenty-eight trials", "28 trials"),
    ]
    for ways in same:
        assert len({frozenset(numbers([way])) for way in ways}) == 1, ways
    assert numbers(["twice a week"]) == numbers(["twice weekly"]) == {"twice": 1}
    assert numbers(["after 48 hours"]) == {"48": 1}
    assert not numbers(["(2R,6R)-HNK, 5-HT1B, 4E-BP1/2, 13C, mGlu2/3, KARMA-Dep 2, one lab, (95% CI)"])
