"""The content about treatment: the same numbers at every level, each seen in a paper, and pictures that equal data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from math import floor
from statistics import NormalDist

import pytest

from graph.content import Mechanism
from graph.records import Number
from graph.treatment import Arm, Interval, Outcome, Part, Passage, Sort, Statement
from graph.vocabulary import Level
from tests.graph.counted import OF_A_HUNDRED, abbreviations, numbers, sentences

LONGEST = 25
DIGITS = re.compile(r"(?<![A-Za-z\d.])(?<![A-Z]-)\d+(?:\.\d+)?")
SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES = SMALL.split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SPELT = re.compile(rf"\b(?:({'|'.join(TENS)})(?:-({'|'.join(ONES[:9])}))?|({'|'.join(ONES)}))\b", re.IGNORECASE)


def nearest(value: float) -> int:
    return floor(value + 0.5)


def digits(text: str) -> set[str]:
    """Numbers of a text as digits, those spelt out included."""
    spelt = set()
    for tens, unit, small in SPELT.findall(text):
        whole = ONES.index(small.lower()) + 1 if small else 20 + 10 * TENS.index(tens.lower())
        spelt.add(str(whole + (ONES.index(unit.lower()) + 1 if unit else 0)))
    return set(DIGITS.findall(text)) | spelt


def told(content: Mechanism, level: Level, one: Passage) -> tuple[str, ...]:
    return tuple(content.passages[level].passages[one.id].statements.values())


def statements(content: Mechanism) -> Iterator[tuple[Passage, Statement]]:
    for one in content.treatment.values():
        for statement in one.statements:
            yield one, statement


def of(number: Number) -> set[str]:
    """Everything that a number of the content states."""
    values = (number.value, number.low, number.high, number.comparator_value)
    stated = {f"{value:g}" for value in values if value is not None} | ({str(number.n)} if number.n else set())
    texts = (number.label, number.unit or "", number.note or "", number.date or "")
    return stated.union(*map(digits, texts))


def seen(content: Mechanism, one: Statement) -> set[str]:
    """Numbers in the checked findings of the papers that a statement cites, and in the numbers that it names."""
    cited = [content.references[paper] for paper in one.refs]
    known = {str(paper.year) for paper in cited}
    known = known.union(*(digits(paper.finding) for paper in cited if paper.verified.finding))
    return known.union(*(of(content.numbers[id_]) for id_ in one.numbers))


def fits(said: str, known: set[str]) -> bool:
    """Whether a number is known, or known once rounded, or the rest of a hundred people of one that is."""
    rounded = {str(nearest(float(number))) for number in known if DIGITS.fullmatch(number)}
    rest = {str(100 - int(number)) for number in rounded}
    return said in known | rounded or (int(said) > 12 and said in rest if said.isdigit() else False)


@pytest.mark.parametrize("level", list(Level))
def test_every_number_stands_in_a_checked_finding_or_number_that_the_statement_cites(
    content: Mechanism, level: Level
) -> None:
    checked = 0
    for one, statement in statements(content):
        if statement.sort in (Sort.NOT_FOUND, Sort.QUESTION):
            continue
        said = content.passages[level].passages[one.id].statements[statement.id]
        for number in DIGITS.findall(OF_A_HUNDRED.sub("%", said)):
            assert fits(number, seen(content, statement)), (level, one.id, statement.id, number)
            checked += 1
    assert checked > 60


def test_a_number_that_was_not_seen_would_be_found(content: Mechanism) -> None:
    trial = next(one for _, one in statements(content) if one.refs == ("sigtermans2009",))
    assert fits("60", seen(content, trial))
    assert not fits("61", seen(content, trial))
    assert fits("59", {"58.7"})
    assert fits("41", {"58.7"})
    assert not fits("58", {"58.7"})


def test_what_was_not_found_and_questions_state_no_number(content: Mechanism) -> None:
    for one, statement in statements(content):
        if statement.sort in (Sort.NOT_FOUND, Sort.QUESTION):
            for level in Level:
                assert not DIGITS.findall(content.passages[level].passages[one.id].statements[statement.id])


def test_a_clinician_is_told_the_same_numbers_as_a_student(content: Mechanism) -> None:
    for one in content.treatment.values():
        student, clinician = (numbers(told(content, level, one)) for level in (Level.STUDENT, Level.CLINICIAN))
        assert set(clinician) == set(student), one.id


def test_a_patient_is_told_no_other_numbers_than_a_student(content: Mechanism) -> None:
    for one in content.treatment.values():
        known = set(numbers(told(content, Level.STUDENT, one)))
        assert [said for said in numbers(told(content, Level.PATIENT, one)) if not fits(said, known)] == [], one.id


@pytest.mark.parametrize("level", [Level.PATIENT, Level.CLINICIAN])
def test_pictures_and_rulings_are_told_with_the_same_numbers(content: Mechanism, level: Level) -> None:
    words, student = content.passages[level], content.passages[Level.STUDENT]
    for id_, group in words.groups.items():
        other = student.groups[id_]
        known = set(numbers(_texts(other))) | {"100"}
        assert set(numbers(_texts(group))) <= known | {"2022"}, id_
    for id_, said in words.rulings.items():
        assert set(numbers([said])) <= set(numbers([student.rulings[id_]])) | {"854"}, id_


def _texts(group: object) -> list[str]:
    return [text for text in vars(group).values() if isinstance(text, str)]


def test_each_level_has_words_of_its_own(content: Mechanism) -> None:
    differ = 0
    for one in content.treatment.values():
        differ += told(content, Level.PATIENT, one) != told(content, Level.STUDENT, one)
        assert len(set(told(content, Level.STUDENT, one))) == len(one.statements)
    assert differ == len(content.treatment)


def test_a_patient_meets_short_sentences_without_abbreviations(content: Mechanism) -> None:
    words = content.passages[Level.PATIENT]
    texts = [text for one in words.passages.values() for text in (one.title, *one.statements.values())]
    texts += [*words.rulings.values(), *words.arrays.values(), *words.crisis.values()]
    texts += [text for group in words.groups.values() for text in _texts(group)]
    for text in texts:
        assert all(len(sentence.split()) <= LONGEST for sentence in sentences(text)), text
        assert abbreviations(text) <= set(content.manifest.known_abbreviations), text


def test_the_parts_and_the_conditions_stand_in_their_order(content: Mechanism) -> None:
    parts = [one.part for one in content.treatment.values()]
    assert set(parts) == set(Part)
    conditions = [one.id for one in content.treatment.values() if one.part is Part.CONDITIONS]
    assert conditions == [
        *("anxiety", "social-anxiety", "depression", "suicidal-thoughts", "ptsd", "ocd", "phobias"),
        *("pain", "crps", "fibromyalgia", "migraine", "addiction"),
    ]
    assert all((one.evidence is not None) == (one.part is Part.CONDITIONS) for one in content.treatment.values())
    routes = [one.id for one in content.treatment.values() if one.route is not None]
    assert routes == ["iv", "im", "under-skin", "nose", "under-tongue", "swallowed"]
    for id_ in routes:
        assert {Sort.ADVANTAGE, Sort.DRAWBACK} <= {each.sort for each in content.treatment[id_].statements}, id_


def test_the_size_of_a_condition_stands_in_a_cited_finding(content: Mechanism) -> None:
    for one in content.treatment.values():
        if one.evidence and one.evidence.people:
            findings = " ".join(content.references[paper].finding for paper in one.evidence.refs)
            assert str(one.evidence.people) in digits(findings), one.id


def wilson(events: int, people: int) -> tuple[int, int]:
    """The 95% Wilson interval of a share, of a hundred."""
    z, share = NormalDist().inv_cdf(0.975), events / people
    middle = share + z * z / (2 * people)
    half = z * (share * (1 - share) / people + z * z / (4 * people * people)) ** 0.5
    low, high = ((middle + side * half) / (1 + z * z / people) for side in (-1, 1))
    return nearest(100 * max(0.0, low)), nearest(100 * min(1.0, high))


def arms(content: Mechanism) -> Iterator[tuple[str, Arm, float | None]]:
    for one in content.arrays.values():
        number = content.numbers[one.number]
        yield f"{one.id} treated", one.treated, number.value
        yield f"{one.id} compared", one.compared, number.comparator_value


def test_counts_equal_the_data(content: Mechanism) -> None:
    for name, arm, value in arms(content):
        if value is not None:
            assert arm.count == nearest(value), name
        if arm.events is not None and arm.people is not None:
            assert arm.count == nearest(100 * arm.events / arm.people), name
    for one in content.arrays.values():
        number = content.numbers[one.number]
        assert number.verified
        assert number.value is not None
        assert set(number.refs) == set(one.refs), one.id


def test_intervals_are_those_of_the_counts_or_of_the_paper(content: Mechanism) -> None:
    worked = 0
    for name, arm, _ in arms(content):
        if arm.interval is Interval.WORKED_OUT:
            assert arm.events is not None
            assert arm.people is not None
            assert (arm.low, arm.high) == wilson(arm.events, arm.people), name
            worked += 1
    assert worked > 20
    for one in content.arrays.values():
        number = content.numbers[one.number]
        if one.treated.interval is Interval.REPORTED:
            assert number.low is not None
            assert number.high is not None
            assert (one.treated.low, one.treated.high) == (nearest(number.low), nearest(number.high))


def test_benefit_and_harm_stand_together_only_within_one_frame_or_alone_with_the_sentence(content: Mechanism) -> None:
    groups = defaultdict(list)
    for one in content.arrays.values():
        groups[one.group].append(one)
    assert {Outcome.BENEFIT, Outcome.HARM} in [{one.outcome for one in found} for found in groups.values()]
    for id_, found in groups.items():
        assert len({(one.drug, one.route, one.comparator, one.days) for one in found}) == 1, id_
        both = {Outcome.BENEFIT, Outcome.HARM} <= {one.outcome for one in found}
        for level in Level:
            assert bool(content.passages[level].groups[id_].alone) != both, (level, id_)


def test_points_on_a_scale_are_never_drawn_as_people(content: Mechanism) -> None:
    for one in content.arrays.values():
        unit = content.numbers[one.number].unit or ""
        assert "point" not in unit, one.id
        assert unit.startswith("%") or "responding" in unit, (one.id, unit)


def test_relapse_is_drawn_as_large_as_the_gain(content: Mechanism) -> None:
    outcomes = [one.outcome for one in content.arrays.values()]
    assert outcomes.count(Outcome.RELAPSE) >= 2


def test_every_crisis_line_names_its_official_source_and_its_day(content: Mechanism) -> None:
    for one in content.crisis.values():
        assert one.source
        assert one.seen.year >= 2026
