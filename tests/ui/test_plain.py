"""The document at `/plain` holds the whole mechanism at each level, and needs neither script nor other sites."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from figures.svg import DARK, palette_css
from figures.tokens import tokens
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.plain_page import Outline, Page
from ui.address import DEFAULT_LEVEL
from ui.browser.files import base
from ui.html.citations import short_authors
from ui.html.footer import disclaimer
from ui.html.listing import folded
from ui.html.markup import text
from ui.server.plain import address
from ui.server.plain_parts import WIDE
from ui.styles import sheet

ADDRESSES = {"href", "src", "srcset", "action", "data", "poster", "cite"}


@pytest.fixture(scope="module", params=list(Level))
def page(request: pytest.FixtureRequest, client: TestClient) -> Page:
    answer = client.get("/plain", params={"level": request.param.value})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(request.param, answer.text, Outline(answer.text))


def labels(content: Mechanism) -> dict[str, str]:
    """How the document cites each paper."""
    papers = enumerate(content.references.values(), 1)
    return {one.id: f"{short_authors(one)} {one.year} [{number}]" for number, one in papers}


def test_it_is_one_well_formed_document(page: Page) -> None:
    outline = page.outline
    assert outline.faults == []
    assert outline.open == []
    assert "notice" not in [one.get("class") for one in outline.attributes("p")]
    assert page.html.startswith("<!doctype html>")
    assert outline.attributes("html") == [{"lang": "en"}]
    metas = {str(meta.get("name") or "charset"): meta for meta in outline.attributes("meta")}
    assert metas["charset"]["charset"] == "utf-8"
    assert metas["viewport"]["content"] == "width=device-width, initial-scale=1"
    assert len(outline.said["title"]) == len(outline.said["h1"]) == len(outline.said["main"]) == 1
    assert outline.said["h1"][0] in outline.said["title"][0]


def test_headings_skip_no_level(page: Page) -> None:
    levels = [int(name[1]) for name, _ in page.outline.tags if re.fullmatch(r"h[1-6]", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page: Page) -> None:
    ids = Counter(attributes["id"] for _, attributes in page.outline.tags if "id" in attributes)
    assert [id_ for id_, count in ids.items() if count > 1] == []
    inside = [href for link in page.outline.attributes("a") if (href := link["href"]) and href.startswith("#")]
    assert len(inside) > 1000
    assert {href[1:] for href in inside} <= set(ids)


def test_the_table_of_contents_names_every_section(page: Page) -> None:
    sections = [attributes["id"] for attributes in page.outline.attributes("section")]
    assert page.outline.links["contents"] == [f"#{id_}" for id_ in sections]


def test_every_thing_is_there_with_every_arrow_that_touches_it(page: Page, content: Mechanism) -> None:
    for id_ in content.things:
        words = content.words[page.level].things[id_]
        touching = {f"#edge-{arrow.id}" for arrow in content.arrows.values() if id_ in (arrow.source, arrow.target)}
        assert words.name in page.outline.texts[f"node-{id_}"]
        assert words.summary in page.outline.texts[f"node-{id_}"]
        assert set(page.outline.links[f"node-{id_}"]) == touching, id_


def test_things_of_the_main_picture_come_first_in_their_step(page: Page, content: Mechanism) -> None:
    shown = [str(one["id"])[5:] for one in page.outline.attributes("article") if str(one["id"]).startswith("node-")]
    main = {thing.id for thing in content.overview.things}
    for step in content.steps.values():
        places = [id_ in main for id_ in shown if content.things[id_].step == step.id]
        assert places == sorted(places, reverse=True)
    assert [content.steps[content.things[id_].step].order for id_ in shown] == sorted(
        content.steps[content.things[id_].step].order for id_ in shown
    )


def test_every_arrow_is_there_with_its_evidence(page: Page, content: Mechanism) -> None:
    says = page.says
    for id_, arrow in content.arrows.items():
        said, links = page.outline.texts[f"edge-{id_}"], page.outline.links[f"edge-{id_}"]
        head = says.head.increases if arrow.sign > 0 else says.head.decreases
        assert content.words[page.level].arrows[id_].sentence in said
        for heading, value in (
            (says.text.plain_sign, head),
            (says.text.in_whom, says.in_whom[arrow.strongest_in]),
            (says.text.how_directly, says.directness[arrow.directness]),
        ):
            assert f"{heading}{value}" in said, (id_, heading)
        assert links[:2] == [f"#node-{arrow.source}", f"#node-{arrow.target}"]
        assert {f"#ref-{paper}" for paper in arrow.evidence.papers} <= set(links)
        assert (says.text.contested in said) == (arrow.contested is not None), id_
        date = f"{content.manifest.last_checked:%-d %B %Y}"
        empty = [arrow.evidence.supports, arrow.evidence.opposes, arrow.evidence.no_difference].count(())
        assert said.count(says.text.none_found.format(date=date)) == empty


def test_papers_stand_under_what_they_say(page: Page, content: Mechanism) -> None:
    text = page.says.text
    for id_, arrow in content.arrows.items():
        for heading, papers in (
            (text.supports, arrow.evidence.supports),
            (text.opposes, arrow.evidence.opposes),
            (text.no_difference, arrow.evidence.no_difference),
        ):
            cited = ", ".join(labels(content)[paper] for paper in papers)
            assert f"{heading}{cited}" in page.outline.texts[f"edge-{id_}"], (id_, heading)


def test_why_an_arrow_is_contested_is_not_for_patients(page: Page, content: Mechanism) -> None:
    reasons = {id_: arrow.contested for id_, arrow in content.arrows.items() if arrow.contested}
    remarks = {id_: arrow.note for id_, arrow in content.arrows.items() if arrow.note}
    assert reasons and remarks
    for id_, reason in reasons.items():
        assert (reason in page.outline.texts[f"edge-{id_}"]) == page.expert, id_
        assert page.expert or reason not in page.outline.said["html"][0]
    for id_, remark in remarks.items():
        said = re.sub(r"[\w-]+", lambda word: labels(content).get(word[0], word[0]), remark)
        assert (said in page.outline.texts[f"edge-{id_}"]) == page.expert, id_


def test_every_arrow_of_the_map_has_its_place_and_its_chain(page: Page, content: Mechanism) -> None:
    outlined = page.outline.links["map"]
    for id_ in content.links:
        assert f"#edge-{id_}" in outlined
        assert f"#node-{content.links[id_].source}" in outlined
        if id_ not in content.arrows:
            assert content.words[page.level].links[id_].sentence in page.outline.texts[f"edge-{id_}"]
            assert page.outline.links[f"edge-{id_}"] == [f"#edge-{arrow.id}" for arrow in content.chain(id_)]


def test_every_step_has_its_window_support_and_doubt(page: Page, content: Mechanism) -> None:
    says = page.says
    for step in content.steps.values():
        said = page.outline.texts[f"step-{step.id}"]
        words = content.words[page.level].steps[step.id]
        assert words.summary in said
        assert words.time_window in said
        assert f"{says.text.step_in_rodents}{says.strength[step.strength_rodent]}" in said
        assert f"{says.text.step_in_people}{says.strength[step.strength_human]}" in said
        assert words.doubt in said
    assert len(re.findall(r"<li id=\"step-", page.html)) == sum(step.cascade for step in content.steps.values()) == 5


def test_every_link_that_was_not_found_is_there(page: Page, content: Mechanism) -> None:
    for id_, one in content.absent.items():
        assert content.words[page.level].absent[id_].sentence in page.outline.texts[f"absent-{id_}"]
        ends = [f"#node-{one.source}", f"#node-{one.target}"]
        assert page.outline.links[f"absent-{id_}"] == [*ends, *(f"#ref-{paper}" for paper in one.refs)]


def test_every_account_is_there_with_its_own_arrows(page: Page, content: Mechanism) -> None:
    for id_, account in content.hypotheses.items():
        words = content.words[page.level].hypotheses[id_]
        links = page.outline.links[f"account-{id_}"]
        own = [arrow.id for arrow in content.arrows.values() if id_ in arrow.hypotheses]
        assert words.title in page.outline.texts[f"account-{id_}"]
        assert words.sentence in page.outline.texts[f"account-{id_}"]
        assert [link for link in links if link.startswith("#edge-")] == [f"#edge-{arrow}" for arrow in own]
        papers = [f"#ref-{paper}" for paper in (*account.proponents, *account.challengers)]
        assert [link for link in links if link.startswith("#ref-")] == papers


def test_every_claim_is_there_with_its_verdict(page: Page, content: Mechanism) -> None:
    for id_, claim in content.claims.items():
        said = page.outline.texts[f"claim-{id_}"]
        words = content.verdicts[page.level].claims[id_]
        assert said.startswith(words.claim + page.says.verdicts[claim.verdict] + words.plain + words.why)
        assert page.outline.links[f"claim-{id_}"] == [f"#ref-{paper}" for paper in claim.refs]


def test_every_term_is_there_with_what_it_means(page: Page, content: Mechanism) -> None:
    terms = content.words[page.level].glossary
    for id_, words in terms.items():
        assert page.outline.texts[f"term-{id_}"].startswith(words.term + words.text)
        thing, papers = content.glossary[id_].thing, content.glossary[id_].refs
        wanted = [f"#node-{thing}"] * bool(thing) + [f"#ref-{paper}" for paper in papers]
        assert page.outline.links[f"term-{id_}"] == wanted
    listed = [str(one["id"]) for one in page.outline.attributes("article") if str(one.get("id")).startswith("term-")]
    names = [terms[id_.removeprefix("term-")].term for id_ in listed]
    assert names == sorted(names, key=folded)
    assert len(listed) == len(terms)
    letters = {f"#terms-{folded(name)[0]}" for name in names}
    assert letters == {link for link in page.outline.links["glossary"] if link.startswith("#terms-")}


def test_every_reference_is_there_under_its_number(page: Page, content: Mechanism) -> None:
    listed = [str(one["id"]) for one in page.outline.attributes("li") if str(one.get("id")).startswith("ref-")]
    assert listed == [f"ref-{paper}" for paper in content.references]
    for id_, reference in content.references.items():
        assert page.outline.links[f"ref-{id_}"] == ([reference.url] if reference.url else [])
        assert reference.doi_unseen is None or reference.doi_unseen not in page.html
        assert reference.verified.finding or reference.finding not in page.outline.said["html"][0]


def test_there_is_no_script_and_no_other_site_but_the_papers(page: Page, content: Mechanism) -> None:
    assert "<script" not in page.html.lower()
    assert [name for _, attributes in page.outline.tags for name in attributes if name.startswith("on")] == []
    found = [
        value
        for _, attributes in page.outline.tags
        for name, value in attributes.items()
        if name in ADDRESSES and value is not None
    ]
    outside = {value for value in found if not value.startswith("#") and not re.match(r"/(?!/)", value)}
    assert outside == {one.url for one in content.references.values() if one.url}
    assert not re.search(r"url\(\s*['\"]?(?!/[^/])|@import", page.outline.said["style"][0])


def test_the_levels_and_the_way_back_are_links(page: Page) -> None:
    links = page.outline.attributes("a")
    query = "" if page.level is DEFAULT_LEVEL else f"?level={page.level.value}"
    current = [link["href"] for link in links if link.get("aria-current")]
    assert current == [f"/plain{query}"] == [address(page.level)]
    hrefs = {link["href"] for link in links}
    assert {"/plain", "/plain?level=patient", "/plain?level=clinician", f"/{query}", "#main"} <= hrefs


def test_the_picture_is_named_and_drawn_for_narrow_and_wide_screens(
    page: Page, client: TestClient, content: Mechanism
) -> None:
    (named,) = [div for div in page.outline.attributes("div") if div.get("role") == "img"]
    assert str(len(content.overview.things)) in str(named["aria-label"])
    drawn = {svg["class"]: (svg["width"], svg["aria-hidden"]) for svg in page.outline.attributes("svg")}
    assert drawn == {"wide": ("736", "true"), "narrow": ("288", "true")}
    assert f"@media {WIDE} {{" in sheet("plain")
    pictures = [str(one["srcset"]) for one in page.outline.attributes("source")]
    pictures += [str(one["src"]) for one in page.outline.attributes("img")]
    assert len(set(pictures)) == 4
    for picture in pictures:
        assert picture.startswith(f"{base()}/")
        assert client.get(picture).headers["content-type"] == "image/svg+xml"
    assert content.words[page.level].mechanism.caption in page.outline.said["figcaption"][0]


def test_both_themes_are_those_of_the_map(page: Page) -> None:
    style = page.outline.said["style"][0]
    light, dark = style.split(f"@media screen and {DARK}", 1)
    assert light == f":root{{{palette_css(tokens().themes.light)}}}"
    assert dark.startswith(f"{{:root{{{palette_css(tokens().themes.dark)}}}}}")
    assert set(re.findall(r"var\(--([\w-]+)\)", page.html)) <= set(re.findall(r"--([\w-]+):", light))


def test_it_says_what_the_picture_leaves_out_and_ends_as_every_page_does(page: Page, content: Mechanism) -> None:
    assert content.words[page.level].mechanism.leaves_out in page.outline.texts["map"]
    assert f'<footer class="foot"><p>{text(disclaimer(content, page.level))}</p></footer>' in page.html


def test_it_is_small_enough_for_a_slow_phone(page: Page) -> None:
    assert len(page.html.encode()) < 1_000_000
