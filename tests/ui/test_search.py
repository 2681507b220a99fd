"""The search: what readers type leads where it should, misspelt or not, and the route answers in groups."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import yaml
from starlette.applications import Starlette
from starlette.testclient import TestClient

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.views import seen
from ui.address import LEVEL
from ui.catalogue import paths
from ui.params import LONGEST_SEARCH
from ui.search.entries import entries
from ui.search.find import BEST, find
from ui.server.search import PATH, ROUTES
from wording.interface import interface

QUERIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "resources" / "queries.yaml").read_text(encoding="utf-8")
)
ENOUGH = 45


def named(query: str, level: Level) -> list[str]:
    return [f"{entry.kind}:{entry.id}" for entry in find(query, level)]


@pytest.mark.parametrize("level", list(Level))
def test_the_first_hit_is_right(level: Level) -> None:
    assert len(QUERIES) == 50
    first = {row["q"]: named(row["q"], level)[:1] for row in QUERIES}
    wrong = {row["q"]: first[row["q"]] for row in QUERIES if not set(first[row["q"]]) & set(row["right"])}
    assert len(QUERIES) - len(wrong) >= ENOUGH, wrong


@pytest.mark.parametrize("level", list(Level))
def test_everything_is_found_by_its_own_name(level: Level) -> None:
    for entry in entries(level):
        assert f"{entry.kind}:{entry.id}" in named(entry.label, level), entry.label


@pytest.mark.parametrize("level", list(Level))
def test_every_kind_has_a_name_and_every_record_an_entry(content: Mechanism, level: Level) -> None:
    found = entries(level)
    assert {entry.kind for entry in found} == set(interface(level).search.kinds)
    ids = {(entry.kind, entry.id) for entry in found}
    assert len(ids) == len(found)
    for kind, records in (
        ("thing", content.things),
        ("arrow", content.arrows),
        ("claim", content.claims),
        ("paper", content.references),
        ("system", content.systems),
        ("unsaid", content.unsaid),
        ("caution", content.cautions),
        ("account", content.hypotheses),
        ("term", content.glossary),
    ):
        assert {id_ for known, id_ in ids if known == kind} == set(records)


@pytest.mark.parametrize("level", list(Level))
def test_each_result_leads_to_a_view_that_exists(content: Mechanism, level: Level) -> None:
    for entry in entries(level):
        where, _, rest = entry.href.removeprefix("./").partition("?")
        query, _, _ = rest.partition("#")
        path = where.partition("#")[0]
        assert path in paths(), entry.href
        address = seen(parse_qs(query), path)
        assert (address.ignored, address[LEVEL]) == ((), level), entry.href


@pytest.mark.parametrize(
    ("typed", "meant"), [("glutmate", "glutamate"), ("ketamin", "ketamine"), ("synapsis", "synapses")]
)
def test_a_slip_of_the_finger_changes_little(typed: str, meant: str) -> None:
    right = named(meant, Level.STUDENT)[:BEST]
    assert set(named(typed, Level.STUDENT)[:5]) & set(right[:10])


@pytest.mark.parametrize(
    "odd", ["", " ", "???", "zzzzqqqq", "the of and", "\x00", "a" * 100, "🙂", "<script>", "' OR 1=1"]
)
def test_odd_words_find_something_or_nothing_and_never_fail(odd: str) -> None:
    for level in Level:
        assert len(find(odd, level)) <= BEST


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES))


def test_the_route_answers_in_groups_best_first(client: TestClient) -> None:
    answer = client.get(PATH, params={"q": "glutamate surge", "level": "student"})
    groups = answer.json()["groups"]
    best = find("glutamate surge", Level.STUDENT)[0]
    assert groups[0]["results"][0] == {"label": best.label, "href": best.href, "set": ""}
    assert {"label": best.label, "href": "./?node=glutamate-release", "set": "node=glutamate-release&edge="} in [
        result for group in groups for result in group["results"]
    ]
    assert sum(len(group["results"]) for group in groups) == answer.json()["count"]
    again = client.get(PATH, params={"q": "glutamate surge"}, headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_route_refuses_what_is_too_long_and_takes_an_unknown_level_for_the_usual_one(client: TestClient) -> None:
    assert client.get(PATH, params={"q": "x" * (LONGEST_SEARCH + 1)}).status_code == 400
    usual = client.get(PATH, params={"q": "spines"}).json()
    assert client.get(PATH, params={"q": "spines", "level": "expert"}).json() == usual
    assert client.get(PATH).json() == {"count": 0, "groups": []}
