"""The glossary: every term of the level from A to Z, its definition, and the part of the map it names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.words import TermText
from ui.address import SEARCH
from ui.html.contents import jumps
from ui.html.listing import Entry, by_letter, followed, matches, searched, sections, shown_line
from ui.html.markup import Markup, joined, tag
from ui.listings import Listing
from ui.page import Page
from ui.params import Focus, Id
from ui.reader import Reader
from ui.subject import Subject

TERM = Id("term", doc="The one term that a link leads to.", known=lambda content: content.glossary)
GLOSSARY = Listing(TERM)


def glossary_list(reader: Reader) -> Markup:
    """Terms that match the search, grouped by first letter; a linked term is shown first."""
    words = reader.mechanism.words[reader.level].glossary
    found = [
        (id_, one) for id_, one in words.items() if matches(reader.address[SEARCH], one.term, one.text, *one.forms)
    ]
    letters = by_letter(found)
    parts = [
        jumps(reader, ((_place(letter), letter) for letter, _ in letters)),
        shown_line(reader, GLOSSARY, len(found), len(words)),
    ]
    if reader.address[TERM]:
        id_ = reader.address[TERM]
        parts.append(followed(reader, _terms(reader, [(id_, words[id_])], "followed-")))
    parts.append(sections((_place(letter), letter, [_terms(reader, terms)]) for letter, terms in letters))
    return joined(parts)


def _place(letter: str) -> str:
    return f"letter-{letter.lower()}"


def _terms(reader: Reader, entries: Sequence[Entry], prefix: str = "term-") -> Markup:
    return tag("dl", *(_term(reader, *entry, prefix) for entry in entries))


def _term(reader: Reader, id_: str, words: TermText, prefix: str) -> Markup:
    """A term, its definition, a link to it on the map, and its own address."""
    thing = reader.mechanism.glossary[id_].thing
    links = [reader.record(Subject.TERMS, id_, reader.says.lists.link)]
    if thing:
        label = reader.says.lists.on_map.format(name=reader.name(thing))
        links = [reader.on_map(Focus("node", thing), label), tag("span", " · "), *links]
    return tag("dt", words.term, id=f"{prefix}{id_}") + tag(
        "dd", tag("p", words.text), tag("p", *links, class_="links")
    )


class GlossaryPage(Page):
    """Search, an alphabetical index, and the terms."""

    def draw(self) -> None:
        """Draw the terms that match the search."""
        st.html(tag("div", glossary_list(searched()), class_="list prose"))


PAGE = GlossaryPage("glossary", GLOSSARY.params, (Subject.TERMS,), item=TERM)
