"""Cached benchmark of the model against the mechanism's own experiments; computing it takes a minute or two.

``python -m graph benchmark`` recomputes it. The file includes a digest of everything it depends on, so a test fails
when it is out of date.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph.content import CONTENT, Mechanism
from graph.dynamics.board import Score, scoreboard, tournament, worth
from graph.models import Record
from graph.vocabulary import Effect

BENCHMARKS = CONTENT.parent / "benchmark"
"""Folder with one file for each mechanism."""


class Tally(Record):
    """Number of counted experiments that a predictor got right, with the 95% interval of that share."""

    right: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """Fraction of the counted experiments that is right; 0 if none is counted."""
        return self.right / self.of if self.of else 0.0


class Answered(Record):
    """The model's prediction for one experiment, with and without the experiment's own paper."""

    predicted: Effect | None
    without_its_paper: Effect | None
    share: float | None
    note: str


class Benchmark(Record):
    """Predictions for every experiment, scores, ablation of settings, and predictions of each account on its own.

    `rows` and the inner mappings of `tournament` are keyed by experiment id, `worth` by setting.
    """

    depends_on: str
    rows: dict[str, Answered]
    model: Tally
    majority: Tally
    majority_answer: Effect
    reachability: Tally
    left_out: Tally
    worth: dict[str, int]
    tournament: dict[str, dict[str, Effect | None]]


def path_of(mechanism: Mechanism) -> Path:
    """File with the mechanism's benchmark."""
    return BENCHMARKS / f"{mechanism.manifest.id}.json"


def load_benchmark(mechanism: Mechanism) -> Benchmark:
    """The cached benchmark of `mechanism`. Raises FileNotFoundError if there is none."""
    return Benchmark.model_validate_json(path_of(mechanism).read_text(encoding="utf-8"))


def write(mechanism: Mechanism) -> Path:
    """Recompute the benchmark of `mechanism` and write it; returns the file.

    Raises ValueError if no experiment counts.
    """
    experiments = list(mechanism.experiments.values())
    board = scoreboard(mechanism, experiments)
    if board.majority_answer is None:
        raise ValueError("no experiment counts")
    found = Benchmark(
        depends_on=dependencies(mechanism),
        rows={
            row.id: Answered(
                predicted=row.predicted,
                without_its_paper=without.predicted,
                share=None if row.share is None else round(row.share, 2),
                note=row.note,
            )
            for row, without in zip(board.rows, board.left_out_rows, strict=True)
        },
        model=_tally(board.model),
        majority=_tally(board.majority),
        majority_answer=board.majority_answer,
        reachability=_tally(board.reachability),
        left_out=_tally(board.left_out),
        worth=worth(mechanism, experiments),
        tournament={
            name: {row.id: row.predicted for row in rows} for name, rows in tournament(mechanism, experiments).items()
        },
    )
    path = path_of(mechanism)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(found.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return path


def _tally(score: Score) -> Tally:
    low, high = score.interval
    return Tally(right=score.right, of=score.of, low=round(low, 6), high=round(high, 6))


def dependencies(mechanism: Mechanism) -> str:
    """Digest of everything that the predictions depend on, which excludes words, notes and reasons."""
    parts: dict[str, Any] = {
        "things": {one.id: one.kind for one in mechanism.things.values()},
        "arrows": [_without(one, "contested", "note", "bel", "directness") for one in mechanism.arrows.values()],
        "accounts": [_without(one, "proponents", "challengers") for one in mechanism.hypotheses.values()],
        "experiments": [
            _without(one, "tier", "agent", "acts_on", "readout", "timing", "note", "map_note", "why_not", "disputed_by")
            for one in mechanism.experiments.values()
        ],
        "settings": _without(mechanism.dynamics, "misses", "readouts", "disputed"),
    }
    for choice in parts["settings"]["choices"]:
        del choice["reason"]
    return sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:12]


def _without(record: Record, *fields: str) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude=set(fields))
