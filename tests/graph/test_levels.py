"""No level may be silent: a file, a section or a single id that one level lacks fails the check."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graph.__main__ import main
from graph.content import check
from graph.models import Record
from graph.vocabulary import Level
from graph.words import Verdicts, Words
from tests.graph.seeds import copy_toy
from wording import interface

FILES: dict[str, type[Record]] = {"words": Words, "verdicts": Verdicts}
SECTIONS = [
    pytest.param(f"{folder}/{level.value}.yaml", section, id=f"{level.value}: {section}")
    for folder, model in FILES.items()
    for level in Level
    for section in model.model_fields
]


def without(path: Path, section: str, id_: str | None) -> str:
    """Take an id, or else the whole section, out of a file of the level; returns what was taken."""
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    taken = id_ or section
    del (words[section] if id_ else words)[taken]
    path.write_text(yaml.safe_dump(words, sort_keys=False), encoding="utf-8")
    return taken


def ids(path: Path, section: str) -> Iterator[str]:
    yield from yaml.safe_load(path.read_text(encoding="utf-8"))[section]


@pytest.mark.parametrize(("file", "section"), SECTIONS)
def test_a_section_that_a_level_lacks_is_found(file: str, section: str, tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    without(folder / file, section, None)
    faults = check(folder)
    assert {fault.file for fault in faults} == {file}
    assert {fault.rule for fault in faults} in ({"missing-field"}, {"missing-words"})
    assert any(section in str(fault) for fault in faults)


@pytest.mark.parametrize(("file", "section"), SECTIONS)
def test_any_id_that_a_level_lacks_is_found(file: str, section: str, tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    path = folder / file
    before = path.read_bytes()
    for id_ in ids(path, section):
        without(path, section, id_)
        faults = [fault for fault in check(folder) if fault.file == file]
        assert [fault.rule for fault in faults] == ["missing-field" if section == "mechanism" else "missing-words"]
        assert id_ in str(faults[0])
        path.write_bytes(before)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("section", FILES)
def test_a_level_without_its_file_fails_the_command(
    section: str, level: Level, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_toy(tmp_path)
    assert main(["check", str(folder)]) == 0
    (folder / section / f"{level.value}.yaml").unlink()
    capsys.readouterr()
    assert main(["check", str(folder)]) == 1
    assert f"{section}/{level.value}.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("level", list(Level))
def test_a_level_without_interface_words_fails_the_command_too(
    level: Level, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = shutil.copytree(interface.INTERFACE, tmp_path / "interface")
    assert interface.broken(there) == []
    path = there / f"{level.value}.yaml"
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    del words["kinds"]["receptor"]
    path.write_text(yaml.safe_dump(words), encoding="utf-8")
    monkeypatch.setattr("graph.__main__.broken", lambda: interface.broken(there))
    interface.interface.cache_clear()
    assert main(["check", str(copy_toy(tmp_path))]) == 1
    assert f"interface/{path.name}" in capsys.readouterr().out
    path.unlink()
    interface.interface.cache_clear()
    assert {fault.file for fault in interface.broken(there)} == {f"interface/{path.name}"}
