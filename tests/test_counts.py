"""Numbers and dates in sentences: one of a thing is not “1 things”, at any level and on any page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pydantic import BaseModel

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import html, ran
from ui.address import FOCUS
from ui.html.panel import panel
from ui.params import Focus
from ui.server.plain import document
from ui.state import plain_reader
from wording.interface import interface
from wording.language import Plural, written

LEVELS = pytest.mark.parametrize("level", list(Level))

# What is filled into phrases: numbers, and all else.
NUMBERS = set(re.findall(r"\w+", "count number total shown events people against for null into out rest right of"))
WORDS = set(
    re.findall(
        r"\w+",
        """address answer arrows change code content contested date high key low moment motions name names paper
        papers percent said seen sentence source systems target thing things time title unit value verb version what
        why year""",
    )
)

# Phrases with a number and one form, and why one is enough.
SAME_FOR_ANY_NUMBER = {
    "lists.shown": "no noun",
    "text.against": "no noun",
    "text.arrows_count": "no noun",
    "text.papers_count": "no noun",
    "text.step_of": "a place in a row, not a number of things",
    "story.place": "a place in a row",
    "story.told": "a place in a row",
    "live.stop_of": "a place in a row",
    "live.people": "no noun",
    "lab.score": "no noun",
    "clock.people": "no noun",
    "crisis.emergency": "a telephone number",
    "crisis.line": "a telephone number",
    "treatment.array": "of a hundred people",
    "treatment.array_not": "of a hundred people",
    "treatment.array_counted": "a group in a trial is never of one",
}
LABEL = re.compile(r"\(\{count\}\)$|: \{count\}$")
"""A number in brackets or after a colon, at the end, counts nothing in the grammar."""

NOUNS = "arrow|step|paper|experiment|test|claim|part|node|result|article|row|minute|hour|day|week"
SEVERAL = rf"(({NOUNS})s|studies)"
MISCOUNTED = re.compile(rf"(?<![\d.,–-])\b1 (small(er)? )?{SEVERAL}\b")
DISAGREES = re.compile(r"\b1 [^.;:]*\b(are|wait)\b|\b[02] [^.;:]*\b(is|waits)\b")
COUNTED_AS_ONE = re.compile(rf"\b[02] (small(er)? )?({NOUNS}|study)\b")


def phrases(words: object, at: str = "") -> Iterator[tuple[str, str | Plural]]:
    """Every phrase in `words` with its place, a plural as one."""
    if isinstance(words, str | Plural):
        yield at, words
    elif isinstance(words, BaseModel):
        for name in type(words).model_fields:
            yield from phrases(getattr(words, name), f"{at}.{name}".lstrip("."))
    elif isinstance(words, dict):
        for name, one in words.items():
            yield from phrases(one, f"{at}.{name}")
    elif isinstance(words, tuple):
        for one in words:
            yield from phrases(one, at)


def names(phrase: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", phrase))


@LEVELS
def test_every_phrase_for_one_and_several_is_right_for_none_one_and_two(level: Level) -> None:
    found = [(at, one) for at, one in phrases(interface(level)) if isinstance(one, Plural)]
    assert len(found) > 15
    for at, phrase in found:
        asked = dict.fromkeys(names(phrase.one + phrase.other) - {"count"}, "…")
        none, one, two = (phrase.format(count=count, **asked) for count in (0, 1, 2))
        for said in (none, one, two):
            for mistake in (MISCOUNTED, DISAGREES, COUNTED_AS_ONE):
                assert not mistake.search(said), (at, said)
        assert none.replace("0", "2") == two, at
        assert names(phrase.one) == names(phrase.other), at
        assert phrase.one == phrase.other or re.search(rf"\b{SEVERAL}\b", phrase.other), (
            f"{at}: these tests know no noun"
        )


@LEVELS
def test_no_phrase_with_a_number_lacks_its_forms(level: Level) -> None:
    lacking, known = [], set()
    for at, phrase in phrases(interface(level)):
        asked = names(phrase) if isinstance(phrase, str) else names(phrase.one + phrase.other)
        assert asked <= NUMBERS | WORDS, f"{at}: say in this test whether these are numbers: {asked - NUMBERS - WORDS}"
        if isinstance(phrase, Plural) or not asked & NUMBERS or LABEL.search(phrase):
            continue
        known.add(at)
        if at not in SAME_FOR_ANY_NUMBER:
            lacking.append(f"{at}: {phrase}")
    assert lacking == []
    assert set(SAME_FOR_ANY_NUMBER) - known <= {"text.against", "clock.people"}  # labels at one level


def test_no_group_of_a_trial_is_of_one(content: Mechanism) -> None:
    arms = [arm for one in content.arrays.values() for arm in (one.treated, one.compared)]
    assert min(arm.people for arm in arms if arm.people is not None) > 1
    assert all(arm.count != 1 for arm in arms)


def test_the_patterns_see_such_mistakes() -> None:
    wrong = "In 1997, 1 arrows changed.|1 experiments tested this.|1 results|stands for 1 smaller steps"
    assert all(MISCOUNTED.search(said) for said in wrong.split("|"))
    right = "In 1997, 1 arrow changed.|11 arrows|Part 1 of 6|2–1 hours|GluA1 arrows"
    assert not any(MISCOUNTED.search(said) for said in right.split("|"))
    assert DISAGREES.search("Of its 3 steps, 1 are in doubt.")
    assert DISAGREES.search("Of its 3 steps, 2 is in doubt.")
    assert COUNTED_AS_ONE.search("2 arrow changed")
    assert not COUNTED_AS_ONE.search("2 arrows changed")


@LEVELS
@pytest.mark.parametrize("year", ["1997", "2024"])
def test_a_year_with_one_paper_says_so(level: Level, year: str) -> None:
    shown = html(ran({"level": [level.value], "year": [year]}, "hypotheses"))
    one = interface(level).years
    assert one.summary.one.format(year=year, count=1) in shown
    assert one.bar.one.split(";")[0].format(year=1997, count=1) in shown
    assert not MISCOUNTED.search(shown)


@LEVELS
def test_nothing_is_miscounted_in_the_panel_of_any_part(content: Mechanism, level: Level) -> None:
    reader = plain_reader(level)
    shown = {
        id_: panel(replace(reader, address=reader.address.set(FOCUS, Focus("node", id_)))) for id_ in content.things
    }
    for id_, one in shown.items():
        assert not (found := MISCOUNTED.search(one)), (id_, found)
    if level is Level.PATIENT:
        alone = reader.says.text.experiments_count.one.partition(".")[0].format(count=1)
        assert any(alone in one for one in shown.values())


@LEVELS
def test_nothing_is_miscounted_in_the_whole_document(level: Level) -> None:
    assert not (found := MISCOUNTED.search(document(level).body.decode())), found


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 12, 1), "1 December 2026"), (date(2025, 3, 31), "31 March 2025")], ids=str
)
def test_a_date_is_written_out(day: date, words: str) -> None:
    assert written(day) == words
