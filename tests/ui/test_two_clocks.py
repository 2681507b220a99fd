"""The page of the two clocks on the server: it draws the model's course and the content's facts, nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from graph.clock import facts, lanes, untimed
from graph.content import Mechanism
from graph.dynamics import SolverError, everything, simulate, wire
from graph.timing import FIRST, Motion, hours_of, share
from graph.vocabulary import Level
from pages.time import moment as clock
from pages.time.compared import beside
from pages.time.moment import AT
from tests.ui.odd import MARKUP
from tests.ui.pages import html_of, visited
from tests.ui.views import view
from ui import model_runs as modelled
from ui.address import FOCUS
from ui.catalogue import page_showing
from ui.content import compared
from ui.html.markup import text
from ui.search.find import find
from ui.state import plain_reader
from ui.subject import Subject
from wording.interface import interface

TIME, LAB = page_showing(Subject.TIMES).path, page_showing(Subject.CHANGES).path
STOPS = tuple(interface(Level.STUDENT).clock.moments)


def shown(level: str = "student", **params: str) -> str:
    return html_of(TIME, Level(level), **params)


def plain(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup)))


def section(page: str, id_: str) -> str:
    return page.partition(f'id="clock-{id_}"')[2].partition("</section>")[0]


def test_the_address_holds_the_moment(content: Mechanism) -> None:
    address = view(TIME, at="3d")
    assert (address[AT], address.ignored) == ("3d", ())
    assert address.query() == "?at=3d"
    assert [view(TIME, at=one)[AT] for one in STOPS] == list(STOPS)


@pytest.mark.parametrize("odd", ["2h", "1H", "", " 1h", "1h,1d", "99w", MARKUP, "1min\x00"])
def test_an_odd_moment_is_named_and_the_rest_is_honoured(content: Mechanism, odd: str) -> None:
    address = view(TIME, at=odd, node="ampar")
    assert address[AT] == ""
    assert address.ignored
    assert address[FOCUS]
    page = shown(at=odd, node="ampar")
    assert 'data-clock-now="1h">' in page


def test_only_this_page_knows_the_moment(content: Mechanism) -> None:
    assert view(at="1h").ignored == ("at=1h",)
    assert view(LAB, at="1h").ignored == ("at=1h",)


@pytest.mark.parametrize("moment", STOPS)
def test_the_words_of_one_moment_are_shown(moment: str) -> None:
    page = shown(at=moment)
    blocks = re.findall(r'data-clock-now="(\w+)"( hidden="")?>', page)
    assert [name for name, _ in blocks] == list(STOPS)
    assert [name for name, hidden in blocks if not hidden] == [moment]
    (knob,) = re.findall(r"<input[^>]*>", page)
    names = json.loads(unescape(re.search(r'data-clock="([^"]*)"', knob)[1]))[1]  # type: ignore[index]
    place = STOPS.index(moment)
    assert f'value="{place}"' in knob
    assert f'aria-valuetext="{names[place]}"' in knob
    assert f'max="{len(STOPS) - 1}"' in knob
    assert page.count('aria-disabled="true">') == (place in (0, len(STOPS) - 1))


def corners(page: str) -> list[list[tuple[float, float]]]:
    drawn = re.findall(r"clip-path:polygon\(([^)]*)\)", page)
    pairs = (re.findall(r"([\d.]+)% (-?[\d.]+)%", one) for one in drawn)
    return [[(float(x), float(y)) for x, y in one] for one in pairs]


def test_each_lane_is_the_course_of_the_model(content: Mechanism) -> None:
    solved = simulate(wire(content, everything(content)))
    drawn = corners(shown())
    things = lanes(content)
    assert len(drawn) == len(things)
    end = hours_of(STOPS[-1])
    for thing, outline in zip(things, drawn, strict=True):
        hours = [FIRST, *(float(hour) for hour in solved.times if hour > FIRST)]
        assert len(outline) == len(hours) + 2
        for hour, (x, y) in zip(hours, outline[1:-1], strict=True):
            assert x == pytest.approx(100 * share(hour, end), abs=0.006)
            assert y == pytest.approx(100 * (1 - solved.at(thing, hour)), abs=0.06)
        assert outline[0][1] == outline[-1][1]
        assert 0 <= min(y for _, y in outline) <= max(y for _, y in outline) <= 100


def test_another_account_has_other_lanes() -> None:
    assert corners(shown(hypothesis="opioid")) != corners(shown())


def test_every_fact_stands_on_the_page_with_its_mark_and_its_papers(content: Mechanism) -> None:
    page = shown()
    for number, (mechanism, reader) in enumerate(
        [(content, plain_reader()), *((one.mechanism, one) for one in beside(plain_reader()))]
    ):
        part = section(page, f"measured-{number}")
        rows = re.findall(r'<li class="lane">(.*?)</li>', part, re.DOTALL)
        known = facts(mechanism)
        assert len(rows) == len(known)
        by_label = {one: row for row in rows for one in [fact.number.label for fact in known] if text(one) in row}
        assert len(by_label) == len(known)
        for fact in known:
            row = by_label[fact.number.label]
            assert clock.when(reader, fact) in plain(row)
            assert row.count(f"fact-{fact.who}") >= 2
            assert ("fact-null" in row) == fact.number.no_difference
            at = 100 * share(fact.hours, hours_of(STOPS[-1]))
            assert f"left:{at:.2f}%" in row
            for id_ in fact.number.refs:
                paper = mechanism.references[id_]
                assert str(paper.year) in plain(row)
                if mechanism is not content:
                    assert bool(paper.url and paper.url in row) == bool(paper.url)
                else:
                    assert f"paper={id_}" in row


def test_nothing_but_the_facts_is_drawn_as_measured(content: Mechanism) -> None:
    page = shown()
    drawn = sum(
        len(re.findall(r'class="fact fact-\w+( fact-null)?" style', section(page, f"measured-{n}"))) for n in (0, 1)
    )
    assert drawn == sum(len(facts(one)) for one in (content, *compared().values()))
    assert "clip-path" not in page.partition('id="clock-measured-0"')[2]
    assert 'class="fact' not in section(page, "model")


@pytest.mark.parametrize("level", list(Level))
def test_the_model_is_labelled_and_what_has_no_time_is_named(content: Mechanism, level: Level) -> None:
    page, says = shown(level.value), interface(level).clock
    assert text(says.model_hint) in section(page, "model")
    assert text(interface(level).lab.warning) in page
    named = plain(section(page, "measured-0").partition('class="notice untimed"')[2])
    reader = plain_reader(level)
    assert untimed(content)
    assert all(reader.name(thing) in named for thing in untimed(content))
    assert text(says.no_model) in section(page, "measured-1")
    assert text(says.not_alike) in section(page, "beside")


def test_each_name_leads_to_the_map(content: Mechanism) -> None:
    part = section(shown(), "model")
    assert re.findall(r'href="\./\?node=([^"&]+)" target="_self" data-set="node=\1&amp;edge="', part) == list(
        lanes(content)
    )
    assert "level=patient" in section(shown("patient"), "model")


def test_patients_read_plain_labels_of_the_same_facts(content: Mechanism) -> None:
    page, plainer = shown("patient"), [fact.number for fact in facts(content) if fact.number.plain]
    assert len(plainer) > 10
    for number in plainer:
        assert text(str(number.plain)) in page
        assert text(number.label) not in page


def test_what_is_in_focus_is_folded_beside_the_words_of_the_moment() -> None:
    page = shown(node="ampar")
    assert f"<details><summary>{plain_reader().name('ampar')}</summary>" in page
    assert 'data-clock-now="1h">' in page


def test_the_table_says_the_same_as_the_lanes(content: Mechanism) -> None:
    page, says = shown(), plain_reader().says.clock
    tables = re.findall(r"<table>.*?</table>", section(page, "tables"), re.DOTALL)
    assert len(tables) == 2 + len(compared())
    within = [one for one in STOPS if hours_of(one) <= 336]
    rows = re.findall(r"<tr>(.*?)</tr>", tables[0], re.DOTALL)
    assert [plain(name).strip() for name in re.findall(r"<th[^>]*>(.*?)</th>", rows[0])][1:] == [
        says.moments[one] for one in within
    ]
    assert len(rows) == 1 + len(lanes(content))
    reader = plain_reader()
    for thing, row in zip(lanes(content), rows[1:], strict=True):
        told = [unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", row)]
        assert told == [says.motions[clock.motions(reader, one)[thing]] for one in within]
    for table, mechanism in zip(tables[1:], (content, *compared().values()), strict=True):
        assert all(text(fact.number.label) in table for fact in facts(mechanism))


def test_the_map_is_marked_as_the_words_say() -> None:
    early = clock.marks_at(replace(plain_reader(), address=view(TIME, at="10min")))
    assert early["node:nmdar-interneuron"][0] == "less"
    assert early["node:rapid-relief"][0] == "more"
    assert early["node:new-spines"][0] == "same"
    says = plain_reader().says.clock
    assert early["node:new-spines"][1] == f"{says.in_model}: {says.motions[Motion.REST]}"


def sent(**params: str) -> dict[str, object]:
    test = visited(TIME, Level.STUDENT, **params)
    (data,) = [json.loads(one.proto.json) for one in test.get("bidi_component") if '"camera"' in one.proto.json]
    return dict(data)


def test_the_map_gets_the_moment_and_after_the_models_end_no_marks() -> None:
    assert sent(at="1d")["clock"] == "1d"
    assert sent()["clock"] == clock.USUAL
    assert sent(at="1d")["changes"]
    assert sent(at="6w")["changes"] == {}


def test_a_model_without_an_answer_leaves_the_measured_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> object:
        raise SolverError("no")

    monkeypatch.setattr(clock, "course", fails)
    reader = plain_reader()
    assert clock.modelled(reader) is None
    assert clock.motions(reader, "1h") == {}
    assert clock.marks_at(reader) == {}


def test_a_course_is_solved_once() -> None:
    mix = modelled.active_accounts(())
    assert modelled.course(mix) is modelled.course(mix)
    assert modelled.equations(mix) is modelled.equations(mix)


def test_cautions_of_both_mechanisms_stand_on_the_page(content: Mechanism) -> None:
    page = plain(shown())
    for id_ in content.dynamics.timed:
        assert content.words[Level.STUDENT].cautions[id_].title in page
    for other in compared().values():
        assert other.cautions
        for words in other.words[Level.STUDENT].cautions.values():
            assert words.title in page


@pytest.mark.parametrize("level", list(Level))
def test_the_page_is_found_by_its_name(level: Level) -> None:
    first = find(interface(level).pages[TIME].title, level)[0]
    assert (first.kind, first.id) == ("page", TIME)


def test_steps_lead_here_and_this_page_leads_to_the_lab() -> None:
    says = plain_reader().says
    assert text(says.clock.see_times) in html_of("synaptogenesis")
    assert f'href="./{LAB}"' in shown()
