"""Pages run on the server alone: every level, odd addresses, and what is sent to the map."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.odd import ODD, Params
from tests.ui.pages import html, ran
from tests.ui.views import seen
from ui.address import LEVEL, ignored_line
from ui.html.markup import text
from wording.interface import interface


def sent_to_map(test: AppTest) -> dict[str, str]:
    sent: list[dict[str, str]] = [json.loads(component.proto.json) for component in test.get("bidi_component")]
    (to_map,) = (each for each in sent if "lens" in each)
    return to_map


@pytest.mark.parametrize("level", list(Level))
def test_the_page_speaks_the_level_of_its_address(content: Mechanism, level: Level) -> None:
    test = ran({"level": [level.value], "node": ["ampar"]})
    assert not test.exception
    words = content.words[level]
    assert [title.value for title in test.title] == [words.mechanism.title]
    assert text(words.things["ampar"].summary) in html(test)
    assert sent_to_map(test)["level"] == level.value
    assert sent_to_map(test)["focus"] == "node:ampar"


@pytest.mark.parametrize(("params", "left_out"), ODD)
def test_an_odd_address_renders_the_page_and_says_what_was_ignored(
    content: Mechanism, params: Params, left_out: int
) -> None:
    test = ran(params)
    assert not test.exception
    assert test.title
    address = seen(params)
    said = text(interface(address[LEVEL]).text.ignored.format(what=ignored_line(address.ignored)))
    assert (said in html(test)) == (left_out > 0)


def test_a_message_to_the_map_is_small(content: Mechanism) -> None:
    test = ran({"edge": [max(content.links, key=len)]})
    assert all(component.proto.ByteSize() < 20_000 for component in test.get("bidi_component"))


def test_each_run_is_counted() -> None:
    test = ran({})
    assert 'data-run="1"' in html(test)
    assert 'data-run="2"' in html(test.run())


def test_the_footer_says_what_is_left_out_and_who_has_reviewed_it(content: Mechanism) -> None:
    shown = html(ran({}))
    text = interface(Level.STUDENT).text
    assert content.words[Level.STUDENT].mechanism.leaves_out in shown
    assert text.not_advice in shown
    assert text.not_reviewed in shown
    assert content.digest in shown
