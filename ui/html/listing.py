"""What pages of records share: search, filters as links, and the number of matches."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

import streamlit as st

from graph.words import TermText
from ui.address import SEARCH, Address
from ui.html.markup import Markup, joined, tag, text
from ui.listings import Listing
from ui.reader import Reader
from ui.state import current_reader

Names = Mapping[str, Callable[[str], str]]
"""For each filter, the label of each value."""

Counts = Counter[tuple[str, str]]
"""Number of records by filter and value."""

Record = TypeVar("Record")

Entry = tuple[str, TermText]
"""A term's id and its words."""


def search_box(reader: Reader) -> str:
    """Draw the search field, bound to the address; returns the search text."""
    words = reader.says.lists
    asked = st.text_input(
        words.search,
        key=SEARCH.name,
        bind="query-params",
        type="search",
        max_chars=SEARCH.longest,
        placeholder=words.search_hint,
    )
    return (asked or "").strip()


def searched() -> Reader:
    """Draw the search field, and return the reader with its text in the address."""
    reader = current_reader()
    return replace(reader, address=reader.address.set(SEARCH, search_box(reader)))


def counted(listing: Listing, records: Iterable[Record], values: Callable[[Record, str], Iterable[str]]) -> Counts:
    """Number of records for each value of each filter; `values` returns a record's values for a filter."""
    return Counter(
        (facet.name, value) for one in records for facet in listing.facets for value in set(values(one, facet.name))
    )


def filtered(address: Address, listing: Listing) -> bool:
    """Whether any filter is set."""
    return any(address[facet] for facet in listing.facets)


def passes(address: Address, listing: Listing, one: Record, values: Callable[[Record, str], Iterable[str]]) -> bool:
    """Whether a record has, for each active filter, one of the chosen values."""
    chosen = ((facet.name, address[facet]) for facet in listing.facets if address[facet])
    return all(set(ids) & set(values(one, name)) for name, ids in chosen)


def followed(reader: Reader, record: Markup) -> Markup:
    """The linked record, shown above the others."""
    return tag("section", tag("h2", reader.says.lists.followed), record, class_="followed")


def folded(said: str) -> str:
    """Normalise `said` for comparison: lower case without accents."""
    letters = unicodedata.normalize("NFKD", said.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def by_letter(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Entries from A to Z, grouped by first letter."""
    ordered = sorted(entries, key=lambda entry: folded(entry[1].term))
    return [(letter, list(terms)) for letter, terms in groupby(ordered, key=_letter)]


def _letter(entry: Entry) -> str:
    return folded(entry[1].term)[0].upper()


def matches(search: str, *texts: str) -> bool:
    """Whether every word of `search` occurs somewhere in `texts`."""
    if not search:
        return True
    body = folded(" ".join(texts))
    return all(word in body for word in folded(search).split())


def filters(reader: Reader, listing: Listing, names: Names, counts: Counts) -> Markup:
    """Each filter as a group of links that toggle its values, with the number of records for each."""
    words, address = reader.says.lists, reader.address
    groups = []
    for facet in listing.facets:
        chosen = address[facet]
        links = []
        for value in facet.known(reader.mechanism):
            number, on = counts[facet.name, value], value in chosen
            if number or on:
                label = text(names[facet.name](value)) + tag("span", f" {number}", class_="muted")
                going = (facet, facet.toggled(chosen, value)), (listing.item, "")
                links.append(reader.switch(label, on, *going, id_=f"by-{facet.name}-{value}"))
        title = words.facets[facet.name]
        groups.append(tag("div", tag("strong", title), " ", *links, role="group", aria_label=title, class_="facet"))
    unfolded = "" if filtered(address, listing) else None
    return tag("details", tag("summary", words.filters), *groups, class_="filters", open=unfolded)


def shown_line(reader: Reader, listing: Listing, shown: int, total: int) -> Markup:
    """How many records are shown, with a link to reset; takes the focus from a filter link that disappears."""
    words, address = reader.says.lists, reader.address
    parts: list[str] = [tag("span", words.shown.format(shown=shown, total=total))]
    if filtered(address, listing) or address[SEARCH] or address[listing.item]:
        none = [(facet, ()) for facet in listing.facets]
        parts += [" · ", tag("a", words.clear, **reader.going(*none, (listing.item, ""), (SEARCH, "")))]
    if not shown:
        parts.append(tag("p", words.nothing))
    # Not a paragraph, which could not contain another.
    return tag("div", *parts, class_="shown", role="status", tabindex="-1")


def sections(found: Iterable[tuple[str, str, Iterable[Markup]]]) -> Markup:
    """Groups of records under headings, given as (id, heading, records)."""
    return joined(
        tag("section", tag("h2", heading), *records, id=id_, class_="records") for id_, heading, records in found
    )
