"""What was worked out beforehand is what the model says now."""

from __future__ import annotations

import pytest

from graph.benchmark import dependencies, path_of, standing
from graph.dynamics import Trials
from graph.dynamics.board import Score
from tests.support.mechanisms import main

MECHANISM = main()


def test_the_standing_is_up_to_date() -> None:
    fix = f"run python -m graph standing, and commit {path_of(MECHANISM).name}"
    assert standing(MECHANISM).depends_on == dependencies(MECHANISM), fix


def test_the_answers_are_those_of_the_model() -> None:
    now, trials = standing(MECHANISM), Trials(MECHANISM)
    assert list(now.rows) == list(MECHANISM.experiments)
    for id_ in ("x01", "x21", "x61", "x70"):
        answer = trials.predict(MECHANISM.experiments[id_])
        assert (now.rows[id_].predicted, now.rows[id_].note) == (answer.predicted, answer.note)
    alone = Trials(MECHANISM, ["direct-pyramidal"])
    assert now.tournament["direct-pyramidal"]["x28"] is alone.predict(MECHANISM.experiments["x28"]).predicted


def test_the_scores_are_those_of_the_answers() -> None:
    now = standing(MECHANISM)
    counted = [one for one in MECHANISM.experiments.values() if one.modelable]
    assert now.model.of == len(counted)
    assert now.model.right == sum(now.rows[one.id].predicted is one.effect for one in counted)
    assert now.left_out.right == sum(now.rows[one.id].without_its_paper is one.effect for one in counted)
    for tally in (now.model, now.majority, now.reachability, now.left_out):
        assert (tally.low, tally.high) == pytest.approx(Score(tally.right, tally.of).interval, abs=1e-6)
    assert set(now.worth) == {choice.id for choice in MECHANISM.dynamics.choices}
    assert set(now.tournament) == set(MECHANISM.hypotheses)


def test_words_do_not_make_it_out_of_date() -> None:
    one = MECHANISM.dynamics.misses[0]
    other = MECHANISM.dynamics.model_copy(update={"misses": (one,)})
    assert dependencies(MECHANISM.__class__(**{**vars(MECHANISM), "dynamics": other})) == dependencies(MECHANISM)
