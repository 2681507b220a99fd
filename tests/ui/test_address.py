"""The address: what a query string asks for of each page, and what is left out of it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.content import Mechanism
from graph.history import years
from graph.vocabulary import Level
from pages.cascade.story import STEP
from pages.claims.records import CLAIM, CLAIMS
from pages.hypotheses.picture import YEAR
from tests.support.mechanisms import main
from tests.ui.odd import ODD, Params
from tests.ui.views import drawn, parsed, seen, view
from ui.address import ACCOUNTS, FOCUS, LEVEL, SEARCH, STREAMLITS_OWN, Address, ignored_line, setting
from ui.catalogue import page_at, pages, paths
from ui.listings import Listing
from ui.params import LONGEST_SEARCH, Focus, ForBrowser, Ids

CONTENT = main()
LISTINGS = {path: page for path, page in pages().items() if SEARCH in page.params}


@pytest.mark.parametrize("path", paths())
def test_any_view_of_a_page_survives_being_written_and_read(content: Mechanism, path: str) -> None:
    chance = random.Random(path)  # noqa: S311 - views, no secret
    views = [drawn(chance, path, content) for _ in range(500)]
    for address in views:
        assert seen(parsed(address.query()), path) == address
    for param in page_at(path).params:
        if not isinstance(param, ForBrowser):
            assert any(address[param] != param.default for address in views), param.name


@pytest.mark.parametrize("path", paths())
def test_a_link_that_sets_parameters_leads_to_the_same_view(content: Mechanism, path: str) -> None:
    chance = random.Random(path)  # noqa: S311 - views, no secret
    for _ in range(100):
        now, then = drawn(chance, path, content), drawn(chance, path, content)
        sent = parsed(setting(*((param, then[param]) for param in then.params)))
        kept = {name: values for name, values in ({**parsed(now.query()), **sent}).items() if values != [""]}
        assert seen(kept, path) == then


@pytest.mark.parametrize("path", paths())
def test_an_empty_value_is_named_like_any_other_that_cannot_be_used(path: str) -> None:
    for param in page_at(path).params:
        if not isinstance(param, ForBrowser) and param is not SEARCH:  # an empty search finds everything
            for name in param.names:
                assert seen({name: [""]}, path).ignored == (f"{name}=",)


@pytest.mark.parametrize("year", ["", "1", "1800", "2018.0", " 2018", "２０１８", "-2018", "now", "2200", "02018"])
def test_an_odd_year_is_named_and_today_is_shown(year: str) -> None:
    address = view("hypotheses", year=year, hypothesis="opioid")
    assert (address[YEAR], address[ACCOUNTS]) == ("", ("opioid",))
    assert address.ignored == (f"year={year}",)


def test_every_year_with_papers_has_an_address_on_the_page_of_the_accounts(content: Mechanism) -> None:
    assert view(year="2018").ignored == ("year=2018",)
    for year in years(content):
        assert view("hypotheses", year=str(year))[YEAR] == str(year)


@settings(max_examples=500)
@given(st.sampled_from(paths()), st.dictionaries(st.text(), st.lists(st.text())))
def test_any_query_is_read_and_each_unknown_part_is_named(path: str, params: Params) -> None:
    address = seen(params, path)
    unknown = [name for name in params if name not in page_at(path).names | STREAMLITS_OWN]
    assert len(address.ignored) >= len(unknown)
    assert all(part.isprintable() and len(part) < 100 for part in address.ignored)


@pytest.mark.parametrize(("params", "left_out"), ODD)
def test_an_odd_address_names_what_is_left_out(params: Params, left_out: int) -> None:
    assert len(seen(params).ignored) == left_out


def test_the_rest_of_an_odd_address_is_honoured() -> None:
    address = seen({"node": ["ampar", "x"], "level": ["patient"], "odd": ["1"]})
    assert (address[FOCUS], address[LEVEL]) == (Focus("node", "ampar"), Level.PATIENT)
    assert address.ignored == ("node=x", "odd=1")


def test_the_story_is_told_on_the_whole_picture_only() -> None:
    assert view(step="ampa")[STEP] == "ampa"
    assert view(step="amp").ignored == ("step=amp",)
    assert view("ampa-activation", step="ampa").ignored == ("step=ampa",)


def test_defaults_are_left_out_of_an_address() -> None:
    assert Address().query() == "?"
    assert view(node="ampar").query() == "?node=ampar"
    assert view(hypothesis="opioid,vegf").query() == "?hypothesis=opioid,vegf"


def test_another_page_gets_what_it_knows_of_a_view() -> None:
    there = page_at("what-if")
    address = view("time", node="ampar", hypothesis="opioid", at="4h").at(there.path, there.params)
    assert address.href() == "./what-if?node=ampar&hypothesis=opioid"


def test_of_more_accounts_than_fit_the_earliest_goes() -> None:
    assert ACCOUNTS.toggled(("opioid", "vegf"), "gsk3") == ("vegf", "gsk3")
    assert ACCOUNTS.toggled(("opioid", "vegf"), "vegf") == ("opioid",)


def test_of_many_ignored_parts_only_the_first_are_listed() -> None:
    line = ignored_line([f"p{number}=1" for number in range(50)])
    assert line == "p0=1, p1=1, p2=1, p3=1, p4=1 (+45)"


@pytest.mark.parametrize(
    ("path", "params", "left_out"),
    [
        ("claims", {"topic": ["nothing"]}, ("topic=nothing",)),
        ("claims", {"topic": ["condition,nothing,condition"]}, ("topic=nothing", "topic=condition")),
        ("claims", {"claim": ["nothing"]}, ("claim=nothing",)),
        ("claims", {"node": ["ampar"]}, ("node=ampar",)),
        ("claims", {"kind": ["review"]}, ("kind=review",)),
        ("claims", {"verdict": ["incorrect"], "level": ["all"]}, ("level=all",)),
        ("sources", {"paper": ["nobody2000"], "doi": ["seen"]}, ("paper=nobody2000",)),
        ("sources", {"claim": ["gad"]}, ("claim=gad",)),
        ("about", {"q": ["x"]}, ("q=x",)),
        ("", {"q": ["x"], "topic": ["condition"]}, ("q=x", "topic=condition")),
        ("time", {"at": ["noon"]}, ("at=noon",)),
        ("bdnf-release", {"view": ["overview"]}, ("view=overview",)),
        ("what-if", {"guess": ["perhaps"]}, ("guess=perhaps",)),
    ],
)
def test_what_does_not_belong_to_a_page_is_named(path: str, params: Params, left_out: tuple[str, ...]) -> None:
    assert seen(params, path).ignored == left_out


def test_a_search_that_is_too_long_is_left_out() -> None:
    address = view("sources", q="x" * (LONGEST_SEARCH + 1))
    assert (address[SEARCH], len(address.ignored)) == ("", 1)


@pytest.mark.parametrize("path", LISTINGS)
def test_every_record_and_filter_has_an_address_and_a_filter_is_switched_back(content: Mechanism, path: str) -> None:
    page = LISTINGS[path]
    assert page.item is not None
    listing = Listing(page.item, tuple(param for param in page.params if isinstance(param, Ids)))
    for id_ in page.item.known(content):
        assert view(path, **{page.item.name: id_})[page.item] == id_
    for facet in listing.facets:
        for value in map(str, facet.known(content)):
            assert view(path, **{facet.name: value})[facet] == (value,)
            assert facet.toggled(facet.toggled((), value), value) == ()


def test_a_filter_takes_the_reader_away_from_a_single_record() -> None:
    asked = view("claims", claim="gad", level="patient", q="fear")
    topic = next(facet for facet in CLAIMS.facets if facet.name == "topic")
    filtered = asked.set(topic, ("condition",)).set(CLAIM, "")
    assert filtered.query() == "?level=patient&topic=condition&q=fear"
