"""The map as an interactive file of its own, as `write_html` leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from figures import map_figure
from figures.scene import Scene, scene
from figures.tokens import palette_of
from graph.content import Mechanism
from graph.vocabulary import Level, Theme

CAMERA = "ampa-activation"


@pytest.fixture(scope="module")
def path(content: Mechanism, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, of a closer camera and on a dark ground."""
    written = tmp_path_factory.mktemp("figure") / "map.html"
    map_figure(content, camera=CAMERA, theme="dark").write_html(written)
    return written


@pytest.fixture
def file(page: Page, path: Path) -> Iterator[Page]:
    """The file, opened; it asks nobody for anything and has nothing to complain about."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if request.url.startswith("http") else None)
    page.goto(path.as_uri())
    page.wait_for_selector(".scatterlayer .trace")
    yield page
    assert complaints == []


@pytest.fixture
def seen(content: Mechanism) -> Scene:
    """What the file shows."""
    return scene(content, 736, Level.STUDENT, CAMERA)


def at(page: Page, point: tuple[float, float]) -> tuple[float, float]:
    """Where on the screen a point of the scene lies."""
    box = page.locator(".main-svg").first.bounding_box()
    assert box is not None
    return box["x"] + point[0], box["y"] + point[1]


def click(page: Page, point: tuple[float, float]) -> None:
    """Click once on a point of the scene."""
    page.wait_for_timeout(350)  # Plotly takes two clicks within 300 ms, wherever they are, for a double click
    page.mouse.click(*at(page, point))


def note(page: Page) -> Locator:
    """The note that is open."""
    return page.locator(".annotation-text-g")


def letters(text: str) -> str:
    """`text` without its spaces: how lines break is not what is tested here."""
    return "".join(text.split())


def test_what_is_pointed_at_says_its_name(file: Page, seen: Scene) -> None:
    for thing in seen.things:
        file.mouse.move(*at(file, (thing.x, thing.y)))
        expect(file.locator(".hoverlayer .hovertext")).to_contain_text(thing.name.split()[0])
    file.mouse.move(*at(file, (seen.width - 2, seen.height - 2)))
    expect(file.locator(".hoverlayer .hovertext")).to_have_count(0)


def test_a_click_names_the_thing_or_the_arrow_and_one_beside_them_closes_that(
    file: Page, seen: Scene, content: Mechanism
) -> None:
    words = content.words[Level.STUDENT]
    for thing in seen.things:
        click(file, (thing.x, thing.y))
        expect(note(file)).to_contain_text(thing.name.split()[0])
        said = letters(note(file).text_content() or "")
        assert said.startswith(letters(thing.name))
        assert letters(words.things[thing.id].summary) in said
    click(file, (seen.width - 2, seen.height - 2))
    expect(note(file)).to_have_count(0)
    for link in seen.links:
        click(file, link.press)
        spoken = words.arrows[link.id]
        expect(note(file)).to_contain_text(f"{words.things[link.source].name}: {spoken.verb}"[:20])
        assert letters(spoken.sentence) in letters(note(file).text_content() or "")


def test_it_is_the_same_picture_with_the_illustration_under_it(file: Page, seen: Scene) -> None:
    expect(file.locator(".imagelayer image")).to_have_count(1)
    assert file.locator(".imagelayer image").get_attribute("href")
    names = [letters(text) for text in file.locator(".scatterlayer .trace text").all_text_contents()]
    assert {letters(thing.name) for thing in seen.things} <= set(names)
    ground = file.locator(".main-svg").first.evaluate("svg => getComputedStyle(svg).backgroundColor")
    red, green, blue = bytes.fromhex(palette_of(Theme.DARK).ground[1:])
    assert ground == f"rgb({red}, {green}, {blue})"
