"""The page of the accounts: picking, comparing, papers and experiments, and the years, in every level's words."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from graph.account_comparison import experiments_on, own, sides
from graph.cameras import camera_showing
from graph.content import Mechanism
from graph.history import changes, years
from graph.vocabulary import HypothesisKind, Level
from pages.hypotheses.accounts import stance
from tests.ui.pages import html_of, visited
from tests.ui.test_told import edge_set, reader
from ui.content import mechanism, network
from ui.html.markup import text
from ui.search.find import find
from wording.interface import interface

PATH = "hypotheses"
LEVELS = pytest.mark.parametrize("level", list(Level))


def page(level: Level = Level.STUDENT, **params: str) -> str:
    return html_of(PATH, level, **params)


@LEVELS
def test_every_account_can_be_picked_what_starts_it_first_and_companions_last(content: Mechanism, level: Level) -> None:
    shown = page(level)
    picks = re.findall(r'data-set="hypothesis=([^"]+)"', shown)
    kinds = [content.hypotheses[id_].kind for id_ in picks]
    assert sorted(picks) == sorted(content.hypotheses)
    assert kinds[0] is HypothesisKind.TRIGGER
    assert [kind for index, kind in enumerate(kinds) if kind not in kinds[:index]][-1] is HypothesisKind.COMPANION
    for id_ in content.hypotheses:
        assert text(content.words[level].hypotheses[id_].title) in shown


@LEVELS
def test_an_account_says_who_found_it_who_doubts_it_and_what_would_speak_against_it(
    content: Mechanism, level: Level
) -> None:
    for id_ in ("opioid", "serotonin"):
        account, words = content.hypotheses[id_], content.words[level].hypotheses[id_]
        section = page(level, hypothesis=id_).partition(f'id="account-{id_}"')[2].partition("</section>")[0]
        assert text(words.sentence) in section
        assert text(words.against) in section
        for paper in (*account.proponents, *account.challengers):
            reference = content.references[paper]
            assert str(reference.year) in section
            assert not reference.url or reference.url in section, paper
        none = interface(level).text.none_found.partition("{")[0]
        assert (none in section) == (not account.challengers)


@LEVELS
def test_two_accounts_are_compared_in_words(content: Mechanism, level: Level) -> None:
    one, other = "lateral-habenula", "serotonin"
    shown, parts = page(level, hypothesis=f"{one},{other}"), sides(content, network(), (one, other))
    assert parts.shared
    for side, ids in (("one", parts.only_one), ("both", parts.shared), ("other", parts.only_other)):
        heading, _, rest = shown.partition(f'data-side="{side}">')[2].partition("</h3>")
        assert heading.endswith(f": {len(ids)}"), side
        listed = re.findall(r'data-set="node=&amp;edge=([^"]+)"', rest.partition("</ul>")[0])
        assert listed == list(ids), side
    core = shown.partition('data-side="core">')[2].partition("</details>")[0]
    assert set(re.findall(r'data-set="node=&amp;edge=([^"]+)"', core)) == set(parts.core)


@LEVELS
def test_expectation_and_adenosine_stand_in_plain_sight(content: Mechanism, level: Level) -> None:
    sight = page(level).partition('id="rivals"')[2].partition("</section>")[0]
    for id_ in ("expectation", "adenosine"):
        assert f"hypothesis={id_}" in sight
    for id_ in ("masking-changes-result", "adenosine-instead"):
        assert text(content.words[level].cautions[id_].sentence) in sight


def test_experiments_stand_by_what_their_paper_says_to_the_account(content: Mechanism) -> None:
    met = set()
    for id_ in content.hypotheses:
        shown = page(hypothesis=id_)
        section = shown.partition(f'id="account-{id_}"')[2].partition("</section>")[0]
        listed = re.findall(r'id="experiment-([^"]+)"', section)
        assert sorted(listed) == sorted(one.id for one in experiments_on(content, id_)), id_
        for one in experiments_on(content, id_):
            named = [
                content.arrows[each].evidence
                for each in own(content, id_)
                if one.id in content.arrows[each].experiments
            ]
            said = {
                name
                for evidence in named
                for name, papers in (
                    ("for", evidence.supports),
                    ("against", evidence.opposes),
                    ("null", evidence.no_difference),
                )
                if one.ref in papers
            }
            assert stance(reader(), id_, one) == (said.pop() if len(said) == 1 else "other")
            met.add(stance(reader(), id_, one))
    assert met == {"for", "against", "null", "other"}


@LEVELS
def test_a_year_lists_each_change_with_its_papers(content: Mechanism, level: Level) -> None:
    shown = page(level, hypothesis="hnk-metabolite", year="2018")
    section = unescape(shown.partition('data-year="2018"')[2].partition("</section>")[0])
    found = changes(content, edge_set(content, "hnk-metabolite"), 2018)
    assert len(found) > 5
    assert sorted(re.findall(r'data-set="node=&edge=([^"]+)"', section)) == sorted(change.arrow for change in found)
    papers = re.findall(r"sources\?(?:level=\w+&)?paper=([^\"&]+)", section)
    assert sorted(papers) == sorted(
        paper for change in found for paper in (*change.supports, *change.opposes, *change.no_difference)
    )


def test_the_steps_lead_to_the_years_with_papers_beside(content: Mechanism) -> None:
    known = years(content, edge_set(content, "opioid"))

    def steps(**params: str) -> dict[str, str | None]:
        shown = page(Level.STUDENT, hypothesis="opioid", **params)
        control = shown.partition('class="year-steps"')[2].partition("</div>")[0]
        return {
            name: found[1] if (found := re.search(rf'<a id="year-{name}"[^>]*data-set="year=(\d*)"', control)) else None
            for name in ("before", "after", "all")
        }

    assert steps() == {"before": str(known[-1]), "after": None, "all": None}
    for before, year, after in zip(known, known[1:], known[2:], strict=False):
        assert steps(year=str(year)) == {"before": str(before), "after": str(after), "all": ""}
    assert steps(year=str(known[0])) == {"before": None, "after": str(known[1]), "all": ""}
    assert steps(year=str(known[-1])) == {"before": str(known[-2]), "after": "", "all": ""}


def test_the_bars_count_the_papers_of_each_year(content: Mechanism) -> None:
    shown = page(hypothesis="opioid")
    ids = edge_set(content, "opioid")
    papers = {paper for id_ in ids for paper in content.arrows[id_].evidence.papers}
    for year in years(content, ids):
        label = re.search(rf'id="year-{year}" aria-label="([^"]+)"', shown)
        assert label
        count = sum(content.references[paper].year == year for paper in papers)
        assert [int(number) for number in re.findall(r"\d+", label[1])][:2] == [year, count]


def sent_to_the_map(test: AppTest) -> dict[str, Any]:
    (sent,) = [one.proto.json for one in test.get("bidi_component") if '"account_picture"' in one.proto.json]
    data: dict[str, Any] = json.loads(sent)
    return data


def test_the_map_gets_what_the_address_asks_for(content: Mechanism) -> None:
    test = visited(PATH, hypothesis="opioid", year="2019")
    sent = sent_to_the_map(test)
    assert sent["camera"] == "accounts"
    assert set(sent["account_picture"]["arrows"]) < edge_set(content, "opioid")
    assert sent_to_the_map(visited())["account_picture"] is None


@LEVELS
def test_search_finds_each_account_on_its_page(content: Mechanism, level: Level) -> None:
    for id_ in content.hypotheses:
        title = content.words[level].hypotheses[id_].title
        hits = [hit for hit in find(title, level) if hit.kind == "account" and hit.id == id_]
        assert hits, title
        assert hits[0].href.startswith("./hypotheses?")
        assert f"hypothesis={id_}" in hits[0].href


def test_panel_and_steps_link_to_the_accounts_that_use_an_arrow() -> None:
    assert "./hypotheses?hypothesis=trkb-direct" in html_of(edge="ketamine--trkb")
    content = mechanism()
    nowhere_else = [id_ for id_ in content.arrows if camera_showing(content, id_) == "accounts"]
    id_ = nowhere_else[0]
    (link,) = (one.proto for one in visited(edge=id_).get("page_link"))
    (account,) = parse_qs(link.query_string)["hypothesis"]
    assert id_ in edge_set(content, account)
    assert link.page == "hypotheses"


def test_a_step_s_panel_and_a_claim_lead_to_the_accounts(content: Mechanism) -> None:
    assert "./hypotheses?hypothesis=dose-window" in html_of("nmda-blockade").partition('class="foot"')[0]
    one = next(claim for claim in content.claims.values() if "zanos2016" in claim.refs)
    record = html_of("claims").partition(f'id="claim-{one.id}"')[2].partition("</article>")[0]
    assert "./hypotheses?hypothesis=hnk-metabolite" in record
