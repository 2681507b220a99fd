"""The close-ups of a step that has several: a row of links above the map."""

from __future__ import annotations

from collections.abc import Sequence

from ui.html.markup import Markup, items, tag
from ui.params import Id
from ui.reader import Reader


def camera_switch(reader: Reader, view: Id, cameras: Sequence[str], shown: str) -> Markup:
    """A link to each of the `cameras`, setting `view`, with `shown` marked as current; empty if there are none."""
    if not cameras:
        return Markup("")
    names = reader.mechanism.words[reader.level].cameras
    links = (reader.switch(names[id_], id_ == shown, (view, id_), id_=f"view-{id_}") for id_ in cameras)
    return tag("nav", items(links), class_="views", aria_label=reader.says.scene.views)
