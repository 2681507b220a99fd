"""Style sheets: every part is in one sheet, once, and a sheet comes out whole."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ui.styles import FOLDER, sheet, style

SHEETS = sorted(path.stem for path in FOLDER.glob("*.css"))
PARTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.css"))


def test_every_part_is_imported_once_and_by_the_sheet_it_is_named_after() -> None:
    imported = Counter(
        (name, part) for name in SHEETS for part in re.findall(r'@import "(.+)"', (FOLDER / f"{name}.css").read_text())
    )
    assert imported == Counter((part.split("/")[0], part) for part in PARTS)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_holds_its_parts_in_their_order_and_imports_nothing(name: str) -> None:
    whole, at = sheet(name), 0
    assert "@import" not in whole
    for part in re.findall(r'@import "(.+)"', (FOLDER / f"{name}.css").read_text()):
        at = whole.index((FOLDER / part).read_text(), at)
    assert whole.count("{") == whole.count("}") > 10
    assert style(name) == f"<style>{whole}</style>"


def test_a_sheet_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        sheet("nothing")
