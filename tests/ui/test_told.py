"""What the map is told to draw: exactly the arrows of the accounts, as they stood in the year asked for."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict, replace
from functools import cache
from itertools import combinations

import pytest

from graph.account_comparison import own, subgraph
from graph.content import Mechanism
from graph.history import evidence_in, years
from graph.vocabulary import Level
from pages.hypotheses.page import account_outline
from pages.hypotheses.picture import YEAR, account_picture
from tests.ui.views import view
from ui.address import ACCOUNTS
from ui.content import mechanism, network
from ui.reader import Reader
from ui.state import plain_reader
from wording.interface import interface


def reader(*accounts: str, year: int | None = None, level: Level = Level.STUDENT) -> Reader:
    address = view("hypotheses", level=level).set(ACCOUNTS, accounts).set(YEAR, str(year or ""))
    return replace(plain_reader(level), address=address)


@cache
def _edges(account: str) -> frozenset[str]:
    return frozenset(str(edge[-1]) for edge in subgraph(mechanism(), network(), account).edges)


def edge_set(content: Mechanism, account: str) -> frozenset[str]:
    assert content.digest == mechanism().digest
    return _edges(account)


def test_the_same_stands_in_words(content: Mechanism) -> None:
    for accounts in (("disinhibition",), ("disinhibition", "opioid")):
        drawn = account_picture(reader(*accounts))
        words = account_outline(reader(*accounts))
        wanted = {f"node={id_}&amp;edge=" for id_ in drawn.things} | {f"node=&amp;edge={id_}" for id_ in drawn.arrows}
        assert set(re.findall('data-set="(.*?)"', words)) == wanted
        signs = Counter(content.arrows[id_].sign > 0 for id_ in drawn.arrows)
        head = interface(Level.STUDENT).head
        assert (words.count(f"({head.increases}"), words.count(f"({head.decreases}")) == (signs[True], signs[False])


def test_each_account_is_redrawn_as_its_edge_set(content: Mechanism) -> None:
    for id_ in content.hypotheses:
        drawn = account_picture(reader(id_))
        assert set(drawn.arrows) == edge_set(content, id_), id_
        thick = {arrow for arrow, state in drawn.arrows.items() if state.side == "own"}
        assert thick == {one for one in edge_set(content, id_) if "core" not in content.arrows[one].hypotheses}
        assert set(own(content, id_)) <= thick
        assert {state.mark for state in drawn.arrows.values()} == {""}
        ends = {end for arrow in drawn.arrows for end in (content.arrows[arrow].source, content.arrows[arrow].target)}
        assert set(drawn.things) == ends


def test_two_accounts_are_redrawn_as_both_edge_sets_each_arrow_with_its_sign(content: Mechanism) -> None:
    for one, other in combinations(content.hypotheses, 2):
        drawn, first, second = account_picture(reader(one, other)), edge_set(content, one), edge_set(content, other)
        assert set(drawn.arrows) == first | second
        for id_, state in drawn.arrows.items():
            core = "core" in content.arrows[id_].hypotheses
            whose = ("one", "1") if id_ not in second else ("other", "2") if id_ not in first else ("both", "1+2")
            assert (state.side, state.mark) == (("core", "") if core else whose), (one, other, id_)


def test_without_a_choice_the_account_shown_first_is_drawn(content: Mechanism) -> None:
    assert set(account_picture(reader()).arrows) == edge_set(content, content.manifest.default_account)


@pytest.mark.parametrize("accounts", [("disinhibition",), ("hnk-metabolite", "expectation"), ("opioid", "adenosine")])
def test_each_year_s_picture_is_that_of_the_references_up_to_it(content: Mechanism, accounts: tuple[str, ...]) -> None:
    whole = frozenset[str]().union(*(edge_set(content, id_) for id_ in accounts))
    pictures = set()
    for year in range(years(content)[0], years(content)[-1] + 1):
        drawn = account_picture(reader(*accounts, year=year))
        out = {
            id_: [paper for paper in content.arrows[id_].evidence.papers if content.references[paper].year <= year]
            for id_ in whole
        }
        assert set(drawn.arrows) == {id_ for id_, papers in out.items() if papers}, year
        for id_, state in drawn.arrows.items():
            stood, evidence = evidence_in(content, content.arrows[id_], year), content.arrows[id_].evidence
            assert stood
            assert state.in_whom == (stood.in_whom or "")
            assert bool(state.in_whom) == bool(set(out[id_]) & set(evidence.supports))
            assert state.contested == stood.contested
            assert state.against == len(set(out[id_]) - set(evidence.supports))
            moved = any(content.references[paper].year == year for paper in out[id_])
            assert bool(state.turns) == moved, (id_, year)
            assert str(year) in state.says
        assert set(drawn.things) == set(account_picture(reader(*accounts)).things), "things keep their place"
        pictures.add(json.dumps(asdict(drawn)))
    assert len(pictures) > 15


def test_the_message_to_the_map_is_small(content: Mechanism) -> None:
    for level in Level:
        for other in content.hypotheses:
            pair = ("lateral-habenula", other) if other != "lateral-habenula" else (other,)  # the one with most arrows
            data = json.dumps(
                asdict(account_picture(reader(*pair, year=2018, level=level))), ensure_ascii=False
            ).encode()
            assert len(data) < 20_000, (level, pair, len(data))
