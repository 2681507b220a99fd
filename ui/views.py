"""The closer pictures of a step that has several: a row of links above the map."""

from __future__ import annotations

from dataclasses import replace

from graph.cameras import cameras_of
from ui.html.markup import Markup, items, tag
from ui.reader import Reader

PICK = "view:"
"""How a pick of a closer picture begins; the camera's id follows."""


def view_switch(reader: Reader, path: str, camera: str) -> Markup:
    """A link to each closer picture of the step at `path`, `camera` being the one shown; nothing where it has one."""
    own = cameras_of(reader.mechanism, path)
    if len(own) < 2:
        return Markup("")
    names = reader.mechanism.words[reader.level].cameras
    links = (
        tag(
            "a",
            names[id_],
            id=f"view-{id_}",
            href=replace(reader.address, view=id_).query(),
            target="_self",
            data_pick=PICK + id_,
            aria_current="true" if id_ == camera else None,
        )
        for id_ in own
    )
    return tag("nav", items(links), class_="views", aria_label=reader.says.scene.views)
