"""The page of terms: all of them from A to Z, searched like every list, each with its place on the map."""

from __future__ import annotations

import re

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import anchors, html_of
from ui.html.listing import folded
from ui.html.markup import text

TERM = re.compile(r'<dt id="term-([^"]+)">(.*?)</dt><dd><p>(.*?)</p>(.*?)</dd>')


@pytest.mark.parametrize("level", list(Level))
def test_every_term_is_there_from_a_to_z_with_what_it_means(content: Mechanism, level: Level) -> None:
    words = content.words[level].glossary
    shown = TERM.findall(html_of("glossary", level))
    assert {id_: (name, said) for id_, name, said, _ in shown} == {
        id_: (text(one.term), text(one.text)) for id_, one in words.items()
    }
    names = [folded(words[id_].term) for id_, *_ in shown]
    assert names == sorted(names)


def test_a_term_that_is_on_the_map_leads_there(content: Mechanism) -> None:
    shown = {id_: links for id_, _, _, links in TERM.findall(html_of("glossary"))}
    for id_, term in content.glossary.items():
        assert re.findall(r'href="\./\?node=([\w-]+)"', shown[id_]) == ([term.thing] if term.thing else [])
        assert f'href="./glossary?term={id_}"' in shown[id_]


def test_each_first_letter_has_its_jump(content: Mechanism) -> None:
    page = html_of("glossary")
    letters = sorted({folded(one.term)[0] for one in content.words[Level.STUDENT].glossary.values()})
    assert re.findall(r'href="#letter-(\w)"', page) == letters
    assert [id_ for id_ in anchors(page) if id_.startswith("letter-")] == [f"letter-{letter}" for letter in letters]


def test_searching_finds_names_forms_and_explanations(content: Mechanism) -> None:
    def found(search: str) -> set[str]:
        return {id_ for id_, *_ in TERM.findall(html_of("glossary", q=search))}

    assert found("brain-derived") == {"bdnf"}
    assert "pv" in found("PARVALBUMIN")
    assert found("qqq") == set()
    assert found("") == set(content.glossary)


def test_a_link_to_one_term_shows_it_first_and_keeps_the_list(content: Mechanism) -> None:
    page = html_of("glossary", term="pet")
    assert page.index('id="followed-pet"') < page.index('id="letter-')
    assert len(TERM.findall(page)) == len(content.glossary)
