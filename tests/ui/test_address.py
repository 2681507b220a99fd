"""The address: what a query string asks for, and what is left out of it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.content import Mechanism, load
from graph.history import years
from graph.vocabulary import Level
from tests.ui.odd import ODD, Params
from ui.address import Address, Focus, Lens, picked, read
from ui.ignored import ignored_line

CONTENT = load()
FOCI = [
    *(Focus("node", id_) for id_ in CONTENT.things),
    *(Focus("edge", id_) for id_ in CONTENT.arrows),
    *(Focus("edge", id_) for id_ in CONTENT.links),
]
YEARS = (years(CONTENT)[0], years(CONTENT)[-1])
accounts = st.lists(st.sampled_from(list(CONTENT.hypotheses)), max_size=2, unique=True).map(tuple)
addresses = st.builds(
    Address,
    st.none() | st.sampled_from(FOCI),
    st.sampled_from(Level),
    st.sampled_from(Lens),
    accounts,
    moment=st.just("") | st.sampled_from(list(CONTENT.story)),
)


def parsed(query: str) -> Params:
    return parse_qs(query.removeprefix("?"), keep_blank_values=True)


@settings(max_examples=1000)
@given(addresses)
def test_an_address_survives_being_written_and_read(address: Address) -> None:
    assert read(parsed(address.query()), CONTENT) == address


@settings(max_examples=500)
@given(addresses, st.none() | st.integers(*YEARS))
def test_an_address_of_the_accounts_survives_with_its_year(address: Address, year: int | None) -> None:
    address = replace(address, year=year, moment="")
    assert read(parsed(address.query()), CONTENT, "hypotheses") == address


@pytest.mark.parametrize("year", ["", "1", "1800", "2018.0", " 2018", "２０１８", "-2018", "now", "2200", "02018"])
def test_an_odd_year_is_named_and_today_is_shown(content: Mechanism, year: str) -> None:
    address = read({"year": [year], "hypothesis": ["opioid"]}, content, "hypotheses")
    assert (address.year, address.hypotheses) == (None, ("opioid",))
    assert address.ignored == (f"year={year}",)


def test_only_the_page_of_the_accounts_knows_years(content: Mechanism) -> None:
    assert read({"year": ["2018"]}, content).ignored == ("year=2018",)
    assert read({"year": ["2018"]}, content, "hypotheses").year == 2018


@settings(max_examples=500)
@given(st.dictionaries(st.text(), st.lists(st.text())))
def test_any_query_is_read_and_each_unknown_part_is_named(params: Params) -> None:
    address = read(params, CONTENT)
    known = ("node", "edge", "level", "lens", "hypothesis", "step", "embed", "embed_options")
    unknown = [name for name in params if name not in known]
    assert len(address.ignored) >= len(unknown)
    assert all(part.isprintable() and len(part) < 100 for part in address.ignored)


@pytest.mark.parametrize(("params", "left_out"), ODD)
def test_an_odd_address_names_what_is_left_out(content: Mechanism, params: Params, left_out: int) -> None:
    assert len(read(params, content).ignored) == left_out


def test_the_rest_of_an_odd_address_is_honoured(content: Mechanism) -> None:
    address = read({"node": ["ampar", "x"], "level": ["patient"], "odd": ["1"]}, content)
    assert (address.focus, address.level) == (Focus("node", "ampar"), Level.PATIENT)
    assert address.ignored == ("node=x", "odd=1")


def test_the_story_is_told_on_the_whole_picture_only(content: Mechanism) -> None:
    assert read({"step": ["ampa"]}, content).moment == "ampa"
    assert read({"step": ["amp"]}, content).ignored == ("step=amp",)
    assert read({"step": ["ampa"]}, content, "ampa-activation").ignored == ("step=ampa",)
    assert read({"step": ["ampa"], "node": ["trkb"]}, content).telling("bdnf").query() == "?step=bdnf"


def test_defaults_are_left_out_of_an_address() -> None:
    assert Address().query() == "?"
    assert Address(Focus("node", "ampar")).query() == "?node=ampar"
    assert Address(hypotheses=("opioid", "vegf")).query() == "?hypothesis=opioid,vegf"


@pytest.mark.parametrize("pick", ["", "none", "node:", "node:nothing", "ampar", "edge:ampar", "link:ampar"])
def test_a_pick_of_nothing_known_is_no_focus(content: Mechanism, pick: str) -> None:
    assert picked(pick, content) is None


def test_of_many_ignored_parts_only_the_first_are_listed() -> None:
    line = ignored_line([f"p{number}=1" for number in range(50)])
    assert line == "p0=1, p1=1, p2=1, p3=1, p4=1 (+45)"
