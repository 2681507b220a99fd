"""Every page at every level, and every record of the content on the page it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import parse_qs

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import anchors, html, html_of, ran, visited
from ui.catalogue import page_at, pages, paths
from ui.html.markup import text
from wording.interface import interface


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("path", paths())
def test_a_page_has_one_title_its_words_and_its_footer(content: Mechanism, path: str, level: Level) -> None:
    test = visited(path, level)
    assert not test.exception
    assert [title.value for title in test.title] == [page_at(path).title(level)]
    shown = html_of(path, level)
    assert "<h1" not in shown
    for said in (page_at(path).leaves_out(level), interface(level).text.not_advice, content.digest):
        assert text(said) in shown
    assert bool(test.get("bidi_component"))
    assert ('class="panel"' in shown) == page_at(path).has_map
    assert ('class="twin"' in shown) == page_at(path).has_map
    twice = [id_ for id_, times in Counter(anchors(shown)).items() if times > 1]
    assert not twice
    assert 'data-run="1"' in shown


@pytest.mark.parametrize("path", paths())
def test_each_link_within_the_site_leads_to_a_page_or_a_file(path: str) -> None:
    shown = html_of(path)
    targets = re.findall(r'href="([^"]+)"', shown)
    assert targets
    for target in targets:
        if target.startswith(("https://doi.org/", "https://bioregistry.io/", "#", "?", "/plain")):
            continue
        assert target.startswith("./"), target
        where = target.removeprefix("./").partition("#")[0].partition("?")[0]
        assert where in paths() or where.startswith("api/"), target


@pytest.mark.parametrize("path", paths())
def test_each_jump_within_a_page_has_its_place(path: str) -> None:
    shown = html_of(path)
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(anchors(shown))


def test_names_in_the_menu_are_short_and_different() -> None:
    for level in Level:
        names = [page_at(path).menu_name(level) for path in paths()]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 32 for name in names)


@pytest.mark.parametrize("level", list(Level))
def test_every_record_stands_on_the_page_it_belongs_to(content: Mechanism, level: Level) -> None:
    on = {path: html_of(path, level) for path in paths()}
    there = {path: set(anchors(shown)) for path, shown in on.items()}
    words = content.words[level]

    def page(step: str) -> str:
        return step if content.steps[step].cascade else "context"

    for thing in content.things.values():
        assert f"thing-{thing.id}" in there[page(thing.step)], thing.id
        assert text(words.things[thing.id].summary) in on[page(thing.step)]
    for arrow in content.arrows.values():
        ends = {content.things[arrow.source].step, content.things[arrow.target].step}
        pages = {end for end in ends if content.steps[end].cascade} or {"context"}
        for path in pages:
            assert f"arrow-{arrow.id}" in there[path], (arrow.id, path)
            assert text(words.arrows[arrow.id].sentence) in on[path]
    for claim in content.claims.values():
        assert f"claim-{claim.id}" in there["claims"]
        if claim.step:
            assert f"claim-{claim.id}" in there[page(claim.step)]
            assert f"./claims?claim={claim.id}" in on[page(claim.step)].replace(f"?level={level}&amp;", "?").replace(
                f"&amp;level={level}", ""
            )
    for caution in content.cautions.values():
        for step in caution.steps:
            assert f"caution-{caution.id}" in there[page(step)]
            assert text(words.cautions[caution.id].sentence) in on[page(step)]
    for one in content.unsaid:
        assert f"unsaid-{one}" in there["claims"]
    for one in content.systems:
        assert f"system-{one}" in there["claims"]
    for one in content.references:
        assert f"paper-{one}" in there["sources"]
    for one in content.absent:
        assert f"absent-{one}" in there["about"]
        assert text(words.absent[one].sentence) in on["about"]


def test_every_experiment_stands_on_a_page(content: Mechanism) -> None:
    there = {id_ for path in paths() for id_ in anchors(html_of(path))}
    missing = [id_ for id_ in content.experiments if f"experiment-{id_}" not in there]
    assert not missing


def shown_at(address: str) -> int:
    """How many records the page at an address of our own shows."""
    path, _, query = unescape(address).removeprefix("./").partition("?")
    found = re.search(r'class="shown" role="status"[^>]*><span>(\d+) of', html(ran(parse_qs(query), path)))
    assert found
    return int(found[1])


@pytest.mark.parametrize("path", paths())
def test_the_footer_counts_the_papers_that_its_link_shows(path: str) -> None:
    foot = html_of(path).partition('class="foot"')[2]
    found = re.search(r'href="(\./sources[^"]*)"[^>]*>[^<]*?(\d+)</a>', foot)
    assert found
    assert shown_at(found[1]) == int(found[2]) > 0


@pytest.mark.parametrize("path", [path for path, page in pages().items() if page.has_map and page.steps])
def test_all_claims_of_a_page_are_those_that_its_link_shows(path: str) -> None:
    shown = html_of(path)
    listed = [id_ for id_ in anchors(shown) if id_.startswith("claim-")]
    (link,) = re.findall(r'href="(\./claims\?step=[^"]*)"', shown)
    assert shown_at(link) == len(listed) > 0
