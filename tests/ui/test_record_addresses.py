"""Addresses of the pages that list records: filters, search, and the one record asked for."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.content import Mechanism, load
from graph.vocabulary import Level
from tests.ui.odd import Params
from ui.address import LONGEST_SEARCH, Address, read
from ui.facets import CLAIMS, LISTINGS, SOURCES, Listing

CONTENT = load()


def addresses(listing: Listing) -> st.SearchStrategy[Address]:
    """Any view of a page of records."""
    chosen = {
        facet.name: st.lists(st.sampled_from([str(each) for each in facet.options(CONTENT)]), unique=True, max_size=4)
        for facet in listing.facets
    }
    filters = st.fixed_dictionaries(chosen).map(
        lambda found: tuple(sorted((name, tuple(values)) for name, values in found.items() if values))
    )
    search = st.text(max_size=LONGEST_SEARCH).map(str.strip)
    item = st.none() | st.sampled_from(list(listing.items(CONTENT))).map(lambda id_: (listing.item, id_))
    return st.builds(Address, level=st.sampled_from(Level), filters=filters, search=search, item=item)


def parsed(query: str) -> Params:
    return parse_qs(query.removeprefix("?"), keep_blank_values=True)


@pytest.mark.parametrize("listing", LISTINGS.values(), ids=lambda listing: listing.path)
def test_a_view_survives_being_written_and_read(listing: Listing) -> None:
    @settings(max_examples=500)
    @given(addresses(listing))
    def survives(address: Address) -> None:
        assert read(parsed(address.query()), CONTENT, listing.path) == address

    survives()


@pytest.mark.parametrize("listing", LISTINGS.values(), ids=lambda listing: listing.path)
def test_switching_a_filter_twice_changes_nothing(listing: Listing) -> None:
    for facet in listing.facets:
        for value in map(str, facet.options(CONTENT)):
            once = Address().toggled(facet.name, value)
            assert once.chosen(facet.name) == (value,)
            assert once.toggled(facet.name, value) == Address()


def test_a_filter_takes_the_reader_away_from_a_single_record() -> None:
    asked = Address(item=("claim", "gad"), level=Level.PATIENT, search="fear")
    filtered = asked.toggled("topic", "condition")
    assert (filtered.item, filtered.level, filtered.search) == (None, Level.PATIENT, "fear")


@pytest.mark.parametrize(
    ("path", "params", "left_out"),
    [
        ("claims", {"topic": ["nothing"]}, ("topic=nothing",)),
        ("claims", {"topic": ["condition,nothing,condition"]}, ("topic=nothing", "topic=condition")),
        ("claims", {"topic": [""]}, ("topic=",)),
        ("claims", {"claim": ["nothing"]}, ("claim=nothing",)),
        ("claims", {"node": ["ampar"]}, ("node=ampar",)),
        ("claims", {"kind": ["review"]}, ("kind=review",)),
        ("claims", {"verdict": ["incorrect"], "level": ["all"]}, ("level=all",)),
        ("sources", {"paper": ["nobody2000"], "doi": ["seen"]}, ("paper=nobody2000",)),
        ("sources", {"claim": ["gad"]}, ("claim=gad",)),
        ("about", {"q": ["x"]}, ("q=x",)),
        ("", {"q": ["x"], "topic": ["condition"]}, ("q=x", "topic=condition")),
    ],
)
def test_what_does_not_belong_to_a_page_is_named(path: str, params: Params, left_out: tuple[str, ...]) -> None:
    assert read(params, CONTENT, path).ignored == left_out


def test_a_search_that_is_too_long_is_left_out() -> None:
    address = read({"q": ["x" * (LONGEST_SEARCH + 1)]}, CONTENT, "sources")
    assert (address.search, len(address.ignored)) == ("", 1)


@settings(max_examples=300)
@given(st.sampled_from(["claims", "sources", "about"]), st.dictionaries(st.text(), st.lists(st.text())))
def test_any_query_is_read(path: str, params: Params) -> None:
    address = read(params, CONTENT, path)
    assert all(part.isprintable() and len(part) < 100 for part in address.ignored)


def test_every_record_and_filter_has_an_address(content: Mechanism) -> None:
    for listing in (CLAIMS, SOURCES):
        for id_ in listing.items(content):
            assert read({listing.item: [id_]}, content, listing.path).item == (listing.item, id_)
        for facet in listing.facets:
            for value in map(str, facet.options(content)):
                assert read({facet.name: [value]}, content, listing.path).chosen(facet.name) == (value,)
