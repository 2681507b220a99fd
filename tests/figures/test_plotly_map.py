"""The map as a figure of Plotly's own: the one that pages serve, with the illustration and answers of its own."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from base64 import b64decode
from math import hypot
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio
import pytest

from figures import map_figure
from figures.captions import captions
from figures.lens import Lens
from figures.plotly_theme import NAMES
from figures.standalone import illustration
from figures.tokens import palette_of
from graph.cameras import OVERVIEW, cameras
from graph.content import Mechanism, load
from graph.vocabulary import Level, Theme
from tests.figures.paper import Drawn
from ui.browser.files import files

NOTEBOOK = """
from figures import map_figure
map_figure(mechanism, level="student").show()
"""


@pytest.fixture(scope="module")
def figures(content: Mechanism, drawn: list[Drawn]) -> list[tuple[Drawn, dict[str, Any]]]:
    """The figure of each camera at each width, in the words of one level, as plain data."""
    return [
        (one, map_figure(content, level=one.level, camera=one.camera, width=one.layout.width).to_plotly_json())
        for one in drawn
        if one.level is Level.STUDENT
    ]


def test_it_is_what_the_page_serves_for_every_camera_level_and_width(content: Mechanism) -> None:
    served = {name: file for name, file in files().items() if name.startswith("figure-")}
    for camera in cameras(content):
        for level in Level:
            for width in content.manifest.widths:
                sent = json.loads(gzip.decompress(served.pop(f"figure-{camera}-{level.value}-{width}.json").body))
                made = map_figure(content, level=level, camera=camera, width=width, bare=True)
                assert made.to_plotly_json() == sent, (camera, level, width)
    assert not served


def test_beside_what_the_page_serves_it_has_the_illustration_and_its_answers(
    content: Mechanism, figures: list[tuple[Drawn, dict[str, Any]]]
) -> None:
    for one, whole in figures:
        bare = map_figure(content, level=one.level, camera=one.camera, width=one.layout.width, bare=True)
        part = bare.to_plotly_json()
        *traces, answers = whole["data"]
        assert traces == part["data"]
        assert answers["uid"] == "answers"
        own = {key: value for key, value in whole["layout"].items() if key not in part["layout"]}
        assert set(own) == {"annotations", "hoverdistance", *(["images"] if one.scene.pictures else [])}
        assert whole["layout"] == part["layout"] | own


def test_the_illustration_lies_under_it_whole_and_in_its_theme(content: Mechanism, whole: list[Drawn]) -> None:
    for one in whole:
        for theme in Theme:
            figure = map_figure(content, level=one.level, width=one.layout.width, theme=theme.value)
            (image,) = figure.layout.images
            kind, data = image.source.split(",")
            assert kind == "data:image/svg+xml;base64"
            svg = b64decode(data).decode()
            assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox=')
            assert svg.endswith(illustration(content, one.scene, theme)[-200:])
            assert (image.x, image.y, image.sizex, image.sizey) == (0, 0, one.scene.width, one.scene.height)
            assert (image.layer, image.sizing) == ("below", "stretch")
            assert figure.layout.template.layout.paper_bgcolor == palette_of(theme).ground


def answered(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """What each marker says when it is pointed at, and the notes that a click on it opens."""
    trace, notes = figure["data"][-1], figure["layout"]["annotations"]
    assert all(note["clicktoshow"] == "onout" and note["visible"] is False for note in notes)
    opened: dict[tuple[float, float], list[str]] = {}
    for note in notes:
        opened.setdefault((note["xclick"], note["yclick"]), []).append(note["text"])
    parts = (trace["customdata"], trace["x"], trace["y"], trace["marker"]["size"], trace["hovertext"])
    return [
        {"row": row, "place": (x, y), "size": size, "says": text, "opens": opened[x, y]}
        for row, x, y, size, text in zip(*parts, strict=True)
    ]


def places(answers: list[dict[str, Any]]) -> list[tuple[float, float]]:
    return [each["place"] for each in answers]


def test_whatever_is_drawn_names_itself_where_it_is_pointed_at_and_clicked(
    content: Mechanism, figures: list[tuple[Drawn, dict[str, Any]]]
) -> None:
    for one, figure in figures:
        said, answers = captions(content, one.level, one.scene), answered(figure)
        assert figure["data"][-1]["hovertemplate"] == "%{hovertext}<extra></extra>"
        assert {tuple(each["row"][:2]) for each in answers} == {
            *((thing.id, "node") for thing in one.scene.things),
            *((link.id, "edge") for link in one.scene.links),
        }
        for each in answers:
            caption = said[each["row"][0]]
            for text in (each["says"], *each["opens"]):
                assert text.replace("<br>", " ").startswith(f"<b>{caption['name']}</b>")
            assert len(each["opens"]) == 1
            for part in ("kind", "evidence"):
                assert caption.get(part, "") in each["says"].replace("<br>", " ")
            assert caption["text"] in each["opens"][0].replace("<br>", " ")
        for link in one.scene.links:
            own = [each for each in answers if each["row"][0] == link.id]
            assert {tuple(each["row"][2:]) for each in own} == {(link.sign, link.in_whom, link.split is not None)}
            for x, y in (*link.line, link.tip):  # where two begin at the same point, it is the first one's
                near, mine = (min(hypot(ax - x, ay - y) for ax, ay in places(all_)) for all_ in (answers, own))
                assert near <= 7 and mine <= 21, (one.name, link.id)
        for thing in one.scene.things:
            (middle,) = [each for each in answers if each["place"] == (thing.x, thing.y)]
            assert middle["row"][0] == thing.id
            assert middle["size"] >= 24


def test_notes_open_within_the_picture(figures: list[tuple[Drawn, dict[str, Any]]]) -> None:
    for one, figure in figures:
        for note in figure["layout"]["annotations"]:
            lines = note["text"].replace("<b>", "").replace("</b>", "").split("<br>")
            width, height = max(map(len, lines)) * 13 * 0.52, len(lines) * 13 * 1.3
            left = note["x"] - {"left": 0, "center": width / 2, "right": width}[note["xanchor"]]
            top = note["y"] + note["ay"]
            assert note["yanchor"] == "top"
            assert left >= -8 and left + width <= one.scene.width + 8, (one.name, note["text"])
            assert top >= -8 and top + height <= one.scene.height + 8, (one.name, note["text"])


def test_both_looks_are_registered_as_templates() -> None:
    for theme, name in NAMES.items():
        assert name in pio.templates
        plain = go.Figure(layout={"template": name}).layout.template.layout
        assert (plain.font.color, plain.paper_bgcolor) == (palette_of(theme).ink, palette_of(theme).ground)


ODD: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"level": "professor"}, ValueError),
    ({"theme": "sepia"}, ValueError),
    ({"lens": "how much"}, ValueError),
    ({"camera": "nowhere"}, KeyError),
    ({"width": 737}, KeyError),
]


@pytest.mark.parametrize(("asked", "error"), ODD)
def test_what_it_cannot_show_it_refuses(content: Mechanism, asked: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=str(*asked.values())):
        map_figure(content, **asked)


def test_two_lines_are_enough_in_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[go.Figure] = []
    monkeypatch.setattr(go.Figure, "show", lambda figure: shown.append(figure))
    names: dict[str, Any] = {"mechanism": load()}
    exec(NOTEBOOK, names)  # noqa: S102 - our own two lines
    (figure,) = shown
    assert figure.to_plotly_json() == map_figure(names["mechanism"]).to_plotly_json()


def test_a_lens_may_be_named(content: Mechanism) -> None:
    named, meant = (map_figure(content, lens=lens, bare=True) for lens in ("contested", Lens.CONTESTED))
    assert named == meant
    assert named != map_figure(content, bare=True)


def test_what_serves_the_app_does_without_the_figure_of_the_notebook() -> None:
    asked = """
import sys, ui.browser.files
from figures.captions import captions
from figures.chart import chart
from figures.scene import scene
from graph.content import load
from graph.vocabulary import Level
drawn = scene(load(), 736, Level.STUDENT)
assert chart(drawn, captions(load(), Level.STUDENT, drawn))["data"]
sys.exit("figures.plotly_map" in sys.modules)  # Streamlit may import Plotly for itself
"""
    subprocess.run([sys.executable, "-c", asked], check=True, timeout=120)


def test_it_is_the_overview_that_is_shown_unless_another_is_asked_for(content: Mechanism) -> None:
    assert map_figure(content, bare=True) == map_figure(content, camera=OVERVIEW, width=736, level="student", bare=True)
