"""Agreement of the model with experiments, compared with baselines, ablations and single accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from graph.content import Mechanism
from graph.dynamics.trials import Prediction, Trials, everything, groups
from graph.network import Graph, active, build
from graph.records import Experiment
from graph.vocabulary import Action, Dose, Effect

_LOSSES = {Action.BLOCK, Action.KNOCK_OUT, Action.REDUCE}


@dataclass(frozen=True)
class Score:
    """Number of counted experiments that a predictor got exactly right."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Fraction that is right, from 0 to 1; 0 if none is counted."""
        return self.right / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95% confidence interval of the fraction (Wilson score interval)."""
        if not self.of:
            return 0.0, 1.0
        # Imported here: it takes 0.2 s and 19 MB, and the app shows only intervals that are worked out beforehand.
        from scipy.stats import binomtest

        found = binomtest(self.right, self.of).proportion_ci(confidence_level=0.95, method="wilson")
        return float(found.low), float(found.high)


@dataclass(frozen=True)
class Board:
    """The model's predictions for a list of experiments, with its score and those of the baselines."""

    rows: tuple[Prediction, ...]
    model: Score
    majority: Score
    majority_answer: Effect | None
    reachability: Score
    left_out: Score
    """Leave-one-paper-out cross-validation: each experiment is predicted without its own paper."""
    left_out_rows: tuple[Prediction, ...]


def scoreboard(mechanism: Mechanism, experiments: Sequence[Experiment], trials: Trials | None = None) -> Board:
    """Predict experiments and score the predictions.

    Args:
        mechanism: The content.
        experiments: What to predict; only modelable ones are counted.
        trials: The predictor; by default one with every account except the rivals. Cross-validation and the
            reachability baseline always use the default.
    """
    trials = trials or Trials(mechanism)
    rows = tuple(trials.predict(one) for one in experiments)
    counted = [one for one in experiments if one.modelable]
    common = Counter(one.effect for one in counted).most_common(1)
    answer = common[0][0] if common else None
    without: dict[str, Trials] = {}
    left_out = []
    for one in experiments:
        if one.ref not in without:
            without[one.ref] = Trials(mechanism, without=(one.ref,))
        left_out.append(without[one.ref].predict(one))
    return Board(
        rows=rows,
        model=score(rows),
        majority=Score(common[0][1] if common else 0, len(counted)),
        majority_answer=answer,
        reachability=score(reachable(mechanism, experiments)),
        left_out=score(left_out),
        left_out_rows=tuple(left_out),
    )


def score(rows: Iterable[Prediction]) -> Score:
    """Exact agreement among the rows that are counted."""
    counted = [row for row in rows if row.counted]
    return Score(sum(row.agree for row in counted), len(counted))


def worth(mechanism: Mechanism, experiments: Sequence[Experiment]) -> dict[str, int]:
    """Ablation: for each choice, by id, how many more counted experiments are right with it than without it."""
    counted = [one for one in experiments if one.modelable]
    full = score(map(Trials(mechanism).predict, counted)).right
    found = {}
    for choice in mechanism.dynamics.choices:
        others = tuple(one for one in mechanism.dynamics.choices if one is not choice)
        poorer = replace(mechanism, dynamics=mechanism.dynamics.model_copy(update={"choices": others}))
        found[choice.id] = full - score(map(Trials(poorer).predict, counted)).right
    return found


def tournament(mechanism: Mechanism, experiments: Sequence[Experiment]) -> dict[str, tuple[Prediction, ...]]:
    """Predictions of each account on its own (with those it rests on), by account, in the order of `experiments`."""
    return {name: contender(mechanism, name, experiments) for name in mechanism.hypotheses}


def contender(mechanism: Mechanism, hypothesis: str, experiments: Sequence[Experiment]) -> tuple[Prediction, ...]:
    """Predictions of one account on its own, in the order of `experiments`. Raises KeyError for an unknown account."""
    trials = Trials(mechanism, [hypothesis])
    return tuple(trials.predict(one) for one in experiments)


def reachable(mechanism: Mechanism, experiments: Sequence[Experiment]) -> list[Prediction]:
    """Reachability baseline: predicts from whether a path leads from target to readout, and from its sign."""
    usual = active(build(mechanism), everything(mechanism), markers=True)
    rows = []
    for one in experiments:
        words = {_followed(usual, mechanism.manifest.root, one, tuple(group)) for group in groups(one)}
        word = words.pop() if len(words) == 1 else None
        rows.append(Prediction(one.id, word, one.effect, one.modelable))
    return rows


def _followed(graph: Graph, root: str, one: Experiment, group: tuple[object, ...]) -> Effect | None:
    if one.dose is Dose.HIGH and not group:
        return Effect.ENHANCED
    if one.readout_node not in graph:
        return None
    push = 0
    for target in one.targets:
        if target in group and target.node in graph:
            push = push or _push(graph, target.node, one.readout_node) * (-1 if target.action in _LOSSES else 1)
    if one.ketamine:
        drug = _push(graph, root, one.readout_node)
        effect = push * drug
        return Effect.UNCHANGED if not effect else Effect.ABOLISHED if effect < 0 else Effect.ENHANCED
    drug = _push(graph, root, one.readout_node)
    return Effect.MIMICKED if push and push == drug else Effect.NO_EFFECT


def _push(graph: Graph, source: str, target: str | None) -> int:
    """Sign of the shortest path from `source` to `target`, or 0 if there is none."""
    if source == target:
        return 1
    try:
        way = nx.shortest_path(graph, source, target)
    except nx.NetworkXNoPath:
        return 0
    sign = 1
    for here, there in nx.utils.pairwise(way):
        sign *= int(next(iter(graph[here][there].values()))["sign"])
    return sign
