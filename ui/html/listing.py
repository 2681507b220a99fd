"""What pages of records share: searching them, filtering them by links, and saying how many are shown."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from ui.address import LONGEST_SEARCH, Address
from ui.facets import Listing
from ui.html.markup import Markup, tag
from ui.list_links import SEARCH, params, written
from ui.reader import Reader
from ui.state import current_reader

Names = Mapping[str, Callable[[str], str]]
"""For each filter, what the reader calls its values."""

Counts = Counter[tuple[str, str]]
"""Numbers of records by filter and value."""

Record = TypeVar("Record")


def search_box(reader: Reader) -> str:
    """The search field, held in the address; returns what is searched for."""
    words = reader.says.lists
    asked = st.text_input(
        words.search,
        key=SEARCH,
        bind="query-params",
        type="search",
        max_chars=LONGEST_SEARCH,
        placeholder=words.search_hint,
    )
    return (asked or "").strip()


def searched() -> Reader:
    """The reader of this run, with the search field drawn and what it holds in the address."""
    reader = current_reader()
    return replace(reader, address=replace(reader.address, search=search_box(reader)))


def counted(listing: Listing, records: Iterable[Record], values: Callable[[Record, str], Iterable[str]]) -> Counts:
    """How many records each value of each filter holds; `values` gives what a record has of a filter."""
    return Counter(
        (facet.name, value) for one in records for facet in listing.facets for value in set(values(one, facet.name))
    )


def passes(address: Address, one: Record, values: Callable[[Record, str], Iterable[str]]) -> bool:
    """Whether a record has, of each filter that is set, one of the values chosen."""
    return all(set(chosen) & set(values(one, facet)) for facet, chosen in address.filters)


def followed(reader: Reader, record: Markup) -> Markup:
    """The one record that a link asked for, above the others."""
    return tag("section", tag("h2", reader.says.lists.followed), record, class_="followed")


def folded(text: str) -> str:
    """`text` as it is compared: small letters without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def matches(search: str, *texts: str) -> bool:
    """Whether every word of `search` occurs somewhere in `texts`."""
    if not search:
        return True
    body = folded(" ".join(texts))
    return all(word in body for word in folded(search).split())


def filters(reader: Reader, listing: Listing, names: Names, counts: Counts) -> Markup:
    """Every filter as a group of links that switch its values, with how many records each holds."""
    words, address = reader.says.lists, reader.address
    groups, now = [], params()
    for facet in listing.facets:
        chosen = address.chosen(facet.name)
        links = []
        for value in map(str, facet.options(reader.mechanism)):
            number, on = counts[facet.name, value], value in chosen
            if number or on:
                query = address.toggled(facet.name, value).query()
                go, id_ = written(query, listing, now), f"by-{facet.name}-{value}"
                links.append(_switch(id_, query, go, names[facet.name](value), number, on))
        label = words.facets[facet.name]
        groups.append(tag("div", tag("strong", label), " ", *links, role="group", aria_label=label, class_="facet"))
    on = bool(address.filters)
    return tag("details", tag("summary", words.filters), *groups, class_="filters", open="" if on else None)


def _switch(id_: str, query: str, go: str, label: str, number: int, on: bool) -> Markup:
    """A link to the view with one value switched; the desk follows it, and by its `id_` keeps the focus on it."""
    count = tag("span", f" {number}", class_="muted")
    current = "true" if on else None
    return tag("a", label, count, id=id_, href=query, target="_self", data_go=go, aria_current=current)


def shown_line(reader: Reader, listing: Listing, shown: int, total: int) -> Markup:
    """How many records are shown, and a way to see all again; whose link has gone hands the focus to this line."""
    words, address = reader.says.lists, reader.address
    parts: list[str] = [tag("span", words.shown.format(shown=shown, total=total))]
    if address.filters or address.search or address.item:
        clear = address.only().query()
        go = written(clear, listing, params())
        parts += [" · ", tag("a", words.clear, href=clear, target="_self", data_go=go)]
    if not shown:
        parts.append(tag("p", words.nothing))
    # No paragraph, which could not hold another.
    return tag("div", *parts, class_="shown", role="status", tabindex="-1")


def sections(found: Iterable[tuple[str, str, Iterable[Markup]]]) -> Markup:
    """Groups of records, each under its heading: id, heading, records."""
    return Markup(
        "".join(
            tag("section", tag("h2", heading), *records, id=id_, class_="records") for id_, heading, records in found
        )
    )
