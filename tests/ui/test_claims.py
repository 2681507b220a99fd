"""The page of claims speaks at each level in that level's words, and is searched in them."""

from __future__ import annotations

import re
from functools import cache

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import anchors, html_of
from ui.html.listing import folded
from ui.html.markup import text

LEVELS = pytest.mark.parametrize("level", list(Level))


@cache
def shown(level: Level, search: str = "") -> str:
    """The page without the buttons of terms around words."""
    return re.sub(r"</?button[^>]*>", "", html_of("claims", level, **({"q": search} if search else {})))


def found(level: Level, search: str) -> set[str]:
    """Claims that a search leaves on the page."""
    return {id_.removeprefix("claim-") for id_ in anchors(shown(level, search)) if id_.startswith("claim-")}


def said(content: Mechanism, level: Level, id_: str) -> str:
    words = content.verdicts[level].claims[id_]
    return folded(" ".join((words.claim, words.plain, words.why)))


def only_here(content: Mechanism, level: Level) -> str:
    """A word that no other level says of a claim, and that names no article."""
    elsewhere = [said(content, other, id_) for other in Level if other is not level for id_ in content.claims]
    elsewhere += [folded(one.title or one.described_as) for one in content.articles.values()]
    own = set(re.findall(r"[a-z]+", " ".join(said(content, level, id_) for id_ in content.claims)))
    longest: str = max(sorted(word for word in own if not any(word in there for there in elsewhere)), key=len)
    return longest


@LEVELS
def test_each_claim_has_its_words_verdict_and_reason(content: Mechanism, level: Level) -> None:
    cards = dict(re.findall(r'<article id="claim-([^"]+)".*?>(.*?)</article>', shown(level), re.DOTALL))
    assert set(cards) == set(content.claims)
    for id_, words in content.verdicts[level].claims.items():
        for part in (words.claim, words.plain, words.why):
            assert text(part) in cards[id_], (id_, part)


@LEVELS
def test_the_search_looks_in_the_words_of_the_level(content: Mechanism, level: Level) -> None:
    word = only_here(content, level)
    assert found(level, word) == {id_ for id_ in content.claims if word in said(content, level, id_)} != set()
    assert [found(other, word) for other in Level if other is not level] == [set(), set()]
