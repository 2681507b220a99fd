"""``predict`` and ``simulate`` as an author runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from graph import __main__ as commands
from graph.content import CONTENT
from tests.support.mechanisms import loaded

KETAMINE = CONTENT / "ketamine"
ROWS = {row["id"]: row for row in yaml.safe_load((KETAMINE / "experiments.yaml").read_text(encoding="utf-8"))}


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the content read; that they read it themselves is seen in test_cli."""
    monkeypatch.setattr(commands, "load", loaded)


def written(folder: Path, rows: object) -> str:
    path = folder / "blind.yaml"
    path.write_text(yaml.safe_dump(rows), encoding="utf-8")
    return str(path)


def test_a_file_of_rows_is_answered_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = {**ROWS["x21"], "id": "z1", "targets": [{"node": "tau", "action": "block"}], "extra": "kept out"}
    assert (
        commands.main(["predict", written(tmp_path, [ROWS["x21"], ROWS["x01"], other, {"id": "z2"}, 7]), "--json"]) == 0
    )
    answer = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["predicted"], row["observed"], row["agree"]) for row in answer["rows"]] == [
        ("x21", "abolished", "abolished", True),
        ("x01", "abolished", "reduced", False),
        ("z1", None, "abolished", False),
        ("z2", None, None, False),
        ("row 5", None, None, False),
    ]
    assert answer["rows"][2]["note"] == "not in the graph: tau"
    assert (answer["agreement"]["right"], answer["agreement"]["of"]) == (1, 3)
    assert answer["majority"]["answer"] == "abolished"


def test_text_names_scores_baselines_and_the_worth_of_choices(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toy = Path(__file__).parent.parent / "resources" / "toy"
    assert commands.main(["predict", str(toy / "experiments.yaml"), str(toy)]) == 0
    text = capsys.readouterr().out
    for part in (
        "x1",
        "\nmodel ",
        "majority-class baseline",
        "reachability baseline",
        "leave-one-paper-out cross-validation",
        "95% interval",
        "Ablation",
        "mood-needs-signal",
    ):
        assert part in text


def test_a_file_without_rows_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["predict", written(tmp_path, "nothing")]) == 1
    assert "blind.yaml:1" in capsys.readouterr().err
    assert commands.main(["predict", str(tmp_path / "absent.yaml")]) == 1


def test_simulate_prints_a_table_and_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["simulate", "--off", "ampar,mtorc1", "--hypothesis", "disinhibition", "--csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows[0][:2] == ["hours", "ketamine"]
    ampar = rows[0].index("ampar")
    assert {row[ampar] for row in rows[1:]} == {"0.0000"}
    assert float(rows[-1][0]) == 336
    assert commands.main(["simulate", "--off", "ampar", "--on", "trkb", "--hypothesis", "disinhibition", "--csv"]) == 0
    both = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert {(row[ampar], row[both[0].index("trkb")]) for row in both[1:]} == {("0.0000", "1.0000")}
    assert commands.main(["simulate", "--less", "ampar"]) == 0
    assert "rapid-relief" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--off", "ampa"], "“ampa” is not in the graph: did you mean “ampar”?"),
        (["--on", "ampar--depolarization"], "did you mean “ampar--depolarisation”?"),
        (["--hypothesis", "desinhibition"], "“desinhibition” is not an account"),
    ],
)
def test_an_unknown_id_is_named_with_its_fix(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["simulate", *arguments]) == 1
    assert says in capsys.readouterr().err
