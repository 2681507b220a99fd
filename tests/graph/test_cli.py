"""The command line names every fault and says by its exit status whether the content can be used."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph import __main__ as commands
from graph import schema
from graph.__main__ import main
from graph.content import CONTENT, Mechanism, folders, load
from graph.exports import EXPORTS, bibtex
from tests.graph.seeds import TOY, copy_toy
from tests.graph.seeds_rules import BETWEEN
from tests.support.mechanisms import loaded
from tests.support.patience import PATIENCE

ROOT = CONTENT.parent.parent
KETAMINE = CONTENT / "ketamine"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as an author runs it after `make run` alone, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.support.after_make_run", "graph", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the real content read; those that run in a process of their own read it themselves."""
    monkeypatch.setattr(commands, "load", loaded)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The toy with two faults, in two files."""
    folder = copy_toy(tmp_path)
    for rule in ("off-canvas", "step-order"):
        next(seed for seed in BETWEEN if seed.rule == rule).plant(folder)
    return folder


@pytest.mark.usefixtures("read_once")
def test_content_without_a_fault_exits_with_0(content: Mechanism, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    assert "no faults" in output.out
    assert f"ketamine {content.digest}" in output.out


@pytest.mark.usefixtures("read_once")
def test_every_mechanism_is_checked_unless_one_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    said = [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines()]
    assert [name for name in said if name != "DOIs:"] == list(folders())


@pytest.mark.usefixtures("read_once")
def test_it_counts_what_was_seen_of_dois(content: Mechanism, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(TOY)])
    assert "DOIs: 1 verified, 0 absent with a reason, 2 not verified" in capsys.readouterr().out
    main(["check"])
    found = re.search(r"DOIs: (\d+) verified, (\d+) absent with a reason, (\d+) not verified", capsys.readouterr().out)
    assert found
    assert sum(map(int, found.groups())) == len(content.references)
    told = re.search(
        r"(\d+) DOIs seen, (\d+) documents say why they have none, (\d+) are not linked",
        (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
    )
    assert told
    assert told.groups() == found.groups()


def test_another_folder_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(TOY)]) == 0
    assert capsys.readouterr().out.startswith(f"toy {load(TOY).digest}: 4 things, 4 arrows")


def test_every_fault_is_printed_with_file_line_fix_and_rule(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken)]) == 1
    *faults, total = capsys.readouterr().out.splitlines()
    assert total == f"2 faults to fix in {broken}"
    place = re.compile(r"(?P<file>[\w/]+\.yaml):(?P<line>\d+): (?P<field>.+?): .+\. Fix: .+ \[(?P<rule>[a-z-]+)\]")
    found = [match for fault in faults if (match := place.fullmatch(fault))]
    assert [(match["file"], match["rule"]) for match in found] == [
        ("layout/300.yaml", "off-canvas"),
        ("steps.yaml", "step-order"),
    ]
    for match, text in zip(found, ("brake: {x: 301", "order: 1"), strict=True):
        lines = (broken / match["file"]).read_text(encoding="utf-8").splitlines()
        assert text in lines[int(match["line"]) - 1]


def test_a_folder_that_holds_no_content_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 1
    output = capsys.readouterr().out
    assert f"{tmp_path} contains no mechanism.yaml, so it is not a content folder" in output
    assert "1 fault to fix" in output


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "nowhere contains no mechanism.yaml" in capsys.readouterr().out


def test_the_graph_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json", str(TOY)]) == 0
    output = capsys.readouterr()
    graph = json.loads(output.out)
    mechanism = load(TOY)
    assert output.err == ""
    assert [node["id"] for node in graph["nodes"]] == list(mechanism.things)
    assert {(edge["id"], edge["source"], edge["target"]) for edge in graph["edges"]} == {
        (arrow.id, arrow.source, arrow.target) for arrow in mechanism.arrows.values()
    }


@pytest.mark.parametrize(
    ("form", "first"), [("bibtex", "@"), ("ris", "TY  - "), ("csv", "id,authors,"), ("claims-csv", "id,claim,")]
)
def test_every_record_is_printed_in_each_form(form: str, first: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", form, str(TOY)]) == 0
    output = capsys.readouterr()
    mechanism = load(TOY)
    assert output.err == ""
    assert output.out == EXPORTS[form].write(mechanism, EXPORTS[form].ids(mechanism))
    assert output.out.startswith(first)
    for id_ in mechanism.claims if form == "claims-csv" else mechanism.references:
        assert id_ in output.out


def test_the_help_names_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["export", "--help"])
    assert caught.value.code == 0
    help_ = capsys.readouterr().out
    listed = " ".join(help_.split("positional arguments:")[1].split())
    for form in EXPORTS.values():
        assert re.search(rf"[ :;,]{form.name}[ :;,].*the {form.of}", listed), form.name


def test_broken_content_is_not_exported(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json", str(broken)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "layout/300.yaml:" in output.err
    assert "steps.yaml:" in output.err


def test_the_schemas_are_written_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write = schema.write
    monkeypatch.setattr(schema, "write", lambda: write(tmp_path))
    assert main(["schema"]) == 0
    assert sorted(capsys.readouterr().out.split()) == sorted(str(path) for path in tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [[], ["fix"], ["export"], ["export", "xml"], ["check", "a", "b"]], ids=str)
def test_a_command_that_does_not_exist_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: python -m graph" in capsys.readouterr().err


def test_the_command_checks_the_real_content() -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "no faults" in done.stdout


def test_the_command_prints_what_the_function_writes(content: Mechanism) -> None:
    done = run("export", "bibtex")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == bibtex(content, list(content.references))


def test_the_command_fails_on_a_broken_copy_of_the_real_content(tmp_path: Path) -> None:
    folder = tmp_path / "ketamine"
    shutil.copytree(KETAMINE, folder)
    path = folder / "mechanism.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nroot:", "\nrot:"), encoding="utf-8")
    line = text[: text.index("\nroot:") + 1].count("\n") + 1
    done = run("check", str(folder))
    assert done.returncode == 1
    assert f"mechanism.yaml:{line}: rot: “rot” is not a known field. Fix: did you mean “root”?" in done.stdout
