"""What the live link needs in the browser: words, pages with their maps, and the presenter's stops."""

from __future__ import annotations

import json
from typing import TypedDict

from graph.vocabulary import Level
from ui.address import Address
from ui.catalogue import pages
from ui.live.shared_address import own_names, shared
from ui.page import MapPage, Page, Stop
from ui.state import plain_reader
from wording.interface import interface


class Place(TypedDict):
    """A page: its title, its map's camera, empty if it has no map, and the step highlighted there.

    `cameras` are the choices for `view` in its address; `story` says that its map shows the story, and `part` that it
    shows only a part of the camera's picture.
    """

    title: str
    camera: str
    cameras: tuple[str, ...]
    step: int
    story: bool
    part: bool


def _place(page: Page, level: Level) -> Place:
    title = page.title(level)
    if not isinstance(page, MapPage):
        return {"title": title, "camera": "", "cameras": (), "step": 0, "story": False, "part": False}
    camera = page.camera(Address(page.path, page.params))
    told = page.tells(plain_reader(level), camera)
    return {
        "title": title,
        "camera": camera,
        "cameras": page.cameras(),
        "step": told.get("step", 0),
        "story": "moment" in told,
        "part": page.in_part,
    }


def stops(level: Level) -> list[Stop]:
    """Every stop in page order, as addresses that a room shares."""
    return [{**stop, "address": shared(stop["address"])} for page in pages().values() for stop in page.stops(level)]


def kit(level: Level) -> str:
    """What the live link needs in the browser at `level`, as JSON: words, pages, stops and parameter names.

    `own` are parameters that belong to the reader, `bound` those that only a full run of the page can change, and
    `lobbies` the live link's own pages.
    """
    places = {path: _place(page, level) for path, page in pages().items() if not page.lobby}
    words = interface(level).live.model_dump(exclude={"present_how", "follow_how", "kept"})
    bound = {name for page in pages().values() for param in page.params if param.bound for name in param.names}
    sent = {
        "words": words,
        "places": places,
        "stops": stops(level),
        "own": sorted(own_names()),
        "lobbies": {page.lobby.value: path for path, page in pages().items() if page.lobby},
        "bound": sorted(bound),
    }
    return json.dumps(sent, ensure_ascii=False)
