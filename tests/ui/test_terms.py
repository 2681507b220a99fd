"""Terms in prose: marked once, as whole words, the longest first, and nothing else of the text is changed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from graph.content import Mechanism
from graph.vocabulary import Level
from graph.words import TermText
from pages.time.compared import beside
from tests.support.mechanisms import main
from tests.ui.pages import drawn, unmarked, visited
from ui.browser.files import files
from ui.catalogue import paths
from ui.html.markup import Markup, tag, text
from ui.html.terms import explained, marked, spellings
from ui.reader import Reader
from ui.state import plain_reader
from wording.interface import interface

READER = plain_reader(Level.STUDENT)
BUTTON = re.compile(r'<button type="button" class="term" data-term="([^"]+)" aria-expanded="false">([^<]+)</button>')
ABBREVIATION = re.compile(r"(?<!\w)\w*[A-Z]\w*[A-Z]\w*(?!\w)")
# Names rather than abbreviations, and two that everybody reads: the country, a schedule of its law, a licence, a trial.
ALLOWED = {"US", "III", "MIT", "KARMA"}
LONGEST = 20


def terms(said: str) -> list[tuple[str, str]]:
    """Id and form of each term marked in `said`."""
    return BUTTON.findall(marked(READER, said))


@cache
def texts(level: Level) -> tuple[str, ...]:
    """Every text of a level that may be met in prose: its words, what it says of claims, and the page about it."""
    content = main()
    words = content.words[level]
    parts = [getattr(words, name) for name in type(words).model_fields if name != "glossary"]
    return tuple(said for part in (*parts, content.verdicts[level], interface(level).about) for said in _within(part))


def _within(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _within(getattr(part, name))
    elif isinstance(part, dict):
        for value in part.values():
            yield from _within(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from _within(value)


def met(level: Level) -> Counter[str]:
    """How often each spelling is met as a term in the texts of `level`; one inside a longer one does not count."""
    known = spellings(main().words[level])
    longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return Counter(found for said in texts(level) for found in re.findall(rf"(?<!\w)(?:{longest_first})(?!\w)", said))


def test_a_term_is_a_button_with_the_words_as_they_stand() -> None:
    assert marked(READER, "The glutamate rises.") == (
        'The <button type="button" class="term" data-term="glutamate" aria-expanded="false">glutamate</button> rises.'
    )


def test_a_capital_at_the_start_makes_no_other_word_and_capitals_elsewhere_do() -> None:
    assert terms("Glutamate rises.") == [("glutamate", "Glutamate")]
    assert terms("A pet is an animal; GLUTAMATE, bdnf.") == []


def test_only_the_first_place_of_a_term_is_marked_whatever_its_form() -> None:
    assert terms("BDNF, BDNF and BDNF") == [("bdnf", "BDNF")]
    assert terms("One synapse, two synapses.") == [("synapse", "synapse")]


def test_texts_that_share_a_set_mark_a_term_once() -> None:
    shared: set[str] = set()
    assert "<button" in marked(READER, "BDNF", shared)
    assert marked(READER, "BDNF", shared) == "BDNF"
    assert shared == {"bdnf"}


def test_of_forms_that_begin_together_the_longest_is_taken() -> None:
    assert terms("NMDA receptors and receptors") == [("nmda", "NMDA receptors"), ("receptor", "receptors")]
    assert terms("eEF2 kinase") == [("eef2", "eEF2 kinase")]


@pytest.mark.parametrize("said", ["PETS and SPET", "receptorless", "antiBDNF", "BDNFa", "xGABA", "GABA2"])
def test_nothing_is_marked_inside_a_word(said: str) -> None:
    assert marked(READER, said) == said


@pytest.mark.parametrize("said", ["BDNF-dependent", "(BDNF)", "BDNF’s", "mature-BDNF", "“BDNF”", "BDNF."])
def test_marks_beside_a_word_do_not_hide_it(said: str) -> None:
    assert terms(said) == [("bdnf", "BDNF")]


def test_what_is_html_already_stays_as_it_is() -> None:
    link = tag("a", "BDNF", href="./")
    assert marked(READER, link) == link
    assert isinstance(marked(READER, "BDNF"), Markup)


def compared_reader(glossary: Mapping[str, TermText]) -> Reader:
    """A reader of a mechanism that stands beside the main one and explains these terms."""
    (other, *_) = beside(READER)
    words = other.mechanism.words[Level.STUDENT].model_copy(update={"glossary": glossary})
    return replace(other, mechanism=replace(other.mechanism, words={Level.STUDENT: words}))


def test_a_mechanism_beside_the_main_one_has_terms_of_its_own_or_none(content: Mechanism) -> None:
    said = "Serotonin and BDNF rise at the receptor."
    assert len(terms(said)) == 3
    assert marked(compared_reader({}), said) == text(said)
    serotonin = TermText(term="serotonin", text="Another explanation.", forms=("serotonin",))
    other = compared_reader({"serotonin": serotonin})
    (found,) = BUTTON.findall(marked(other, said))
    name, form = found
    assert form == "Serotonin"
    told = json.loads(explained([content, other.mechanism], Level.STUDENT))
    assert told[name] == ["serotonin", "Another explanation."]
    main = content.words[Level.STUDENT].glossary["serotonin"]
    assert told["serotonin"] == [main.term, main.text] != told[name]


PIECES = (
    "BDNF",
    "receptor",
    "NMDA receptors",
    "<b>",
    "&",
    '"',
    "'",
    "&amp;",
    " ",
    "x",
    "\0",
    "<button class='term'>",
    "–",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join))
def test_any_text_is_escaped_and_reads_as_before(said: str) -> None:
    shown = marked(READER, said)
    assert unmarked(shown) == text(said)
    assert unescape(re.sub(r"<button type=[^>]*>|</button>", "", shown)) == unescape(text(said))
    ids = [id_ for id_, _ in BUTTON.findall(shown)]
    assert len(set(ids)) == len(ids) == shown.count("<button")


@pytest.mark.parametrize("level", list(Level))
def test_each_form_is_met_in_the_texts_of_its_level(content: Mechanism, level: Level) -> None:
    found = met(level)
    idle = [
        f"{id_}: {form}"
        for id_, term in content.words[level].glossary.items()
        for form in term.forms
        if not found[form] and not found[form[0].upper() + form[1:]]
    ]
    assert not idle, f"take these forms out of words/{level}.yaml: {idle}"


@pytest.mark.parametrize("level", [Level.PATIENT, Level.STUDENT])
def test_each_abbreviation_is_explained(content: Mechanism, level: Level) -> None:
    known = {part for form in spellings(content.words[level]) for part in ABBREVIATION.findall(form)}
    unknown = Counter(one for said in texts(level) for one in ABBREVIATION.findall(said))
    assert not set(unknown) - known - ALLOWED, f"explain these in words/{level}.yaml, or name them as allowed"
    assert any(set(unknown) & known)


def test_an_explanation_for_patients_is_short_and_leaves_no_abbreviation_open(content: Mechanism) -> None:
    for id_, term in content.words[Level.PATIENT].glossary.items():
        sentences = re.split(r"(?<=[.:?!])\s+", term.text)
        assert max(len(sentence.split()) for sentence in sentences) <= LONGEST, id_
        named = f"{term.term} {' '.join(term.forms)}"
        assert set(ABBREVIATION.findall(term.text)) - ALLOWED <= set(ABBREVIATION.findall(named)) | _named(term.text), (
            id_
        )


def _named(said: str) -> set[str]:
    """Abbreviations that a text gives as the name of what it has just explained."""
    return set(re.findall(r"(?:name is|called|call it) (\w+)", said))


def test_an_explanation_states_no_number_that_is_not_in_the_texts(content: Mechanism) -> None:
    for level in Level:
        known = set(re.findall(r"\d+(?:\.\d+)?", " ".join(texts(level))))
        for id_, term in content.words[level].glossary.items():
            assert set(re.findall(r"\d+(?:\.\d+)?", term.text)) <= known, (level, id_)


@pytest.mark.parametrize("level", list(Level))
def test_the_browser_gets_every_term_of_the_level(content: Mechanism, level: Level) -> None:
    assert f"glossary-{level.value}.json" in files()
    told = json.loads(explained([content], level))
    assert list(told) == list(content.glossary)
    assert all(told[id_] == [one.term, one.text] for id_, one in content.words[level].glossary.items())


@pytest.mark.parametrize("path", paths())
def test_terms_are_not_marked_in_headings_links_table_heads_or_summaries(path: str) -> None:
    shown = drawn(visited(path))
    for name in ("h2", "h3", "h4", "a", "th", "summary", "button", "strong"):
        for inside in re.findall(rf"<{name}\b[^>]*>(.*?)</{name}>", shown, re.DOTALL):
            assert 'class="term"' not in inside, (name, inside[:80])
    assert ('class="term"' in shown) == (path not in ("sources", "glossary", "present", "follow"))
