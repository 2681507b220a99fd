"""The illustrations as files: one for each story state and theme."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from authoring.illustration.drawing import draw
from graph.content import Mechanism
from graph.layout import picture
from graph.vocabulary import PictureState, Theme


def drawn(mechanism: Mechanism) -> Iterator[tuple[str, str]]:
    """Name and SVG text of each file, drawn from the positions in the content."""
    for (name, places), state, theme in product(mechanism.illustrations.items(), PictureState, Theme):
        yield picture(name, state, theme), draw(places, theme, state)


def write(mechanism: Mechanism) -> Iterator[Path]:
    """Draw every file into `scene/`, and yield the paths of those that changed."""
    folder = mechanism.folder / "scene"
    folder.mkdir(exist_ok=True)
    for name, text in drawn(mechanism):
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            yield path
