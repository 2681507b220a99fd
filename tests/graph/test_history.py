"""Evidence over time: each year's standing is that of the papers up to it, and each change has its paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.content import Mechanism
from graph.evidence import badge
from graph.history import Change, EvidenceInYear, Turn, changes, evidence_in, years
from graph.models import Arrow
from graph.vocabulary import InWhom, ReferenceKind

ORDER = list(InWhom)
SPAN = range(1990, 2031)


def up_to(content: Mechanism, papers: tuple[str, ...], year: int) -> list[str]:
    return [paper for paper in papers if content.references[paper].year <= year]


def kind_shows(kind: ReferenceKind) -> InWhom:
    """What a paper of a kind can show at best, said another way than in the code."""
    if kind in ("human-imaging",):
        return InWhom.HUMAN_BIOMARKER
    if kind.startswith("human") or kind in ("meta-analysis", "label"):
        return InWhom.HUMAN_TRIAL
    if kind in ("rodent-in-vivo", "animal"):
        return InWhom.ANIMAL
    return InWhom.CELL if kind in ("ex-vivo-slice", "in-vitro") else InWhom.INFERRED


def test_each_year_counts_exactly_the_papers_up_to_it(content: Mechanism) -> None:
    for arrow in content.arrows.values():
        for year in SPAN:
            found, evidence = evidence_in(content, arrow, year), arrow.evidence
            lists = [
                up_to(content, each, year) for each in (evidence.supports, evidence.opposes, evidence.no_difference)
            ]
            if found is None:
                assert lists == [[], [], []], (arrow.id, year)
                continue
            assert [list(each) for each in (found.supports, found.opposes, found.no_difference)] == lists
            assert any(lists)
            assert found.against == len(lists[1]) + len(lists[2])


def test_in_whom_is_the_best_kind_that_was_out_and_never_more_than_today(content: Mechanism) -> None:
    below = 0
    for arrow in content.arrows.values():
        kinds = {paper: kind_shows(content.references[paper].kind) for paper in arrow.evidence.supports}
        best = min(kinds.values(), key=ORDER.index)
        for year in SPAN:
            out = up_to(content, arrow.evidence.supports, year)
            found = evidence_in(content, arrow, year)
            if not out:
                assert found is None or found.in_whom is None
                continue
            assert found
            assert found.in_whom
            then = min((kinds[paper] for paper in out), key=ORDER.index)
            weaker = max(then, arrow.strongest_in, key=ORDER.index)
            assert found.in_whom is (arrow.strongest_in if then is best else weaker), (arrow.id, year)
            below += found.in_whom is not arrow.strongest_in
    assert below > 10


def test_contested_is_what_is_so_today_from_the_first_paper_against_it_on(content: Mechanism) -> None:
    for arrow in content.arrows.values():
        against = [content.references[paper].year for paper in (*arrow.evidence.opposes, *arrow.evidence.no_difference)]
        first = min(content.references[paper].year for paper in arrow.evidence.papers)
        since = min(against, default=first)
        for year in SPAN:
            found = evidence_in(content, arrow, year)
            assert (found is not None and found.contested) == (arrow.contested is not None and year >= since)


def test_today_and_the_last_year_are_the_badge(content: Mechanism) -> None:
    last = years(content)[-1]
    for arrow in content.arrows.values():
        now, today = evidence_in(content, arrow, last), badge([arrow])
        assert now == evidence_in(content, arrow)
        papers = (today.supports, today.opposes, today.no_difference)
        assert now == EvidenceInYear(*papers, in_whom=today.in_whom, contested=today.contested), arrow.id
        assert now.against == today.against


def test_years_are_those_of_the_papers(content: Mechanism) -> None:
    for ids in (list(content.arrows), ["ketamine--trkb"], ["hnk--mglu2", "ketamine--hnk"]):
        papers = {paper for id_ in ids for paper in content.arrows[id_].evidence.papers}
        assert set(years(content, ids)) == {content.references[paper].year for paper in papers}
        assert list(years(content, ids)) == sorted(years(content, ids))
    assert years(content) == years(content, content.arrows)


def test_every_paper_of_an_arrow_is_named_by_one_change_of_its_year(content: Mechanism) -> None:
    for id_, arrow in content.arrows.items():
        named: list[tuple[int, str]] = []
        for year in SPAN:
            for change in changes(content, [id_], year):
                assert change.turns
                named += [(year, paper) for paper in (*change.supports, *change.opposes, *change.no_difference)]
        assert sorted(named) == sorted((content.references[paper].year, paper) for paper in arrow.evidence.papers)


def test_an_arrow_stands_as_before_in_a_year_without_a_change(content: Mechanism) -> None:
    ids = list(content.arrows)
    for year in SPAN:
        moved = [change.arrow for change in changes(content, ids, year)]
        for id_ in ids:
            arrow = content.arrows[id_]
            same = evidence_in(content, arrow, year) == evidence_in(content, arrow, year - 1)
            assert same == (id_ not in moved), (id_, year)
        assert moved == [id_ for id_ in ids if id_ in moved]


def turns(before: EvidenceInYear | None, now: EvidenceInYear) -> set[Turn]:
    """What a reader would call the way from one picture to the next."""
    seen: set[Turn] = set()
    shown = before is not None and before.in_whom is not None
    if now.in_whom and not shown:
        seen.add(Turn.APPEARS)
    if shown and before and before.in_whom is not now.in_whom:
        seen.add(Turn.HARDENS)
    if before is None and now.in_whom is None:
        seen.add(Turn.DOUBTED)
    if now.contested and not (before and before.contested) and not (before is None and now.in_whom is None):
        seen.add(Turn.SPLITS)
    return seen


def test_turns_say_what_the_two_pictures_show(content: Mechanism) -> None:
    met: set[Turn] = set()
    for id_, arrow in content.arrows.items():
        for year in SPAN:
            for change in changes(content, [id_], year):
                now = evidence_in(content, arrow, year)
                assert now
                named = set(change.turns) - {Turn.FOR, Turn.AGAINST}
                assert named == turns(evidence_in(content, arrow, year - 1), now), (id_, year)
                met |= set(change.turns)
    assert met == set(Turn)


@pytest.fixture
def arrow(content: Mechanism) -> Arrow:
    return content.arrows["hnk--mglu2"]


def test_a_paper_against_alone_draws_an_arrow_that_is_not_shown_yet(content: Mechanism, arrow: Arrow) -> None:
    early = {**content.references, "zanos2016": content.references["zanos2016"].model_copy(update={"year": 2020})}
    papers = arrow.evidence.model_copy(update={"supports": ("zanos2016",), "opposes": ("shirayama2018",)})
    moved = arrow.model_copy(update={"evidence": papers})
    changed = replace(content, references=early, arrows={**content.arrows, arrow.id: moved})
    stood = evidence_in(changed, moved, 2018)
    assert stood
    assert (stood.in_whom, stood.against) == (None, 1)
    doubted = Change((), ("shirayama2018",), (), arrow=arrow.id, turns=(Turn.DOUBTED,))
    assert changes(changed, [arrow.id], 2018)[0] == doubted
    assert changes(changed, [arrow.id], 2020)[0].turns[0] is Turn.APPEARS
