"""Words around the picture: its closer views, its standing caption, and the picture as a file."""

from __future__ import annotations

from graph.models import Record, Text


class SceneWords(Record):
    """Words around the picture (`scene` in `assets/interface/<level>.yaml`)."""

    views: Text
    """Name of the row of links to the closer pictures of a step."""
    nowhere_whole: Text
    """That nobody has followed the chain end to end in one animal, and that people show fragments only."""
    file: Text
    """What the downloads of the picture are called."""
    file_light: Text
    file_dark: Text
    described: Text
    """First sentence of the description of a picture that stands alone; `{title}` is what it shows."""
