"""Every scene of the real content, drawn once."""

from __future__ import annotations

import pytest

from figures.scene import scene
from graph.cameras import OVERVIEW, cameras, shot
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.figures.paper import Drawn


@pytest.fixture(scope="session")
def drawn(content: Mechanism) -> list[Drawn]:
    """The scene of each camera and width at each level."""
    widths = content.manifest.widths
    scenes = [
        Drawn(camera, level, shot(content, camera).layouts[width], scene(content, width, level, camera))
        for camera in cameras(content)
        for width in widths
        for level in Level
    ]
    assert len(scenes) == len(widths) * 3 * len(cameras(content)) > 60
    return scenes


@pytest.fixture(scope="session")
def whole(drawn: list[Drawn]) -> list[Drawn]:
    """The scenes of the main picture alone."""
    return [one for one in drawn if one.camera == OVERVIEW]
