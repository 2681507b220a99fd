"""Words of the legend in the main picture."""

from __future__ import annotations

from graph.models import Record, Text


class KeyWords(Record):
    """Meaning of each mark in the legend, in a word or two: shapes of frames, then marks of arrows."""

    hexagon: Text
    square: Text
    circle: Text
    diamond: Text
    pill: Text
    increases: Text
    decreases: Text
    split: Text
