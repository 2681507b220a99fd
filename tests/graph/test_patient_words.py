"""What each mechanism says to patients is easy to read, wherever it will be shown."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator

import pytest
import textstat  # type: ignore[import-untyped]
from pydantic import BaseModel

from graph.content import folders
from graph.vocabulary import Level
from tests.graph.counted import abbreviations, sentences
from tests.support.mechanisms import every

LONGEST, HARDEST = 25, 9
FEWEST = 4
"""Words that a text needs to be prose; shorter ones are names and verbs."""
MECHANISMS = pytest.mark.parametrize("name", folders())

with warnings.catch_warnings():
    # Its list of easy words is read at the first use, and the file is left to the garbage collector.
    warnings.simplefilter("ignore", ResourceWarning)
    textstat.gunning_fog("Read the list of easy words.")


def within(part: object) -> Iterator[str]:
    """Every text of a part of the words, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        yield from within([getattr(part, name) for name in type(part).model_fields])
    elif isinstance(part, dict):
        yield from within(list(part.values()))
    elif isinstance(part, list | tuple):
        for each in part:
            yield from within(each)


def said(name: str, level: Level = Level.PATIENT) -> list[str]:
    """Every text of a level."""
    mechanism = every()[name]
    return [*within(mechanism.words[level]), *within(mechanism.verdicts.get(level))]


def prose(name: str, level: Level = Level.PATIENT) -> str:
    texts = [text if text[-1] in ".?!" else f"{text}." for text in said(name, level) if len(text.split()) >= FEWEST]
    assert len(texts) > 30
    return " ".join(texts)


@MECHANISMS
def test_no_sentence_is_long(name: str) -> None:
    assert [one for text in said(name) for one in sentences(text) if len(one.split()) > LONGEST] == []


@MECHANISMS
def test_only_allowed_letters_are_used(name: str) -> None:
    allowed = set(every()[name].manifest.known_abbreviations)
    assert {letters for text in said(name) for letters in abbreviations(text)} <= allowed


@MECHANISMS
@pytest.mark.parametrize("grade", [textstat.flesch_kincaid_grade, textstat.gunning_fog], ids=["flesch-kincaid", "fog"])
def test_the_words_are_easy_and_easier_than_those_for_experts(name: str, grade: Callable[[str], float]) -> None:
    assert grade(prose(name)) <= HARDEST
    assert grade(prose(name)) + 2 < grade(prose(name, Level.CLINICIAN))


@MECHANISMS
def test_each_level_says_it_in_words_of_its_own(name: str) -> None:
    words = every()[name].words
    for part in ("steps", "things", "arrows", "hypotheses", "cautions"):
        patient, clinician = (getattr(words[level], part) for level in (Level.PATIENT, Level.CLINICIAN))
        for id_, texts in patient.items():
            assert list(within(texts))[-1] != list(within(clinician[id_]))[-1], (part, id_)
