"""Experiments put to the model: the calls, the scoreboard, and a reason for every miss."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.dynamics import Course, Prediction, Reach, Trials, call, call_alone, courses, effect_on, everything
from graph.dynamics.board import Score, reachable, score, scoreboard, worth
from graph.dynamics.trials import hours_read
from graph.forecast import _experiment
from graph.kinetics import Thresholds
from graph.records import Experiment
from graph.vocabulary import Action, Dose, Effect, Phase
from tests.support.mechanisms import main

MECHANISM = main()
TRIALS = Trials(MECHANISM)
LIMITS = Thresholds()


@cache
def answers() -> dict[str, Prediction]:
    return {id_: TRIALS.predict(one) for id_, one in MECHANISM.experiments.items()}


def ask(node: str, action: str, readout: str, **more: object) -> Experiment:
    row: dict[str, object] = {
        "id": "q",
        "ref": "li2010",
        "targets": [{"node": node, "action": action}],
        "readout_node": readout,
    }
    row |= {"ketamine": True, "phase": "acute", "effect": "abolished", "system": "mouse"}
    return _experiment(row | more)


@pytest.mark.parametrize(
    ("reach", "phase", "effect"),
    [
        ((0.8, 0.1, 0.1), "acute", Effect.ABOLISHED),
        ((0.8, 0.0, 0.9), "acute", Effect.ABOLISHED),  # the agent has done the drug's work already
        ((0.8, 0.4, 0.4), "acute", Effect.REDUCED),
        ((0.8, 0.7, 0.7), "acute", Effect.UNCHANGED),
        ((0.4, 0.6, 0.6), "acute", Effect.ENHANCED),
        ((0.4, 0.6, 0.6), "sustained", Effect.PROLONGED),
        ((0.4, -0.2, -0.2), "acute", Effect.WORSENED),
        ((-0.4, -0.1, -0.1), "acute", Effect.REDUCED),
        ((0.0, 0.3, 0.3), "sustained", Effect.PROLONGED),
        ((0.0, 0.0, 0.0), "sustained", Effect.UNCHANGED),
    ],
)
def test_a_call_follows_from_the_sizes(reach: tuple[float, float, float], phase: str, effect: Effect) -> None:
    assert call(Reach(*reach, peak=reach[0] or 0.5), Phase(phase), LIMITS).effect is effect


def test_sizes_are_read_at_the_hour_and_the_peak_wherever_it_is() -> None:
    def through(*values: float) -> Course:
        return Course(np.array([0.0, 1.0, 2.0]), ("a", "b"), np.array([[9.0, one] for one in values]), np.zeros(2))

    nothing, alone = through(0.5, 0.5, 0.5), through(0.5, 0.125, 0.75)
    before, both = through(0.5, 0.25, 0.375), through(0.375, 0.625, 0.875)
    found = effect_on("b", 2.0, nothing=nothing, alone=alone, before=before, both=both)
    assert found == Reach(alone=0.25, added=0.5, together=0.375, peak=-0.375)
    halfway = effect_on("b", 1.5, nothing=nothing, alone=alone, before=before, both=both)
    assert halfway == Reach(alone=-0.0625, added=0.375, together=0.25, peak=-0.375)
    with pytest.raises(KeyError, match="c"):
        effect_on("c", 2.0, nothing=nothing, alone=alone, before=before, both=both)


def test_an_agent_alone_is_alike_or_does_nothing_like_the_drug() -> None:
    assert call_alone(0.2, 0.6, LIMITS).effect is Effect.MIMICKED
    assert call_alone(0.1, 0.6, LIMITS).effect is Effect.NO_EFFECT
    assert call_alone(-0.6, 0.6, LIMITS).effect is Effect.NO_EFFECT
    assert call_alone(0.6, 0.0, LIMITS).effect is Effect.NO_EFFECT


def test_every_miss_has_its_reason_and_nothing_else_has() -> None:
    missed = {id_ for id_, one in answers().items() if one.counted and not one.agree}
    assert missed == {one.experiment for one in MECHANISM.dynamics.misses}


def test_the_model_is_worth_more_than_its_baselines() -> None:
    rows = tuple(answers().values())
    model = score(rows)
    followed = score(reachable(MECHANISM, list(MECHANISM.experiments.values())))
    assert model.of == sum(one.modelable for one in MECHANISM.experiments.values()) == followed.of
    assert model.right > followed.right


def test_the_interval_is_wilsons() -> None:
    low, high = Score(30, 38).interval
    assert (round(low, 4), round(high, 4)) == (0.6365, 0.8893)
    assert Score(0, 0).interval == (0, 1)


def test_the_interval_stays_within_what_a_share_can_be() -> None:
    none, all_ = Score(0, 5).interval, Score(5, 5).interval
    assert none == pytest.approx((0, 0.434482), abs=1e-6)
    assert all_ == pytest.approx((0.565518, 1), abs=1e-6)


def test_forgetting_the_paper_behind_a_gate_changes_the_answer() -> None:
    one = MECHANISM.experiments["x20"]
    board = scoreboard(MECHANISM, [one], TRIALS)
    assert board.rows[0].agree
    assert not board.left_out_rows[0].agree
    assert (board.model, board.left_out) == (Score(1, 1), Score(0, 1))
    assert board.majority_answer is Effect.ABOLISHED


def test_the_worth_of_a_choice_is_the_rows_it_wins() -> None:
    one = MECHANISM.dynamics.choices
    few = tuple(choice for choice in one if choice.id in ("gsk3-keeps-spines", "mecp2-lasts"))
    poor = replace(MECHANISM, dynamics=MECHANISM.dynamics.model_copy(update={"choices": few}))
    assert worth(poor, [MECHANISM.experiments["x68"]]) == {"gsk3-keeps-spines": 1, "mecp2-lasts": 0}


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (ask("tau", "block", "rapid-relief"), "not in the graph: tau"),
        (ask("ampar", "block", "memory"), "not in the graph: memory"),
        (ask("ampar", "block", "rapid-relief", readout_node=None), "the readout is not in the graph"),
        (ask("ampar", "block", "rapid-relief", targets=[]), "no intervention"),
        (ask("ampar", "measure", "rapid-relief"), "no intervention"),
        (
            ask("ampar", "block", "rapid-relief", ketamine=False, comparator="scopolamine-alone"),
            "compared with scopolamine, which is not in the graph",
        ),
    ],
)
def test_what_cannot_be_answered_says_why(row: Experiment, note: str) -> None:
    answer = TRIALS.predict(row)
    assert answer.predicted is None
    assert note in answer.note


def test_agents_that_differ_are_named() -> None:
    both = [{"node": "ampar", "action": "block"}, {"node": "mecp2", "action": "block"}]
    answer = TRIALS.predict(ask("ampar", "block", "rapid-relief", targets=both, targets_mode="each"))
    assert answer.predicted is None
    assert answer.note == "its targets differ: abolished (ampar), unchanged (mecp2)"


def test_a_solver_failure_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "_MOST_STEPS", 1)
    assert "could not be solved" in Trials(MECHANISM).predict(ask("ampar", "block", "rapid-relief")).note


def test_a_rival_joins_where_only_it_holds_the_target() -> None:
    assert "adenosine" not in everything(MECHANISM)
    assert TRIALS.predict(ask("adenosine", "block", "rapid-relief")).predicted is Effect.ABOLISHED
    assert not any("adenosine" in id_ for id_ in TRIALS.wiring(ask("ampar", "block", "rapid-relief")).arrows)


def test_people_are_read_later_than_animals() -> None:
    hours = [
        hours_read(MECHANISM, ask("ampar", "block", "rapid-relief", system=system, phase=phase))
        for system in ("human", "rat")
        for phase in ("acute", "sustained")
    ]
    assert hours == [24, 72, 2, 24]
    assert hours_read(MECHANISM, ask("ampar", "block", "rapid-relief", readout_hours=0.5)) == 0.5


@settings(max_examples=8, deadline=None, derandomize=True)
@given(
    st.sampled_from(list(MECHANISM.things)),
    st.sampled_from([one.value for one in Action if one is not Action.MEASURE]),
    st.sampled_from(list(MECHANISM.things)),
    st.booleans(),
    st.sampled_from([one.value for one in Dose]),
    st.sampled_from([one.value for one in Phase][:2]),
)
def test_any_row_is_answered(node: str, action: str, readout: str, ketamine: bool, dose: str, phase: str) -> None:
    row = ask(node, action, readout, ketamine=ketamine, dose=dose, phase=phase)
    answer = Trials(MECHANISM).predict(row)
    assert answer.predicted is not None
    assert ketamine == (answer.predicted not in {Effect.MIMICKED, Effect.NO_EFFECT})
