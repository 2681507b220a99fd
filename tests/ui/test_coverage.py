"""Whatever the five articles tell can be found: each row of the coverage leads to a page and a place on it.

From the front page that is two actions at most: a search in plain words, and following one of its results.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import anchors, html_of
from ui.catalogue import page_of
from ui.search.entries import Entry
from ui.search.find import find

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "resources" / "coverage.yaml").read_text(encoding="utf-8")
)
Place = tuple[str, str]
"""A page and an anchor on it."""


@cache
def on_page(path: str) -> frozenset[str]:
    return frozenset(anchors(html_of(path)))


def placed(content: Mechanism) -> set[str]:
    """Claims and points left unsaid whose proper place is the page about treatment."""
    return {id_ for one in content.treatment.values() for id_ in (*one.claims, *one.unsaid)}


def places(content: Mechanism, row: dict[str, Any]) -> set[Place]:
    """Pages and anchors where a row can be read: those of its claims, of its line of the matrix, of its point."""
    found = {("claims", f"claim-{claim}") for claim in row["claims"]}
    found |= {("treatment", f"claim-{claim}") for claim in row["claims"] if claim in placed(content)}
    for claim in row["claims"]:
        if step := content.claims[claim].step:
            found.add((page_of(step).path, f"claim-{claim}"))
    if row["system"]:
        found.add(("claims", f"system-{row['system']}"))
    if row["unsaid"]:
        found.add(("claims", f"unsaid-{row['unsaid']}"))
        found |= {("treatment", f"unsaid-{row['unsaid']}")} if row["unsaid"] in placed(content) else set()
    return found


def shown(content: Mechanism, entry: Entry) -> set[Place]:
    """Claims and points that a reader has before them who follows a result of the search."""
    match entry.kind:
        case "claim":
            return {("claims", f"claim-{entry.id}")}
        case "unsaid":
            return {("claims", f"unsaid-{entry.id}")}
        case "system":
            return {("claims", f"claim-{id_}") for id_ in content.systems[entry.id].claims}
        case "step":
            return {(entry.id, f"claim-{one.id}") for one in content.claims.values() if one.step == entry.id}
        case "treatment":
            one = content.treatment[entry.id]
            claims = {("treatment", f"claim-{id_}") for id_ in one.claims}
            return claims | {("treatment", f"unsaid-{id_}") for id_ in one.unsaid}
        case _:
            return set()


def test_there_are_rows_of_every_table() -> None:
    assert len(ROWS) >= 110
    assert len({row["section"] for row in ROWS}) == 5 + len(("cross-cutting", "systems", "unsaid"))
    assert sum(row["mechanism"] for row in ROWS) >= 37


def test_a_row_that_is_not_about_the_mechanism_has_its_place_on_the_page_about_treatment(content: Mechanism) -> None:
    for row in ROWS:
        own = {*row["claims"], *([row["unsaid"]] if row["unsaid"] else [])}
        if not row["mechanism"]:
            assert own & placed(content), row["thing"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['section']}: {row['thing']}"[:60])
def test_each_row_has_its_place(content: Mechanism, row: dict[str, Any]) -> None:
    wanted = places(content, row)
    assert wanted
    for path, anchor in wanted:
        assert anchor in on_page(path), (path, anchor)


@pytest.mark.parametrize("level", list(Level))
def test_each_row_is_found_by_a_search_in_plain_words_and_one_press(content: Mechanism, level: Level) -> None:
    for row in ROWS:
        assert row["q"], row["thing"]
        results = [entry for query in row["q"] for entry in find(query, level)]
        seen = {place for entry in results for place in shown(content, entry)}
        for kind, id_ in [("claim", one) for one in row["claims"]] + [("unsaid", row["unsaid"])] * bool(row["unsaid"]):
            reached = {path for path, anchor in seen if anchor == f"{kind}-{id_}"}
            assert reached, (row["thing"], id_)
            assert "treatment" in reached or id_ not in placed(content), (row["thing"], id_)
            assert all(f"{kind}-{id_}" in on_page(path) for path in reached)


def test_a_result_shows_what_the_test_thinks_it_shows(content: Mechanism) -> None:
    # A passage's claims stand inside the passage itself, not just somewhere on its page.
    page = html_of("treatment")
    for one in content.treatment.values():
        inside = page.partition(f'id="treat-{one.id}"')[2].partition("</article>")[0]
        assert {f"claim-{id_}" for id_ in one.claims} | {f"unsaid-{id_}" for id_ in one.unsaid} <= set(anchors(inside))
