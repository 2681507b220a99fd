"""The real content, read once for all tests of a process. Nothing can change it, so they share it with the app."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.content import Mechanism, folders, load
from ui.content import compared, mechanism


def main() -> Mechanism:
    """The main mechanism."""
    return mechanism()


@cache
def every() -> dict[str, Mechanism]:
    """Every mechanism by the name of its folder, in the order of the names."""
    return {name: compared()[name] if name in compared() else main() for name in folders()}


def loaded(folder: Path | None = None) -> Mechanism:
    """What `graph.content.load` gives, without reading the real content once more."""
    if folder is None:
        return main()
    return every()[folder.name] if folder == folders().get(folder.name) else load(folder)
