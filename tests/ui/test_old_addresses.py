"""Addresses that the first version wrote lead where they led, and so do odd ones that people have."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from starlette.testclient import TestClient

from graph.content import Mechanism
from tests.ui.odd import LONG
from tests.ui.seen import Seen, heading, opened, seen, served

RECORD = yaml.safe_load((Path(__file__).parent.parent / "resources" / "addresses.yaml").read_text(encoding="utf-8"))
WRITTEN: dict[str, list[Seen]] = RECORD["written"]


def addresses(rows: list[Seen]) -> pytest.MarkDecorator:
    """For each address on its own, with what was seen there."""
    return pytest.mark.parametrize(
        ("at", "was"), [pytest.param(row["at"], expected(row), id=row["at"]) for row in rows]
    )


def expected(row: Seen) -> Seen:
    """A row of the record without its address."""
    return {name: value for name, value in row.items() if name != "at"}


PAGES = {row["at"]: expected(row) for row in WRITTEN["page"]}


def whole(value: Any) -> Any:
    """`value` of the record with what is too long to stand there."""
    if isinstance(value, dict):
        return {name: whole(one) for name, one in value.items()}
    if isinstance(value, list):
        return [whole(one) for one in value]
    return value.replace("LONG", LONG) if isinstance(value, str) else value


@addresses([*chain.from_iterable(WRITTEN.values())])
def test_an_address_that_the_app_wrote_leads_where_it_led(content: Mechanism, at: str, was: Seen) -> None:
    assert seen(at, content) == was


@addresses(RECORD["odd"])
def test_an_odd_address_leads_where_it_led(content: Mechanism, at: str, was: Seen) -> None:
    assert seen(whole(at), content) == whole(was)


@addresses(RECORD["named_since"])
def test_an_empty_value_is_named_where_it_was_left_out_in_silence(content: Mechanism, at: str, was: Seen) -> None:
    assert seen(at, content) == was


@addresses(RECORD["served"])
def test_what_the_server_answers_by_itself_is_still_there(client: TestClient, at: str, was: Seen) -> None:
    assert served(at, client) == was


def test_every_page_has_a_heading_of_its_own() -> None:
    """Most are named in words of the interface, which the record leaves out."""
    headings: dict[str, list[str]] = defaultdict(list)
    for row in (*WRITTEN["page"], *WRITTEN["level"]):
        headings[heading(opened(urlsplit(row["at"])))].append(urlsplit(row["at"]).path)
    assert all(len(set(paths)) == 1 for paths in headings.values()), headings


def test_the_record_tells_an_address_from_that_of_its_page() -> None:
    """So no parameter can go unheeded; only the first picture of a step is what its page shows anyway."""
    rows = chain.from_iterable(rows for kind, rows in WRITTEN.items() if kind != "page")
    same = [row["at"] for row in rows if expected(row) == PAGES[urlsplit(row["at"]).path]]
    steps = ("nmda-blockade", "bdnf-release", "synaptogenesis")
    assert same == [f"/{step}?view={step}" for step in steps]
