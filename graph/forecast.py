"""``python -m graph predict`` and ``simulate``: the model's answers as text, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.content import Mechanism
from graph.documents import read
from graph.dynamics import Intervention, everything, simulate, wire
from graph.dynamics.board import Board, Score, scoreboard, worth
from graph.dynamics.trials import Prediction
from graph.faults import ContentError, nearest
from graph.network import accounts
from graph.records import Experiment
from graph.vocabulary import Action, Dose

_ASSUMED: dict[str, Any] = {
    "tier": "extra",
    "agent": "not given",
    "acts_on": "not given",
    "action": "measure",
    "combined_with_ketamine": False,
    "system": "not given",
    "readout": "not given",
    "timing": "not given",
    "confidence": "from memory",
    "disputed_by": [],
    "note": "",
    "targets": [],
    "targets_mode": "all",
    "dose": "usual",
    "comparator": "ketamine-alone",
    "also_readouts": [],
    "phase_basis": "default",
    "readout_hours": None,
    "time_seen": False,
    "modelable": True,
    "why_not": "",
    "map_note": "",
}
"""Defaults for the fields that a prediction does not need, so that a file may omit them."""


@dataclass(frozen=True)
class Unread:
    """A row that could not be read as an experiment, and why."""

    id: str
    observed: str | None
    why: str


def experiments_of(path: Path) -> tuple[list[Experiment], list[Unread]]:
    """Read the experiments in a YAML file.

    Args:
        path: A list of rows, or a block whose first list holds them. Fields that a prediction does not need may be
            omitted.

    Returns:
        The experiments, and the rows that could not be read.

    Raises:
        ContentError: The file cannot be parsed or holds no list.
    """
    document, faults = read(path, path.name)
    if document is None:
        raise ContentError(faults)
    rows = document.data
    if isinstance(rows, dict):
        rows = next((value for value in rows.values() if isinstance(value, list)), None)
    if not isinstance(rows, list):
        raise ContentError([_not_a_list(path)])
    found: list[Experiment] = []
    unread: list[Unread] = []
    for place, row in enumerate(rows, start=1):
        name = str(row.get("id", f"row {place}")) if isinstance(row, dict) else f"row {place}"
        try:
            found.append(_experiment(row))
        except (ValidationError, TypeError) as error:
            observed = row.get("effect", row.get("outcome")) if isinstance(row, dict) else None
            unread.append(Unread(name, None if observed is None else str(observed), _why(error)))
    return found, unread


def _not_a_list(path: Path) -> Any:
    from graph.faults import Fault

    return Fault("wrong-type", path.name, 1, "", "this should be a list of experiments", "start each with “- id:”")


def _experiment(row: Any) -> Experiment:
    if not isinstance(row, dict):
        raise TypeError("this row is not a block of fields")
    known = {key: value for key, value in row.items() if key in Experiment.model_fields}
    known.setdefault("effect", row.get("outcome"))
    known.setdefault("outcome", known["effect"])
    known.setdefault("ketamine", row.get("combined_with_ketamine", False))
    return Experiment.model_validate({**_ASSUMED, **known})


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)


def predicted(mechanism: Mechanism, path: Path, *, as_json: bool = False) -> str:
    """Predict the experiments in a file and report them with their scores.

    The report compares the model's agreement with two baselines and with leave-one-paper-out cross-validation.

    Args:
        mechanism: The content.
        path: YAML file of experiments, as `experiments_of` reads it.
        as_json: Return JSON instead of a table. Only the table includes the ablation of each setting.

    Raises:
        ContentError: The file cannot be read at all.
    """
    experiments, unread = experiments_of(path)
    board = scoreboard(mechanism, experiments)
    if as_json:
        return json.dumps(_json(mechanism, board, unread), indent=2, ensure_ascii=False)
    lines = [*_rows(board, unread), "", *_scores(board), "", *_settings(mechanism, experiments)]
    return "\n".join(lines)


def _json(mechanism: Mechanism, board: Board, unread: Sequence[Unread]) -> dict[str, Any]:
    rows = [
        {
            "id": row.id,
            "predicted": row.predicted and row.predicted.value,
            "observed": row.observed.value,
            "agree": row.agree,
            "counted": row.counted,
            "share": None if row.share is None else round(row.share, 3),
            "also": {node: word and word.value for node, word in row.also},
            "without_its_paper": without.predicted and without.predicted.value,
            "note": row.note,
        }
        for row, without in zip(board.rows, board.left_out_rows, strict=True)
    ]
    rows += [
        {"id": one.id, "predicted": None, "observed": one.observed, "agree": False, "counted": False, "note": one.why}
        for one in unread
    ]
    return {
        "agreement": _score(board.model),
        "majority": {"answer": board.majority_answer and board.majority_answer.value, **_score(board.majority)},
        "reachability": _score(board.reachability),
        "without_each_paper": _score(board.left_out),
        "choices": len(mechanism.dynamics.choices),
        "rows": rows,
    }


def _score(score: Score) -> dict[str, Any]:
    low, high = score.interval
    return {
        "right": score.right,
        "of": score.of,
        "share": round(score.share, 3),
        "low": round(low, 3),
        "high": round(high, 3),
    }


def _rows(board: Board, unread: Sequence[Unread]) -> Iterator[str]:
    yield f"{'':2}{'row':8}{'predicted':12}{'observed':12}{'without its paper':19}left"
    for row, without in zip(board.rows, board.left_out_rows, strict=True):
        mark = "✓" if row.agree else "✗"
        yield (
            f"{mark if row.counted else '·':2}{row.id:8}{_word(row):12}{row.observed.value:12}{_word(without):19}"
            f"{'' if row.share is None else format(row.share, '.2f'):6}{row.note}"
        ).rstrip()
    for one in unread:
        yield f"· {one.id:8}not read: {one.why}"


def _word(row: Prediction) -> str:
    return row.predicted.value if row.predicted else "none"


def _scores(board: Board) -> Iterator[str]:
    answer = board.majority_answer.value if board.majority_answer else "none"
    for name, score in (
        ("model", board.model),
        (f"majority-class baseline (“{answer}”)", board.majority),
        ("reachability baseline", board.reachability),
        ("leave-one-paper-out cross-validation", board.left_out),
    ):
        low, high = score.interval
        yield f"{name:38}{score.right:3} of {score.of:3} = {score.share:4.0%}   95% interval {low:.0%} to {high:.0%}"


def _settings(mechanism: Mechanism, experiments: Sequence[Experiment]) -> Iterator[str]:
    choices = mechanism.dynamics.choices
    yield f"Ablation of non-default settings ({len(choices)}): rows correct with each, minus rows correct without it"
    gains = worth(mechanism, experiments)
    for choice in choices:
        on = choice.arrow or choice.thing
        yield f"{gains[choice.id]:+4d}  {choice.id:28}{choice.kind.value:10}{on}  ({', '.join(choice.refs)})"


def simulated(
    mechanism: Mechanism,
    interventions: Sequence[Intervention],
    *,
    hypotheses: Sequence[str] = (),
    drug: bool = True,
    dose: Dose = Dose.USUAL,
    as_csv: bool = False,
) -> str:
    """Simulate the two weeks after a dose and report the activity of every thing.

    Args:
        mechanism: The content.
        interventions: What is done to things and arrows, from before the dose until the end.
        hypotheses: Ids of the active accounts; all except the rivals if empty.
        drug: Whether the drug is given.
        dose: Which dose is given.
        as_csv: Return every time point as CSV, instead of a table of some of them.

    Returns:
        One column for each thing (CSV) or one row for each thing (table). Times are in hours, and activities have no
        unit.

    Raises:
        KeyError: An intervention or an account is unknown; the message has a hint.
    """
    for one in interventions:
        known = mechanism.arrows if "--" in one.on else mechanism.things
        if one.on not in known:
            raise KeyError(f"“{one.on}” is not in the graph: {nearest(one.on, known)}")
    for name in hypotheses:
        if name not in mechanism.hypotheses:
            raise KeyError(f"“{name}” is not an account: {nearest(name, mechanism.hypotheses)}")
    mix = accounts(mechanism, hypotheses) if hypotheses else everything(mechanism)
    course = simulate(wire(mechanism, mix, dose), interventions, drug=drug)
    if as_csv:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["hours", *course.things])
        for hour, row in zip(course.times, course.values, strict=True):
            writer.writerow([f"{hour:.4g}", *(f"{value:.4f}" for value in row)])
        return out.getvalue()
    hours = (0.0, 0.25, 1.0, 2.0, 4.0, 12.0, 24.0, 72.0, 168.0, 336.0)
    lines = [f"{'activity (no unit) by hour':32}" + "".join(f"{hour:>6g}" for hour in hours)]
    lines += [f"{id_:32}" + "".join(f"{course.at(id_, hour):6.2f}" for hour in hours) for id_ in course.things]
    return "\n".join(lines) + "\n"


def asked(off: Sequence[str], less: Sequence[str], on: Sequence[str], more: Sequence[str]) -> list[Intervention]:
    """Interventions from comma-separated ids of things and arrows, as given in the URL and on the command line."""
    named = ((off, Action.BLOCK), (less, Action.REDUCE), (on, Action.ACTIVATE), (more, Action.ENHANCE))
    return [
        Intervention(id_, action)
        for texts, action in named
        for text in texts
        for id_ in (part.strip() for part in text.split(","))
        if id_
    ]
