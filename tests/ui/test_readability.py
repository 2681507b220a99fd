"""The patient's words are easy to read: measured per page on all its prose together."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache
from statistics import median

import pytest
import textstat  # type: ignore[import-untyped]

from graph.vocabulary import Level
from tests.ui.pages import html_of
from tests.ui.prose import sentences
from ui.catalogue import paths

MEDIAN, MOST, LONGEST = 7, 9, 25

with warnings.catch_warnings():
    # Its list of easy words is read at the first use, and the file is left to the garbage collector.
    warnings.simplefilter("ignore", ResourceWarning)
    textstat.gunning_fog("Read the list of easy words.")


@cache
def prose(path: str, level: Level = Level.PATIENT) -> list[str]:
    return sentences(html_of(path, level))


@pytest.mark.parametrize("grade", [textstat.flesch_kincaid_grade, textstat.gunning_fog], ids=["flesch-kincaid", "fog"])
def test_each_page_is_easy_and_most_are_easier(grade: Callable[[str], float]) -> None:
    grades = {path: grade(" ".join(prose(path))) for path in paths()}
    assert median(grades.values()) <= MEDIAN, grades
    assert max(grades.values()) <= MOST, grades


@pytest.mark.parametrize("path", paths())
def test_no_sentence_is_long(path: str) -> None:
    long = [sentence for sentence in prose(path) if len(sentence.split()) > LONGEST]
    assert not long


def test_the_measure_tells_levels_apart() -> None:
    patient, clinician = (
        textstat.flesch_kincaid_grade(" ".join(prose("bdnf-release", level)))
        for level in (Level.PATIENT, Level.CLINICIAN)
    )
    assert patient + 2 < clinician
