"""The page about treatment, and where suicide is mentioned: what stands there at every level."""

from __future__ import annotations

import re
from html import unescape

import pytest

from graph.content import Mechanism
from graph.treatment import Outcome, Part
from graph.vocabulary import Level
from pages.treatment.page import written
from tests.ui.pages import anchors, drawn, html_of, visited
from ui.catalogue import paths
from ui.html.crisis import SPOKEN
from ui.html.markup import text
from ui.server.plain import document
from ui.state import plain_reader
from wording.interface import interface


def page(level: Level) -> str:
    return html_of("treatment", level)


@pytest.mark.parametrize("level", list(Level))
def test_every_part_stands_in_its_order_with_a_jump(level: Level) -> None:
    shown = page(level)
    at = [shown.index(f'<section id="{part}"') for part in Part]
    assert at == sorted(at)
    for part in Part:
        assert f'href="#{part}"' in shown


@pytest.mark.parametrize("level", list(Level))
def test_every_statement_shows_its_words_and_links_to_each_of_its_papers(content: Mechanism, level: Level) -> None:
    shown = page(level)
    query = "" if level is Level.STUDENT else f"level={level}&amp;"
    for one in content.treatment.values():
        inside = shown.partition(f'id="treat-{one.id}"')[2].partition("</article>")[0]
        for statement in one.statements:
            said = text(content.passages[level].passages[one.id].statements[statement.id])
            _, found, after = inside.partition(f"<span>{said}</span>")
            assert found, (one.id, statement.id)
            item = after.partition("</li>")[0]
            linked = re.findall(r'href="\./sources\?([^"]*)"', item)
            assert linked == [f"{query}paper={paper}" for paper in statement.refs] or sorted(
                one.replace("&amp;", "&") for one in linked
            ) == sorted(f"{query}paper={paper}".replace("&amp;", "&") for paper in statement.refs), statement.id


@pytest.mark.parametrize("level", list(Level))
def test_a_condition_shows_size_direction_and_quality(content: Mechanism, level: Level) -> None:
    shown, says = page(level), interface(level).treatment
    table = shown.partition('class="at-a-glance"')[2].partition("</table>")[0]
    rows = dict(re.findall(r'<tr><th scope="row"><a href="#treat-([^"]+)".*?</th>(.*?)</tr>', table))
    for one in content.treatment.values():
        if one.evidence:
            cells = rows[one.id]
            assert says.directions[one.evidence.direction] in cells
            assert says.qualities[one.evidence.quality] in cells
            assert str(one.evidence.people or says.not_found) in cells


@pytest.mark.parametrize("level", list(Level))
def test_a_route_shows_verified_figures_or_that_none_was_found(content: Mechanism, level: Level) -> None:
    shown, says = page(level), interface(level).treatment
    table = shown.partition('class="routes-table"')[2].partition("</table>")[0]
    rows = dict(re.findall(r'<tr><th scope="row"><a href="#treat-([^"]+)".*?</th>(.*?)</tr>', table))
    for one in content.treatment.values():
        if one.route is None:
            continue
        for id_, value in ((one.route.share, says.share_value), (one.route.peak, says.peak_value)):
            if id_:
                assert content.numbers[id_].verified
                assert value.format(value=f"{content.numbers[id_].value:g}") in rows[one.id]
            else:
                assert says.not_found in rows[one.id]


@pytest.mark.parametrize("level", list(Level))
def test_every_picture_says_in_words_what_it_draws(content: Mechanism, level: Level) -> None:
    shown, says = page(level), interface(level).treatment
    words = content.passages[level]
    for one in content.arrays.values():
        figure = unescape(shown.partition(f'id="array-{one.id}"')[2].partition("</figure>")[0])
        for arm in (one.treated, one.compared):
            assert says.array.format(count=arm.count, what=words.arrays[one.id]) in figure
            assert says.array_not.format(rest=100 - arm.count) in figure
            if arm.low is not None:
                assert says.array_range.format(low=arm.low, high=arm.high) in figure
        assert figure.count('class="people" aria-hidden="true"') == 2
        assert says.intervals[one.treated.interval] in figure


@pytest.mark.parametrize("level", list(Level))
def test_what_is_compared_stands_above_and_one_side_alone_says_so(content: Mechanism, level: Level) -> None:
    shown, words = page(level), content.passages[level]
    for id_, group in words.groups.items():
        inside = shown.partition(f'id="people-{id_}"')[2].partition("</article>")[0]
        assert inside.index(str(text(group.frame))) < inside.index("<figure")
        assert (str(text(group.alone)) in inside) if group.alone else 'class="alone"' not in inside
        drawn_here = {one.outcome for one in content.arrays.values() if one.group == id_}
        assert bool(group.alone) != ({Outcome.BENEFIT, Outcome.HARM} <= drawn_here)


def test_rulings_stand_by_date_with_their_country(content: Mechanism) -> None:
    table = page(Level.STUDENT).partition('class="rulings')[2].partition("</table>")[0]
    dates = re.findall(r'<time datetime="([^"]+)"', table)
    assert dates == sorted(dates)
    assert len(dates) == len(content.rulings)
    for one in content.rulings.values():
        assert interface(Level.STUDENT).treatment.countries[one.country] in table


@pytest.mark.parametrize("level", list(Level))
def test_a_crisis_number_is_folded_under_its_country_with_its_source_and_day(content: Mechanism, level: Level) -> None:
    shown = unescape(page(level))
    box = shown.partition('<section id="crisis"')[2].partition("</section>")[0]
    outside = re.sub(r"<details>.*?</details>", "", box, flags=re.DOTALL)
    for one in content.crisis.values():
        (fold,) = (each for each in re.findall(r"<details>.*?</details>", box, re.DOTALL) if one.source in each)
        for said in (content.passages[level].crisis[one.id], one.number, one.source, f"{one.seen:%-d %B %Y}"):
            assert said in fold
        assert one.number not in outside
    assert "<details open" not in box


def mentions(shown: str) -> bool:
    """Whether a page speaks of suicide, apart from the line that must then stand on it."""
    words = re.sub(r'<(p|section)[^>]*class="(?:crisis|crisis-lines)".*?</\1>', " ", shown, flags=re.DOTALL)
    return bool(SPOKEN.search(re.sub(r"<[^>]+>", " ", words)))


@pytest.mark.parametrize("level", list(Level))
def test_wherever_suicide_is_mentioned_stands_where_to_turn(level: Level) -> None:
    says = interface(level).crisis
    speaking = set()
    for path in paths():
        shown = html_of(path, level)
        if mentions(shown):
            speaking.add(path)
            assert text(says.now) in shown, path
            assert "#crisis" in shown or 'id="crisis"' in shown, path
    assert {"claims", "treatment"} <= speaking


def test_the_line_says_emergency_number_and_someone_near_at_every_level() -> None:
    for level in Level:
        now = interface(level).crisis.now.lower()
        assert "emergency number" in now
        assert "someone near" in now


@pytest.mark.parametrize("level", list(Level))
def test_the_document_without_a_script_says_it_too(level: Level) -> None:
    body = document(level).body.decode()
    assert SPOKEN.search(body)
    assert str(text(interface(level).crisis.now)) in body


@pytest.mark.parametrize("level", list(Level))
def test_the_link_in_the_line_leads_to_the_box(level: Level) -> None:
    foot = html_of("about", level).partition('class="foot"')[2]
    (target,) = re.findall(r'href="(\./treatment[^"]*#crisis)"', foot)
    assert "crisis" in anchors(page(level))
    assert (f"level={level}" in target) == (level is not Level.STUDENT)


def test_terms_are_explained_on_the_page() -> None:
    assert 'class="term"' in drawn(visited("treatment"))


def test_the_page_is_written_once_for_each_level() -> None:
    assert written(Level.STUDENT) is written(Level.STUDENT)
    assert plain_reader().level is Level.STUDENT
