"""Words of the live link: every refusal has its own in three voices, and the patient's are easy to read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import textstat  # type: ignore[import-untyped]

from graph.vocabulary import Level
from live.problems import Problem
from ui.catalogue import pages
from ui.live.stops import kit
from wording.interface import interface
from wording.live import LiveWords

BROWSER = Path(__file__).parent.parent.parent / "ui" / "browser"
IN_THE_BROWSER = {"restarting", "restarted", "offline", "framed", "lost"}
LONGEST = 25


def said(level: Level) -> list[str]:
    """Every piece of text of the live link at a level."""
    found: list[str] = []
    for value in interface(level).live.model_dump().values():
        found += [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else value
    return found


@pytest.mark.parametrize("level", list(Level))
def test_every_refusal_and_every_end_has_words_of_its_own(level: Level) -> None:
    problems = interface(level).live.problems
    assert set(problems) == {problem.value for problem in Problem} | IN_THE_BROWSER
    assert len(set(problems.values())) == len(problems)


def test_three_voices_differ_where_they_speak_in_sentences() -> None:
    patient, student, clinician = (interface(level).live for level in Level)
    for one, other in ((patient, student), (student, clinician), (patient, clinician)):
        assert one.present_how != other.present_how and one.problems != other.problems


def test_the_scripts_use_the_words_there_are() -> None:
    names = set(LiveWords.model_fields)
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (BROWSER / "live").glob("*.js")}
    used = {name for text in scripts.values() for name in re.findall(r"\bwords\.(\w+)", text)}
    assert used <= names
    shown_by_pages = {"present_how", "follow_how", "kept"}
    states = {"following", "paused", "waiting"}
    assert names - used - shown_by_pages - states == set()
    problems = {name for text in scripts.values() for name in re.findall(r"problems\.(\w+)", text)}
    assert problems <= set(interface(Level.STUDENT).live.problems)


def test_braces_are_the_same_in_each_voice() -> None:
    for name in LiveWords.model_fields:
        braces = {str(sorted(re.findall(r"{\w+}", str(getattr(interface(level).live, name))))) for level in Level}
        assert len(braces) == 1, name


def test_the_patients_words_are_easy_to_read() -> None:
    sentences = [
        part for text in said(Level.PATIENT) for part in re.split(r"(?<=[.?!]) ", text) if len(part.split()) > 3
    ]
    assert not [sentence for sentence in sentences if len(sentence.split()) > LONGEST]
    prose = " ".join(sentence if sentence[-1] in ".?!" else f"{sentence}." for sentence in sentences)
    assert textstat.flesch_kincaid_grade(prose) <= 7
    assert not re.search(r"\b[A-Z]{2,}\b", prose)


def test_the_browser_is_told_of_every_page_but_the_live_link_s_own() -> None:
    for level in Level:
        sent = json.loads(kit(level))
        assert set(sent["places"]) == {path for path, page in pages().items() if not page.lobby}
        assert len(kit(level).encode()) < 20_000
