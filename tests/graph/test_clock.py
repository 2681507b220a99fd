"""The two clocks: only what was seen in a source is a fact, and what the model does is read from its course alone."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clock import DOWN, UP, Fact, facts, first_benefit, has_model, lanes, motion, timed, untimed
from graph.content import Mechanism
from graph.dynamics import TIMES, Course, everything, simulate, wire
from graph.timing import FIRST, HOURS, STUDIED, Motion, Who, hours_of, share
from graph.vocabulary import Level, ReferenceKind
from tests.support.mechanisms import main
from ui.content import compared
from wording.interface import interface

MAIN = main()
ALL = {"": MAIN, **compared()}
WIRING = wire(MAIN, everything(MAIN))


@pytest.mark.parametrize("name", ALL)
def test_each_fact_is_a_verified_number_with_a_paper_whose_finding_was_seen(name: str) -> None:
    content = ALL[name]
    known = facts(content)
    assert len(known) > 10
    for fact in known:
        assert fact.number.verified
        assert fact.number is content.numbers[fact.number.id]
        cited = [content.references[id_] for id_ in fact.number.refs]
        assert any(paper.verified.finding for paper in cited)
        assert {STUDIED[paper.kind] for paper in cited} == {fact.who}
        assert 0 < fact.low <= fact.hours <= fact.high


def figures(fact: Fact) -> set[str]:
    number = fact.number
    ends = (number.low, number.high) if number.low is not None else (number.value,)
    return {f"{one:g}" for one in ends if one is not None}


@pytest.mark.parametrize("name", ALL)
def test_each_time_stands_in_the_finding_of_its_paper(name: str) -> None:
    content = ALL[name]
    for fact in facts(content):
        said = " ".join(content.references[id_].finding for id_ in fact.number.refs)
        said = said.replace("half an hour", "30 minutes").replace("a week,", "1 week,")
        there = set(re.findall(r"\d+(?:\.\d+)?", said))
        assert figures(fact) <= there, (fact.number.id, said)


@pytest.mark.parametrize("name", ALL)
def test_each_label_says_in_whom_as_its_paper_does(name: str) -> None:
    says = {
        Who.PEOPLE: r"\b(people|men)\b",
        Who.ANIMALS: r"\b(rats|mice)\b",
        Who.TISSUE: r"\b(slices|cells in a dish)\b",
    }
    for fact in facts(ALL[name]):
        for who, pattern in says.items():
            for said in (fact.number.label, fact.number.plain or fact.number.label):
                assert bool(re.search(pattern, said)) == (who is fact.who), fact.number.id


def test_a_number_that_was_not_seen_is_no_fact(content: Mechanism) -> None:
    fact = facts(content)[0]
    unseen = fact.number.model_copy(update={"verified": False})
    poorer = replace(content, numbers={**content.numbers, unseen.id: unseen})
    assert fact.number.id not in {one.number.id for one in facts(poorer)}
    assert len(facts(poorer)) == len(facts(content)) - 1


def test_null_findings_stand_beside_the_others(content: Mechanism) -> None:
    nulls = {fact.thing for fact in facts(content) if fact.number.no_difference}
    assert {"glutamate-release", "new-spines", "sustained-relief"} <= nulls


@pytest.mark.parametrize("name", ALL)
def test_a_thing_on_which_studies_disagree_shows_both(name: str) -> None:
    both = [
        thing
        for thing, found in timed(ALL[name]).items()
        if {True, False} == {fact.number.no_difference for fact in found}
    ]
    assert len(both) >= 2, both


@pytest.mark.parametrize("name", ALL)
def test_every_thing_that_is_followed_has_a_time_or_is_said_to_have_none(name: str) -> None:
    content = ALL[name]
    assert set(lanes(content)) <= set(timed(content)) | set(untimed(content))
    assert not set(timed(content)) & set(untimed(content))
    assert sum(map(len, timed(content).values())) == len(facts(content))


def test_only_a_mechanism_with_a_dose_has_a_model() -> None:
    assert [name for name, content in ALL.items() if has_model(content)] == [""]
    assert len(ALL) > 1


def test_the_first_benefit_is_in_people_and_no_null_finding(content: Mechanism) -> None:
    first = first_benefit(content)
    assert first
    assert (first.number.id, first.who, first.number.no_difference) == ("c-relief-first", Who.PEOPLE, False)
    assert first_benefit(replace(content, numbers={})) is None
    later = {id_: one for id_, one in content.numbers.items() if id_ != first.number.id}
    after = first_benefit(replace(content, numbers=later))
    assert after
    assert after.hours > first.hours


@pytest.mark.parametrize(("moment", "hours"), [("1min", 1 / 60), ("30min", 0.5), ("4h", 4), ("3d", 72), ("2w", 336)])
def test_a_moment_by_its_name(moment: str, hours: float) -> None:
    assert hours_of(moment) == pytest.approx(hours)


@pytest.mark.parametrize("odd", ["", "h", "0h", "01h", "1.5h", "-1h", "1 h", "1y", "1h2", "²h", "1H"])
def test_another_form_is_no_moment(odd: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        hours_of(odd)


@given(st.floats(FIRST, 2016), st.floats(FIRST, 2016))
def test_the_axis_is_logarithmic_and_keeps_the_order(one: float, other: float) -> None:
    assert 0 <= share(one, 2016) <= 1
    if one < other:
        assert share(one, 2016) <= share(other, 2016)
    assert share(FIRST, 2016) == 0
    assert share(2016, 2016) == pytest.approx(1)
    # Ten times as late is always as far along.
    if one * 10 <= 2016:
        assert share(one * 10, 2016) - share(one, 2016) == pytest.approx(share(FIRST * 10, 2016))


def test_the_levels_stop_at_the_same_moments() -> None:
    stops = {tuple(interface(level).clock.moments) for level in Level}
    ticks = {tuple(interface(level).clock.ticks) for level in Level}
    assert len(stops) == len(ticks) == 1
    (at,) = stops
    assert hours_of(at[0]) == FIRST
    assert set(next(iter(ticks))) <= set(at)
    assert {next(iter(ticks))[0], next(iter(ticks))[-1]} == {at[0], at[-1]}
    for content in ALL.values():
        assert max(fact.high for fact in facts(content)) <= hours_of(at[-1])


def test_every_unit_and_kind_of_study_is_known() -> None:
    assert HOURS["weeks"] == 7 * HOURS["days"] == 168 * HOURS["hours"]
    assert not set(STUDIED) & {ReferenceKind.REVIEW, ReferenceKind.GUIDELINE}


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        (Motion.REST, 0.5, 0.5),
        (Motion.RISING, 0.5, 1),
        (Motion.SINKING, 0.5, 0),
        (Motion.HIGH, 0.9, 0.9),
        (Motion.LOW, 0.1, 0.1),
        (Motion.FALLING, 1, 0.5),
        (Motion.RECOVERING, 0, 0.5),
    ],
)
def test_a_motion_is_read_from_the_course(kind: Motion, start: float, end: float) -> None:
    values = np.full((len(TIMES), len(WIRING.things)), 0.5)
    values[:, WIRING.index["ampar"]] = np.linspace(start, end, len(TIMES))
    assert motion(Course(TIMES, WIRING.things, values, values[-1]), WIRING, "ampar", 1.0) is kind


def test_what_the_model_does_is_what_its_course_says() -> None:
    course = simulate(WIRING)
    for thing in lanes(MAIN):
        rest = WIRING.rest[WIRING.index[thing]]
        for moment in (one for one in interface(Level.STUDENT).clock.moments if hours_of(one) <= TIMES[-1]):
            off = course.at(thing, hours_of(moment)) - rest
            found = motion(course, WIRING, thing, hours_of(moment))
            assert not (found in UP and off < 0 and found is not Motion.RISING), (thing, moment)
            assert not (found in DOWN and off > 0 and found is not Motion.SINKING), (thing, moment)
            if found is Motion.REST:
                assert abs(off) < max(0.02, 0.15 * float(abs(course.of(thing) - rest).max()))


def test_the_story_in_motions() -> None:
    course = simulate(WIRING)

    def at(thing: str, moment: str) -> Motion:
        return motion(course, WIRING, thing, hours_of(moment))

    assert at("nmdar-interneuron", "10min") in DOWN
    assert at("glutamate-release", "1h") in UP
    assert at("new-spines", "1h") is Motion.REST
    assert at("rapid-relief", "1h") in UP
    assert at("new-spines", "1d") in UP
    assert all(at(thing, "2w") is Motion.REST for thing in lanes(MAIN))
