"""The story in words: every moment says what happens, in whom it was seen, and what it rests on."""

from __future__ import annotations

import re

import pytest

from graph.content import Mechanism
from graph.evidence import badge
from graph.vocabulary import Level
from tests.ui.pages import html_of
from ui.catalogue import page_of
from ui.html.citations import short_authors
from ui.html.markup import text
from wording.interface import interface


@pytest.mark.parametrize("level", list(Level))
def test_each_moment_shows_its_words_arrows_papers_and_where_to_read_on(content: Mechanism, level: Level) -> None:
    words = content.words[level].story
    for id_, moment in content.story.items():
        shown = html_of("", level, step=id_)
        panel = shown[shown.index('class="panel"') :].partition("</section>")[0]
        for said in (words[id_].title, words[id_].text, interface(level).story.seen.format(seen=words[id_].seen)):
            assert text(said) in panel
        assert set(re.findall(r'data-set="node=&amp;edge=([^"]+)"', panel)) == set(moment.arrows)
        split = sum(badge(content.chain(arrow)).contested for arrow in moment.arrows)
        assert panel.count("chip-contested") == split
        for paper in moment.refs:
            assert text(f"{short_authors(content.references[paper])} {content.references[paper].year}") in panel
        assert moment.step
        assert f'href="./{page_of(moment.step).path}' in panel
        assert text(words[id_].note) not in shown  # only a presenter sees it


@pytest.mark.parametrize("level", list(Level))
def test_the_whole_story_stands_in_words_beside_the_picture(content: Mechanism, level: Level) -> None:
    shown = html_of("", level)
    words = content.words[level].story
    at = [shown.index(f'id="moment-{id_}"') for id_ in content.story]
    assert at == sorted(at)
    for id_ in content.story:
        part = shown[shown.index(f'id="moment-{id_}"') :].partition("</li>")[0]
        assert text(words[id_].text) in part
        assert text(words[id_].seen) in part
        assert f'data-set="step={id_}&amp;node=&amp;edge="' in part


def test_a_pick_inside_the_story_keeps_its_moment_and_leads_back_to_it(content: Mechanism) -> None:
    shown = html_of(step="ampa", node="trkb")
    panel = shown[shown.index('class="panel"') :].partition("</section>")[0]
    assert text(content.words[Level.STUDENT].things["trkb"].summary) in panel
    assert 'href="?step=ampa"' in panel
