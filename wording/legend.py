"""Interface words of the key that stands in the main picture."""

from __future__ import annotations

from graph.models import Record, Text


class KeyWords(Record):
    """What each mark of the key means, in a word or two: the shapes of frames, then what arrows wear."""

    hexagon: Text
    square: Text
    circle: Text
    diamond: Text
    pill: Text
    increases: Text
    decreases: Text
    split: Text
