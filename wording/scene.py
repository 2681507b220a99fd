"""Words around the picture: its closer views, its caption, and its downloads."""

from __future__ import annotations

from graph.models import Record, Text


class SceneWords(Record):
    """Words around the picture (`scene` in `assets/interface/<level>.yaml`)."""

    views: Text
    """Name of the row of links to the closer pictures of a step."""
    nowhere_whole: Text
    """Says that nobody has followed the chain end to end in one animal, and only parts of it in people."""
    file: Text
    """Label of the picture's downloads."""
    file_light: Text
    file_dark: Text
    described: Text
    """First sentence of the description of a stand-alone picture; `{title}` is what it shows."""
