"""Whatever the five articles tell can be found: each row of the coverage leads to a page and a place on it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.content import Mechanism
from tests.ui.pages import anchors, html, ran
from ui.catalogue import page_of

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "resources" / "coverage.yaml").read_text(encoding="utf-8")
)


@cache
def on_page(path: str) -> frozenset[str]:
    return frozenset(anchors(html(ran({}, path))))


def places(content: Mechanism, row: dict[str, Any]) -> set[tuple[str, str]]:
    """Pages and anchors where a row can be read: those of its claims, of its line of the matrix, of its point."""
    found = {("claims", f"claim-{claim}") for claim in row["claims"]}
    for claim in row["claims"]:
        if step := content.claims[claim].step:
            found.add((page_of(step), f"claim-{claim}"))
    if row.get("system"):
        found.add(("claims", f"system-{row['system']}"))
    if row.get("unsaid"):
        found.add(("claims", f"unsaid-{row['unsaid']}"))
    return found


def test_there_are_rows_of_every_table() -> None:
    assert len(ROWS) >= 110
    assert len({row["section"] for row in ROWS}) == 5 + len(("cross-cutting", "systems", "unsaid"))
    assert sum(row["mechanism"] for row in ROWS) >= 37


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['section']}: {row['thing']}"[:60])
def test_each_row_has_its_place(content: Mechanism, row: dict[str, Any]) -> None:
    wanted = places(content, row)
    assert wanted
    for path, anchor in wanted:
        assert anchor in on_page(path), (path, anchor)
