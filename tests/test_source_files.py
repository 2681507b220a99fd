"""The form of scripts and style sheets that a formatter does not see to: how long lines and files are."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("assets", "bench", "tests/browser_js", "ui")
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".js", ".mjs", ".css") or path.name.endswith(".d.ts")
)
WIDEST = 120
LONGEST = 300


def lines(file: str) -> list[str]:
    return (ROOT / file).read_text(encoding="utf-8").splitlines()


def test_scripts_and_sheets_of_every_folder_are_looked_at() -> None:
    assert {file.partition("/")[0] for file in FILES} == {folder.partition("/")[0] for folder in FOLDERS}
    assert {Path(file).suffix for file in FILES} >= {".js", ".mjs", ".css"}


@pytest.mark.parametrize("file", FILES)
def test_no_line_is_too_wide(file: str) -> None:
    assert not [f"{file}:{number}" for number, line in enumerate(lines(file), 1) if len(line) > WIDEST]


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith(("assets/", "ui/"))])
def test_no_script_or_style_sheet_is_too_long(file: str) -> None:
    assert len(lines(file)) < LONGEST
