"""What a drag does to a layout: pure functions, one for each kind of element that can be dragged."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot
from typing import TypeVar

from figures.geometry import Point
from graph.layout import Layout, LinkPlace, Place, ThingPlace, Zone

P = TypeVar("P", bound=Place)

NEAR = 30
"""Px within which a drag moves an existing bend of an arrow; farther away it adds a new one."""


def moved(layout: Layout, what: str, id_: str, start: Point, end: Point) -> Layout:
    """Return `layout` after a drag from `start` to `end`, both in px.

    Args:
        layout: The layout before the drag.
        what: "thing", "name", "badge", "verb", "line", "zone" or "time". A part takes its name and number along.
        id_: Id of the part, arrow or zone.
        start: Where the drag started.
        end: Where it ended.

    Raises:
        KeyError: The layout has no such element.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    if what in ("thing", "name", "badge"):
        things = {**layout.things, id_: _MOVES[what](layout.things[id_], dx, dy)}
        return layout.model_copy(update={"things": things})
    if what == "verb":
        link = layout.links[id_]
        return _with_link(layout, id_, link.model_copy(update={"verb": _shifted(link.verb, dx, dy)}))
    if what == "line":
        return _with_link(layout, id_, _bent(layout, id_, start, end))
    field = {"zone": "zones", "time": "times"}[what]
    texts: tuple[Zone, ...] = getattr(layout, field)
    if id_ not in {one.id for one in texts}:
        raise KeyError(id_)
    return layout.model_copy(update={field: tuple(_shifted(one, dx, dy) if one.id == id_ else one for one in texts)})


def _with_link(layout: Layout, id_: str, link: LinkPlace) -> Layout:
    return layout.model_copy(update={"links": {**layout.links, id_: link}})


def _shifted(place: P, dx: float, dy: float) -> P:
    return place.model_copy(update={"x": round(place.x + dx, 1), "y": round(place.y + dy, 1)})


def _thing(place: ThingPlace, dx: float, dy: float) -> ThingPlace:
    named = _badge(_name(place, dx, dy), dx, dy)
    return named.model_copy(update={"x": round(place.x + dx, 1), "y": round(place.y + dy, 1)})


def _name(place: ThingPlace, dx: float, dy: float) -> ThingPlace:
    return place.model_copy(update={"label": _shifted(place.label, dx, dy)}) if place.label else place


def _badge(place: ThingPlace, dx: float, dy: float) -> ThingPlace:
    if place.badge is None:
        return place
    return place.model_copy(update={"badge": (round(place.badge[0] + dx, 1), round(place.badge[1] + dy, 1))})


_MOVES: dict[str, Callable[[ThingPlace, float, float], ThingPlace]] = {"thing": _thing, "name": _name, "badge": _badge}


def _bent(layout: Layout, id_: str, start: Point, end: Point) -> LinkPlace:
    """The arrow with the bend nearest to `start` moved to `end`, or with a new bend inserted in order."""
    link = layout.links[id_]
    to = (round(end[0], 1), round(end[1], 1))
    far = [hypot(x - start[0], y - start[1]) for x, y in link.via]
    if far and min(far) <= NEAR:
        at = far.index(min(far))
        return link.model_copy(update={"via": (*link.via[:at], to, *link.via[at + 1 :])})
    source = layout.things[id_.split("--")[0]]
    along = [hypot(x - source.x, y - source.y) for x, y in link.via]
    at = sum(distance < hypot(start[0] - source.x, start[1] - source.y) for distance in along)
    return link.model_copy(update={"via": (*link.via[:at], to, *link.via[at:])})
