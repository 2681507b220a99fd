"""Several mechanisms: which is the main one, what the others may leave out, and that no code knows them by name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from graph import content
from graph.__main__ import main
from graph.content import CONTENT, check, folders, load, load_compared, main_folder
from graph.draft import SECTIONS
from graph.exports.nodelink import node_link
from graph.faults import ContentError, Fault
from graph.network import accounts, active, build
from tests.graph.lean import SPARED, change, lean, write
from tests.graph.seeds import TOY
from tests.support.mechanisms import every

ROOT = CONTENT.parent.parent


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A mechanism that has only what it needs to be set beside another."""
    return lean(tmp_path / "beside")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of content with a main mechanism, another one, and the schemas; in use for the length of a test."""
    folder = tmp_path / "content"
    shutil.copytree(TOY, folder / "toy")
    lean(folder / "beside")
    (folder / "schema").mkdir()
    monkeypatch.setattr(content, "CONTENT", folder)
    return folder


def said(found: list[Fault]) -> list[tuple[str, str]]:
    return [(fault.rule, fault.file) for fault in found]


def test_a_mechanism_beside_another_needs_only_the_basic_parts(beside: Path) -> None:
    assert check(beside) == []
    assert set(SPARED) | {name for name, section in SECTIONS.items() if section.basic} == set(SECTIONS)
    mechanism = load(beside)
    assert (list(mechanism.things), list(mechanism.arrows)) == (list(load(TOY).things), list(load(TOY).arrows))
    assert mechanism.manifest.main is False
    assert (mechanism.overview.things, mechanism.overview.links, dict(mechanism.links)) == ((), (), {})
    for name in set(SPARED) - {"overview", "layout", "dynamics"}:
        assert dict(getattr(mechanism, name)) == {}, name


def test_its_graph_and_its_json_are_made_like_any_other(beside: Path) -> None:
    mechanism = load(beside)
    graph = active(build(mechanism), accounts(mechanism))
    assert set(graph.successors("drug")) == {"brake"}
    made = node_link(mechanism, build(mechanism))
    assert [node["id"] for node in made["nodes"]] == list(mechanism.things)
    assert made["main_links"] == []
    assert not any(node["main"] for node in made["nodes"])


@pytest.mark.parametrize("section", [name for name, each in SECTIONS.items() if each.basic and name != "mechanism"])
def test_a_basic_part_that_is_missing_is_a_fault_for_every_mechanism(section: str, beside: Path) -> None:
    shutil.rmtree(beside / section, ignore_errors=True)
    (beside / f"{section}.yaml").unlink(missing_ok=True)
    wanted = f"{section}/" if SECTIONS[section].keyed else f"{section}.yaml"
    assert said(check(beside)) == [("missing-file", wanted)]


def test_the_main_mechanism_needs_every_part(beside: Path) -> None:
    change(beside, "mechanism.yaml", "id: toy\n", "id: toy\nmain: true\n")
    missing = [fault for fault in check(beside) if fault.rule == "missing-file"]
    assert {fault.file.rstrip("/").removesuffix(".yaml") for fault in missing} == {
        name for name in SPARED if not SECTIONS[name].optional
    }
    assert all(fault.mend == f"write {fault.file}" for fault in missing)


@pytest.mark.parametrize("section", [name for name in SPARED if SECTIONS[name].listed])
def test_a_part_that_may_be_left_out_is_not_an_empty_list(section: str, beside: Path) -> None:
    (beside / f"{section}.yaml").write_text("[]\n", encoding="utf-8")
    found = check(beside)
    assert said(found) == [("empty", f"{section}.yaml")]
    assert found[0].mend == "add at least one, or delete the file"


def test_a_part_that_is_there_is_checked_like_any_other(beside: Path) -> None:
    write(beside, "verdicts/student.yaml", "claims: {}\n")
    write(beside, "absent.yaml", "- {id: mood--brake, source: mood, target: brake, experiments: [], refs: [nobody]}\n")
    assert said(check(beside)) == [
        ("unknown-reference", "absent.yaml"),
        ("missing-level", "verdicts/clinician.yaml"),
        ("missing-level", "verdicts/patient.yaml"),
        *(("missing-words", f"words/{level}.yaml") for level in ("clinician", "patient", "student")),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("arrows.yaml", "  needed: shown\n  enough: unknown\n  experiments: []",
         "  needed: shown\n  enough: unknown\n  experiments: [x1]", "unknown-experiment"),
        ("things.yaml", "compartment: body\n  identifiers: []", "compartment: body\n  identifiers: [CHEBI:1]",
         "unknown-identifier"),
        ("words/student.yaml", "\nthings:", "\nzones: {cell: A cell}\nthings:", "orphan-words"),
        ("words/student.yaml", "\nthings:", "\ncautions: {a: {title: A, sentence: B}}\nthings:", "orphan-words"),
        ("words/student.yaml", "\nthings:", "\nlinks: {a--b: {verb: A, sentence: B}}\nthings:", "orphan-words"),
    ],
    ids=lambda value: None,
)  # fmt: skip
def test_nothing_may_name_what_was_left_out(file: str, old: str, new: str, rule: str, beside: Path) -> None:
    change(beside, file, old, new)
    assert said(check(beside)) == [(rule, file)]


def test_every_folder_but_the_schemas_is_a_mechanism(shelf: Path) -> None:
    assert folders() == {"beside": shelf / "beside", "toy": shelf / "toy"}
    assert main_folder() == shelf / "toy"
    assert load().folder == shelf / "toy"
    assert {name: mechanism.folder for name, mechanism in load_compared().items()} == {"beside": shelf / "beside"}


@pytest.mark.parametrize(
    ("folder", "old", "new", "says"),
    [
        ("toy", "main: true\n", "", "no folder says"),
        ("toy", "main: true", "main: 1", "no folder says"),
        ("beside", "id: toy\n", "id: toy\nmain: true\n", "beside and toy all say"),
    ],
)
def test_exactly_one_mechanism_is_the_main_one(
    folder: str, old: str, new: str, says: str, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(shelf / folder, "mechanism.yaml", old, new)
    with pytest.raises(ContentError, match=says) as caught:
        load()
    assert [fault.rule for fault in caught.value.faults] == ["one-main"]
    assert main(["check"]) == 1
    assert says in capsys.readouterr().err


def test_the_command_checks_every_mechanism_and_goes_on_after_a_fault(
    shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    said = [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines()]
    assert said == ["beside", "DOIs:", "toy", "DOIs:"]
    change(shelf / "beside", "steps.yaml", "order: 2", "order: 3")
    (shelf / "notes").mkdir()
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "[step-order]" in lines[0]
    assert lines[1] == f"1 fault to fix in {shelf / 'beside'}"
    assert f"{shelf / 'notes'} contains no mechanism.yaml" in lines[2]
    assert lines[-2].startswith("toy ")


def test_a_manifest_that_cannot_be_read_does_not_hide_the_others(shelf: Path) -> None:
    (shelf / "beside" / "mechanism.yaml").write_text("a: [\n", encoding="utf-8")
    assert main_folder() == shelf / "toy"
    assert said(check(shelf / "beside")) == [("broken-yaml", "mechanism.yaml")]


def test_a_mechanism_is_called_as_its_folder() -> None:
    assert {name: mechanism.manifest.id for name, mechanism in every().items()} == {name: name for name in folders()}


def test_no_code_knows_a_mechanism_that_is_only_set_beside_the_main_one() -> None:
    names = "|".join(map(re.escape, load_compared())) or "(?!)"
    code = [
        path
        for name in ("graph", "figures", "ui", "pages", "live", "assets/styles")
        for path in (ROOT / name).rglob("*.*")
    ]
    met = [
        path.relative_to(ROOT).as_posix()
        for path in (*code, ROOT / "app.py")
        if path.suffix in (".py", ".js", ".css") and re.search(rf"\b({names})\b", path.read_text(encoding="utf-8"))
    ]
    assert len(code) > 50
    assert not met
