"""The glossary: every term of the level from A to Z, what it means, and the thing on the map that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st

from graph.words import TermText
from ui.address import Focus
from ui.facets import GLOSSARY
from ui.html.listing import folded, followed, matches, searched, shown_line
from ui.html.markup import Markup, tag
from ui.reader import Reader

Entry = tuple[str, TermText]
"""A term's id and its words."""


def glossary_page() -> None:
    """Draw the page: search, letters to jump to, and the terms."""
    st.html(tag("div", glossary_list(searched()), class_="list prose"))


def by_letter(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Entries from A to Z, under the letter that each begins with."""
    ordered = sorted(entries, key=lambda entry: folded(entry[1].term))
    return [(letter, list(terms)) for letter, terms in groupby(ordered, key=_letter)]


def glossary_list(reader: Reader) -> Markup:
    """Terms that pass the search, by their first letter; above them the one that a link asked for."""
    words = reader.mechanism.words[reader.level].glossary
    found = [(id_, one) for id_, one in words.items() if matches(reader.address.search, one.term, one.text, *one.forms)]
    letters = by_letter(found)
    jumps = (tag("a", letter, href=_place(letter, "#")) for letter, _ in letters)
    parts = [
        tag("nav", *jumps, class_="jumps", aria_label=reader.says.text.plain_contents),
        shown_line(reader, GLOSSARY, len(found), len(words)),
    ]
    if reader.address.item:
        id_ = reader.address.item[1]
        parts.append(followed(reader, _terms(reader, [(id_, words[id_])], "followed-")))
    parts += [
        tag("section", tag("h2", letter), _terms(reader, terms), id=_place(letter), class_="records")
        for letter, terms in letters
    ]
    return Markup("".join(parts))


def _letter(entry: Entry) -> str:
    return folded(entry[1].term)[0].upper()


def _place(letter: str, prefix: str = "") -> str:
    return f"{prefix}letter-{letter.lower()}"


def _terms(reader: Reader, entries: Sequence[Entry], prefix: str = "term-") -> Markup:
    return tag("dl", *(_term(reader, *entry, prefix) for entry in entries))


def _term(reader: Reader, id_: str, words: TermText, prefix: str) -> Markup:
    """A term, what it means, where it stands on the map, and its own address."""
    thing = reader.mechanism.glossary[id_].thing
    links = [reader.page("glossary", reader.says.lists.link, term=id_)]
    if thing:
        label = reader.says.lists.on_map.format(name=reader.name(thing))
        links = [reader.on_map(Focus("node", thing), label), tag("span", " · "), *links]
    return Markup(
        tag("dt", words.term, id=f"{prefix}{id_}") + tag("dd", tag("p", words.text), tag("p", *links, class_="links"))
    )
