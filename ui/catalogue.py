"""Which pages there are: their addresses, titles and the step that each is about."""

from __future__ import annotations

from graph.vocabulary import Level
from ui.content import mechanism

HOME = "cascade"
"""File of the page at ``/``."""


def title_of(path: str, level: Level) -> str:
    """Title of the page at `path`: its step's, or that of the whole picture."""
    words = mechanism().words[level]
    return words.steps[path].title if path in words.steps else words.mechanism.title


def step_of(path: str) -> int:
    """Number of the step that the page at `path` is about, 0 for none."""
    steps = mechanism().steps
    return steps[path].order if path in steps else 0
