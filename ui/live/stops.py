"""Where a presenter's keys lead: the story of the main picture, and after each step its page, with notes."""

from __future__ import annotations

import json
from typing import TypedDict

from graph.cameras import OVERVIEW
from graph.vocabulary import Level
from ui.address import ACCOUNTS, Address
from ui.catalogue import LOBBIES, camera_at, has_map, paths, step_of, title_of
from ui.content import mechanism
from ui.live.shared_address import shared
from wording.interface import interface


class Stop(TypedDict):
    """A view that the room is led to, what it is called, and what the presenter may say there."""

    address: str
    title: str
    note: str


def route(level: Level) -> list[Stop]:
    """The stops in order: the whole picture, each moment, and the page of a step once its moments are told."""
    words, story = mechanism().words[level], list(mechanism().story.values())
    stops: list[Stop] = [{"address": "/", "title": words.mechanism.title, "note": words.mechanism.leaves_out}]
    for number, moment in enumerate(story):
        told = words.story[moment.id]
        stops.append(
            {"address": shared(f"/{Address().telling(moment.id).query()}"), "title": told.title, "note": told.note}
        )
        step = moment.step
        last = step not in [after.step for after in story[number + 1 :]]
        if step and last and mechanism().steps[step].cascade:
            stops.append({"address": f"/{step}", "title": words.steps[step].title, "note": words.steps[step].doubt})
    return stops


class Place(TypedDict):
    """A page: its title, the camera of its map, empty where it has none, and the step that is lit there.

    `part` says that the page tells only a part of what the camera shows.
    """

    title: str
    camera: str
    step: int
    part: bool


def _place(path: str, level: Level) -> Place:
    title = title_of(path, level)
    if not has_map(path):
        return {"title": title, "camera": "", "step": 0, "part": False}
    camera = camera_at(path)
    step = step_of(path) if camera == OVERVIEW else 0
    return {"title": title, "camera": camera, "step": step, "part": path == ACCOUNTS}


def kit(level: Level) -> str:
    """What the live link needs in the browser at `level`, as JSON: words, pages with their maps, and the stops."""
    places = {path: _place(path, level) for path in paths() if path not in LOBBIES}
    words = interface(level).live.model_dump(exclude={"present_how", "follow_how", "kept"})
    return json.dumps({"words": words, "places": places, "stops": route(level)}, ensure_ascii=False)
