"""The panel says what the content says, at each level, and nothing that was not verified."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest

from graph.cameras import cameras, cameras_of, shot
from graph.content import Mechanism
from graph.evidence import badge
from graph.network import accounts, active, build
from graph.vocabulary import Level
from pages.sources import sources_list
from tests.ui.pages import unmarked
from tests.ui.views import view
from ui.address import ACCOUNTS, FOCUS, of_level
from ui.html.citations import cite, short_authors
from ui.html.markup import text
from ui.html.panel import panel, step_panel
from ui.html.related import experiments_of_thing
from ui.params import Focus
from ui.reader import Reader


def reading(content: Mechanism, level: Level) -> Reader:
    whole = build(content)
    return Reader(content, whole, active(whole, accounts(content)), of_level(level))


@pytest.fixture(scope="module", params=list(Level))
def reader(request: pytest.FixtureRequest, content: Mechanism) -> Reader:
    return reading(content, request.param)


def shown_for(reader: Reader, kind: Literal["node", "edge"], id_: str) -> str:
    return unmarked(panel(replace(reader, address=reader.address.set(FOCUS, Focus(kind, id_)))))


def plain(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup)))


def test_each_thing_shows_what_it_is_and_every_arrow_that_touches_it(reader: Reader) -> None:
    for id_ in reader.mechanism.things:
        shown = shown_for(reader, "node", id_)
        assert text(reader.mechanism.words[reader.level].things[id_].summary) in shown
        for arrow in reader.mechanism.arrows.values():
            assert (id_ in (arrow.source, arrow.target)) == (f'data-set="node=&amp;edge={arrow.id}"' in shown), (
                id_,
                arrow.id,
            )


def test_arrows_of_other_accounts_stand_apart(reader: Reader) -> None:
    shown = shown_for(reader, "node", "ketamine")
    own, others = shown.split(text(reader.says.text.other_accounts), 1)
    assert 'data-set="node=&amp;edge=ketamine--nmdar-interneuron"' in own
    assert 'data-set="node=&amp;edge=ketamine--trkb"' in others


def test_each_arrow_shows_its_sentence_both_axes_and_every_paper_once(reader: Reader) -> None:
    for id_ in [*reader.mechanism.arrows, *reader.mechanism.links]:
        shown = shown_for(reader, "edge", id_)
        evidence = badge(reader.mechanism.chain(id_))
        assert text(reader.spoken(id_)[1]) in shown
        assert text(reader.says.in_whom[evidence.in_whom]) in shown
        assert text(reader.says.directness[evidence.directness]) in shown
        listed = shown.count('<ul class="papers">')
        assert listed == sum(map(bool, (evidence.supports, evidence.opposes, evidence.no_difference)))
        papers = (*evidence.supports, *evidence.opposes, *evidence.no_difference)
        assert len(re.findall(r"<li><strong>", shown)) == len(papers)


def test_an_empty_list_says_none_found_with_the_date(reader: Reader) -> None:
    shown = plain(shown_for(reader, "edge", "akt--mtorc1"))
    date = f"{reader.mechanism.manifest.last_checked:%-d %B %Y}"
    assert shown.count(reader.says.text.none_found.format(date=date)) == 2


def test_only_a_doi_that_was_seen_is_a_link(reader: Reader) -> None:
    for reference in reader.mechanism.references.values():
        shown = cite(reader, reference.id)
        assert ("https://doi.org/" in shown) == (reference.doi is not None and reference.verified.doi)
        assert reference.doi_unseen is None or reference.doi_unseen not in shown


def test_a_document_without_a_doi_says_why_instead_of_unchecked(reader: Reader) -> None:
    references = reader.mechanism.references.values()
    assert {bool(one.no_doi) for one in references if not one.url} == {True, False}
    for reference in references:
        shown = cite(reader, reference.id)
        assert (f">{text(reader.says.text.no_link)}<" in shown) == (not reference.url and not reference.no_doi)
        assert reference.no_doi is None or f">{text(reference.no_doi)}<" in shown
    listed = sources_list(reader)
    for reason in {one.no_doi for one in references if one.no_doi}:
        assert listed.count(f">{text(reason)}<") == sum(one.no_doi == reason for one in references)


def test_a_finding_that_was_not_seen_is_not_shown(reader: Reader) -> None:
    unseen = [one for one in reader.mechanism.references.values() if not one.verified.finding]
    assert unseen
    for reference in unseen:
        assert text(reference.finding) not in cite(reader, reference.id)


def test_a_title_that_was_not_seen_is_not_shown(reader: Reader) -> None:
    for reference in reader.mechanism.references.values():
        if reference.title and not reference.verified.title:
            assert text(reference.title) not in cite(reader, reference.id)


def test_the_patient_level_shows_no_expert_remarks(content: Mechanism) -> None:
    patient = reading(content, Level.PATIENT)
    for arrow in content.arrows.values():
        shown = shown_for(patient, "edge", arrow.id)
        assert not arrow.contested or text(arrow.contested) not in shown
        assert not arrow.note or text(arrow.note) not in shown


def test_without_a_focus_the_panel_teaches_the_steps_and_their_support(reader: Reader) -> None:
    shown = plain(unmarked(panel(reader)))
    words = reader.mechanism.words[reader.level]
    assert words.mechanism.caption in shown
    for step in reader.mechanism.steps.values():
        assert (words.steps[step.id].summary in shown) == step.cascade


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("domino2010", "Domino"),
        ("fda-2022-nasal", "US Food and Drug Administration"),
        ("label-ketalar", "Par Pharmaceutical / US FDA"),
        ("li2010", "Li et al."),
    ],
)
def test_authors_are_shortened_as_one_cites_them(content: Mechanism, paper: str, expected: str) -> None:
    assert short_authors(content.references[paper]) == expected


def test_the_panel_lists_the_experiments_claims_and_accounts_of_an_arrow(reader: Reader) -> None:
    shown = plain(shown_for(reader, "edge", "ampar--bdnf-release"))
    says = reader.says
    assert says.text.experiments_on in shown
    assert says.text.used_by in shown
    for claim in reader.mechanism.claims.values():
        assert (reader.claim(claim.id).claim in shown) == (claim.step == "bdnf-release")
    if reader.level is not Level.PATIENT:
        for arrow in reader.mechanism.chain("ampar--bdnf-release"):
            for id_ in arrow.experiments:
                one = reader.mechanism.experiments[id_]
                timing = one.timing if one.time_seen else says.step_page.time_unseen
                assert f"{one.agent} · {reader.says.done_in[one.system]} · {one.readout} · {timing}" in shown


def test_every_level_says_what_an_experiment_was_done_in(reader: Reader) -> None:
    assert {one.system for one in reader.mechanism.experiments.values()} == set(reader.says.done_in)


def test_what_was_not_seen_of_an_experiment_is_not_told(reader: Reader) -> None:
    if reader.level is Level.PATIENT:
        return
    for one in reader.mechanism.experiments.values():
        shown = plain(experiments_of_thing(reader, one.targets[0].node)) if one.targets else ""
        if not one.time_seen and shown:
            assert f"{one.readout} · {one.timing}: " not in shown
        if one.confidence != "verified" and shown:
            begin = shown.index(f"{one.agent} · {reader.says.done_in[one.system]} · {one.readout}")
            assert reader.says.text.finding_unseen in shown[begin : begin + 400]


def test_only_identifiers_that_were_seen_with_their_label_are_links(content: Mechanism) -> None:
    reader = reading(content, Level.STUDENT)
    for thing in content.things.values():
        shown = shown_for(reader, "node", thing.id)
        for curie in (*thing.identifiers, *thing.about):
            assert (f"({curie})" in shown) == content.identifiers[curie].verified


def test_a_chosen_account_stands_in_the_panel_with_its_own_arrows(content: Mechanism) -> None:
    reader = reading(content, Level.STUDENT)
    reader = replace(reader, address=reader.address.set(ACCOUNTS, ("trkb-direct",)))
    shown = unmarked(panel(reader))
    assert text(content.words[Level.STUDENT].hypotheses["trkb-direct"].sentence) in shown
    assert 'data-set="node=&amp;edge=ketamine--trkb"' in shown


@pytest.mark.parametrize("level", list(Level))
def test_the_panel_of_a_step_has_its_words_and_strengths(content: Mechanism, level: Level) -> None:
    reader = reading(content, level)
    for step in content.steps.values():
        shown = unmarked(step_panel(reader, step.id))
        words = content.words[level].steps[step.id]
        assert all(text(said) in shown for said in (words.summary, words.time_window, words.doubt))
        assert f"{reader.says.text.step_in_people}: {reader.says.strength[step.strength_human]}" in shown


def test_ways_can_be_shown_where_the_picture_has_the_focus_and_nowhere_else(content: Mechanism) -> None:
    reader = reading(content, Level.STUDENT)
    for camera in cameras(content):
        for link in shot(content, camera).links:
            beside = replace(reader, address=reader.address.set(FOCUS, Focus("edge", link.id)))
            assert panel(beside, drawn=True).count("data-way=") == 2, (camera, link.id)
            assert "data-way=" not in panel(beside, drawn=False)


def test_a_link_leads_to_a_closer_picture_that_has_what_it_names(content: Mechanism) -> None:
    """The address keeps the closer picture that is shown, but not where another of the step has the thing."""
    reader = reading(content, Level.STUDENT)
    kept = 0
    for step in (one.id for one in content.steps.values() if one.cascade):
        for camera in cameras_of(content, step):
            seen = replace(reader, address=view(step, view=camera))
            for id_ in content.things:
                query = parse_qs(urlsplit(re.findall('href="(.*?)"', unescape(seen.thing(id_)))[0]).query)
                stays = query.get("view") == [camera]
                assert stays == shot(content, camera).shows(id_), (camera, id_)
                kept += stays
    assert kept
