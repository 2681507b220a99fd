"""The list of what a reader must be able to find names what exists, and leaves no claim out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from graph.content import Mechanism
from graph.vocabulary import Topic

FILE = Path(__file__).parent.parent / "resources" / "coverage.yaml"
ROWS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
BESIDE_ARTICLES = {"cross-cutting", "systems", "unsaid"}


def test_every_row_has_the_same_fields() -> None:
    assert ROWS
    fields = {"section", "thing", "claims", "system", "unsaid", "q", "mechanism"}
    assert [row for row in ROWS if set(row) != fields or not row["thing"]] == []


def test_a_row_belongs_to_an_article_or_to_one_of_the_other_tables(content: Mechanism) -> None:
    assert {row["section"] for row in ROWS} == {*content.articles} | BESIDE_ARTICLES


def test_every_claim_of_a_row_exists_and_every_claim_is_in_a_row(content: Mechanism) -> None:
    assert {id_ for row in ROWS for id_ in row["claims"]} == set(content.claims)


def test_no_row_is_empty_or_names_a_claim_twice() -> None:
    for row in ROWS:
        assert bool(row["claims"]) != bool(row["unsaid"]), row["thing"]
        assert len(set(row["claims"])) == len(row["claims"]), row["thing"]


def test_a_row_of_an_article_holds_claims_that_the_article_makes(content: Mechanism) -> None:
    for row in ROWS:
        if row["section"] in content.articles:
            for id_ in row["claims"]:
                made_in = {source.article for source in content.claims[id_].sources}
                assert row["section"] in made_in, (row["thing"], id_)


def test_every_part_of_the_story_has_one_row_with_its_claims(content: Mechanism) -> None:
    rows = {row["system"]: row for row in ROWS if row["section"] == "systems"}
    assert Counter(row["system"] for row in ROWS if row["system"]) == Counter(list(content.systems))
    for id_, system in content.systems.items():
        assert tuple(rows[id_]["claims"]) == system.claims, id_


def test_every_point_left_unsaid_has_one_row(content: Mechanism) -> None:
    assert Counter(row["unsaid"] for row in ROWS if row["unsaid"]) == Counter(list(content.unsaid))
    assert all(bool(row["unsaid"]) == (row["section"] == "unsaid") for row in ROWS)


def test_a_row_is_about_the_mechanism_if_at_least_half_of_it_is(content: Mechanism) -> None:
    for row in ROWS:
        topics = [content.claims[id_].topic for id_ in row["claims"]] or [content.unsaid[row["unsaid"]].topic]
        assert row["mechanism"] == (2 * topics.count(Topic.MECHANISM) >= len(topics)), row["thing"]
