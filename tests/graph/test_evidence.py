"""Badges are as good as the weakest arrow and count papers once; unseen findings stay hidden."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.content import Mechanism
from graph.evidence import Badge, badge, shown_finding
from graph.models import Arrow, Evidence
from graph.vocabulary import Directness, InWhom
from tests.support.mechanisms import main

BEST_FIRST = ["human-trial", "human-biomarker", "animal", "cell", "inferred"]
MOST_DIRECT_FIRST = ["shown-directly", "indirect", "inferred"]


@pytest.fixture(scope="module")
def mechanism() -> Mechanism:
    return main()


@pytest.fixture
def arrow(mechanism: Mechanism) -> Arrow:
    """An arrow without doubt or papers, to be altered."""
    none = Evidence(supports=(), opposes=(), no_difference=())
    return mechanism.arrows["bdnf-release--trkb"].model_copy(update={"contested": None, "evidence": none})


def with_papers(arrow: Arrow, supports: str = "", opposes: str = "", no_difference: str = "") -> Arrow:
    """`arrow` with evidence; each letter is a paper."""
    evidence = Evidence(supports=tuple(supports), opposes=tuple(opposes), no_difference=tuple(no_difference))
    return arrow.model_copy(update={"evidence": evidence})


def test_the_axes_have_all_the_values_ordered_here() -> None:
    assert set(BEST_FIRST) == set(InWhom)
    assert set(MOST_DIRECT_FIRST) == set(Directness)


def test_a_chain_is_seen_in_whom_its_weakest_arrow_is(arrow: Arrow) -> None:
    for one, other in permutations(BEST_FIRST, 2):
        chain = [arrow.model_copy(update={"strongest_in": InWhom(value)}) for value in (one, other)]
        assert badge(chain).in_whom == max(one, other, key=BEST_FIRST.index)


def test_a_chain_is_as_direct_as_its_least_direct_arrow(arrow: Arrow) -> None:
    for one, other in permutations(MOST_DIRECT_FIRST, 2):
        chain = [arrow.model_copy(update={"directness": Directness(value)}) for value in (one, other)]
        assert badge(chain).directness == max(one, other, key=MOST_DIRECT_FIRST.index)


def test_each_axis_may_be_weakest_on_another_arrow(arrow: Arrow) -> None:
    seen = arrow.model_copy(update={"strongest_in": InWhom.HUMAN_TRIAL, "directness": Directness.INFERRED})
    direct = arrow.model_copy(update={"strongest_in": InWhom.CELL, "directness": Directness.SHOWN_DIRECTLY})
    both = badge([seen, direct])
    assert (both.in_whom, both.directness) == (InWhom.CELL, Directness.INFERRED)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_chain_is_contested_if_any_arrow_is(arrow: Arrow, place: int) -> None:
    chain = [arrow, arrow, arrow]
    assert badge(chain).contested is False
    chain[place] = arrow.model_copy(update={"contested": "Two groups disagree."})
    assert badge(chain).contested is True


def test_a_paper_counts_once_in_each_list_and_keeps_its_place(arrow: Arrow) -> None:
    chain = [with_papers(arrow, "ba", "cd", "ef"), with_papers(arrow, "ga", "dh", "fi")]
    found = badge(chain)
    assert (found.supports, found.opposes, found.no_difference) == (tuple("bag"), tuple("cdh"), tuple("efi"))
    assert found.against == 6


def test_a_paper_that_opposes_one_arrow_and_finds_no_difference_on_another_is_one_paper_against(arrow: Arrow) -> None:
    found = badge([with_papers(arrow, opposes="ab"), with_papers(arrow, supports="a", no_difference="bc")])
    assert (found.supports, found.opposes, found.no_difference) == (("a",), ("a", "b"), ("b", "c"))
    assert found.against == 3


def test_one_arrow_has_its_own_badge(mechanism: Mechanism) -> None:
    for arrow in mechanism.arrows.values():
        assert badge([arrow]) == Badge(
            arrow.evidence.supports,
            arrow.evidence.opposes,
            arrow.evidence.no_difference,
            in_whom=arrow.strongest_in,
            directness=arrow.directness,
            contested=arrow.contested is not None,
        )


def test_links_of_the_main_picture_have_the_badge_of_their_chain(mechanism: Mechanism) -> None:
    repeated = 0
    for link in mechanism.overview.links:
        chain = mechanism.chain(link.id)
        listed = [paper for arrow in chain for paper in arrow.evidence.supports]
        found = badge(chain)
        assert set(found.supports) == set(listed)
        assert len(found.supports) == len(set(listed))
        assert found.in_whom == max((arrow.strongest_in.value for arrow in chain), key=BEST_FIRST.index)
        assert found.directness == max((arrow.directness.value for arrow in chain), key=MOST_DIRECT_FIRST.index)
        repeated += len(listed) - len(found.supports)
    assert repeated, "no chain cites a paper twice, so this test would not notice counting it twice"


def test_a_finding_is_shown_exactly_where_it_was_seen_in_a_source(mechanism: Mechanism) -> None:
    unseen = {id_ for id_, reference in mechanism.references.items() if not reference.verified.finding}
    assert 0 < len(unseen) < len(mechanism.references)
    for id_, reference in mechanism.references.items():
        assert shown_finding(mechanism, id_) == (None if id_ in unseen else reference.finding)


def test_the_finding_of_an_unknown_paper_is_refused(mechanism: Mechanism) -> None:
    with pytest.raises(KeyError, match="nobody1999"):
        shown_finding(mechanism, "nobody1999")
