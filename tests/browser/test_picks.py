"""Each thing and arrow of the main picture, picked once, gives its panel and its address in one run."""

from __future__ import annotations

from urllib.parse import parse_qs

from playwright.sync_api import expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import Reader


def test_each_thing_and_arrow_gives_its_panel_and_address_in_one_run(reader: Reader, content: Mechanism) -> None:
    reader.open("/")
    start = reader.runs
    words = content.words[Level.STUDENT]
    picks = [("node", thing.id) for thing in content.overview.things] + [
        ("edge", link.id) for link in content.overview.links
    ]
    for number, (kind, id_) in enumerate(picks, start=1):
        reader.button(f"{kind}:{id_}").click()
        reader.after_run(start + number)
        reader.wait_query(f"{kind}={id_}")
        if kind == "node":
            expect(reader.panel.locator("h2")).to_contain_text(words.things[id_].name)
            expect(reader.panel).to_contain_text(words.things[id_].summary)
        else:
            said = words.links[id_] if id_ in words.links else words.arrows[id_]
            expect(reader.panel).to_contain_text(said.sentence)
        assert parse_qs(reader.query) == {kind: [id_]}
    # A second run of any pick would have been counted by now.
    assert reader.runs == start + len(picks)


def test_a_collapsed_arrow_opens_its_chain(reader: Reader, content: Mechanism) -> None:
    link = next(link for link in content.overview.links if len(link.via) > 1)
    reader.open(f"/?edge={link.id}")
    for arrow in link.via:
        expect(reader.panel.locator(f'[data-pick="edge:{arrow}"]')).to_be_visible()
    reader.panel.locator(f'[data-pick="edge:{link.via[0]}"]').click()
    reader.wait_query(f"edge={link.via[0]}")
    expect(reader.panel).to_contain_text(content.words[Level.STUDENT].arrows[link.via[0]].sentence)


def test_a_name_and_the_middle_of_an_arrow_can_be_pressed_too(reader: Reader, content: Mechanism) -> None:
    reader.open("/")
    width, _ = content.manifest.widths
    place = content.layouts[width].things["ampar"].label
    assert place is not None
    box = reader.page.locator(".map-canvas").bounding_box()
    assert box is not None
    reader.page.mouse.click(box["x"] + place.x + 20, box["y"] + place.y - 4)
    reader.wait_query("node=ampar")
