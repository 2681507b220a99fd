"""Every scene of the real content, drawn once."""

from __future__ import annotations

import pytest

from figures.scene import scene
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.figures.paper import Drawn


@pytest.fixture(scope="session")
def drawn(content: Mechanism) -> list[Drawn]:
    """The scene of each width at each level."""
    widths = content.manifest.widths
    scenes = [Drawn(level, content.layouts[width], scene(content, width, level)) for width in widths for level in Level]
    assert len(scenes) == len(widths) * 3 > 0
    return scenes
