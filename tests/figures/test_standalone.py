"""A picture that stands alone: valid, described by the graph, small, and in need of nothing else."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET

import pytest

from figures.scene import scene
from figures.standalone import described, standalone
from graph.cameras import OVERVIEW, cameras
from graph.content import Mechanism
from graph.vocabulary import Level, PictureState, Theme
from wording.interface import interface

SVG = "{http://www.w3.org/2000/svg}"
LIMIT = 150_000


def test_each_stands_alone(content: Mechanism) -> None:
    for number, camera in enumerate(cameras(content)):
        for width in content.manifest.widths:
            # Every camera and width, each with one of the grounds, levels and moments in turn.
            theme, level = list(Theme)[number % 2], list(Level)[number % 3]
            state = list(PictureState)[(number + width) % len(PictureState)]
            text = standalone(content, level, camera, width=width, theme=theme, state=state)
            assert len(gzip.compress(text.encode())) < LIMIT, camera
            root = ET.fromstring(text)  # noqa: S314 - our own
            assert root.attrib["role"] == "img"
            named = root.attrib["aria-labelledby"].split()
            ids = [part.attrib["id"] for part in root.iter() if "id" in part.attrib]
            assert len(set(ids)) == len(ids), camera
            assert set(named) <= set(ids)
            assert root[0].tag == f"{SVG}title"
            assert root[1].tag == f"{SVG}desc"
            outside = re.findall(r'(?:href|src)="(?!#)|url\((?!#|data:)|https?://(?!www\.w3\.org/2000/svg)', text)
            assert outside == [], camera
            assert "var(" not in text
            assert "<script" not in text
            referred = set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text))
            assert referred <= set(ids), camera


@pytest.mark.parametrize("level", list(Level))
def test_title_and_description_come_from_the_graph(content: Mechanism, level: Level) -> None:
    words, says = content.words[level], interface(level)
    for camera in cameras(content):
        title, description = described(content, level, camera)
        assert title == words.mechanism.title or words.cameras[camera] in title
        for link in scene(content, content.manifest.widths[0], level, camera).links:
            assert words.things[link.source].name in description
            assert words.things[link.target].name in description
        assert says.scene.nowhere_whole in description
        assert "{" not in description


def test_it_wears_the_colours_of_its_ground(content: Mechanism) -> None:
    light, dark = (standalone(content, Level.STUDENT, theme=theme) for theme in Theme)
    assert "#171614" in dark
    assert "#171614" not in light
    assert light.count("<text") == dark.count("<text") > 30


def test_an_unknown_camera_is_refused(content: Mechanism) -> None:
    with pytest.raises(KeyError):
        standalone(content, Level.STUDENT, "nowhere")
    with pytest.raises(KeyError):
        standalone(content, Level.STUDENT, OVERVIEW, width=737)
