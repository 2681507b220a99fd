"""Candidate positions for each label of a picture: a name around its part, a verb along its arrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin

from authoring.metrics import Box, boxes, widest
from figures.geometry import at
from figures.label import Label, wrapped
from figures.scene import BADGE_GAP, SceneLink, SceneThing
from graph.layout import Anchor, LabelPlace, Place

BADGE_RADIUS = 9
NAME_GAPS = (5.0, 9.0, 15.0, 24.0, 36.0, 52.0)
VERB_GAPS = (4.0, 8.0, 14.0, 22.0)
VERB_PARTS = tuple(part / 20 for part in range(2, 20))


@dataclass(frozen=True)
class Candidate:
    """A possible position of a label, the boxes it would fill at each level, and its cost relative to the best one."""

    place: LabelPlace | Place
    badge: tuple[float, float] | None
    filled: tuple[tuple[Box, ...], ...]
    cost: float


def _fill(label: Label, place: Place, lines: int, badge: tuple[float, float] | None) -> tuple[Box, ...]:
    said = wrapped(" ".join(label.lines), lines)
    found = list(boxes(Label(label.role, said, place.x, place.y, place.anchor, label.size), widest))
    if badge:
        x, y = badge
        found.append(Box("", x - BADGE_RADIUS, y - BADGE_RADIUS, x + BADGE_RADIUS, y + BADGE_RADIUS))
    return tuple(found)


def of_thing(levels: list[SceneThing], lines: tuple[int, ...] = (1, 2)) -> Iterator[Candidate]:
    """Positions for the name of a part, given as drawn at each level; `lines` are the line counts to try."""
    thing = levels[0]
    size = thing.label.size
    for count in lines:
        tall = size * 1.3 * (max(len(wrapped(one.name, count)) for one in levels) - 1)
        for number, gap in enumerate(NAME_GAPS):
            for x, y, anchor, cost in _around(thing, gap, tall, size):
                place, badge = _numbered(levels, count, x, y, anchor)
                if place is None:
                    continue
                filled = tuple(_fill(one.label, place, count, badge) for one in levels)
                yield Candidate(place, badge, filled, cost + number * 2.2 + (count - 1) * 0.6)


def _numbered(
    levels: list[SceneThing], count: int, x: float, y: float, anchor: Anchor
) -> tuple[LabelPlace | None, tuple[float, float] | None]:
    """The position of a name and, next to its first line, that of the step's number, if the part has one."""
    thing = levels[0]
    if thing.badge is None:
        return LabelPlace(x=round(x, 1), y=round(y, 1), anchor=anchor, lines=count), None
    middle = y - thing.label.size * 0.36
    if anchor == "start":
        name = LabelPlace(x=round(x + 2 * BADGE_RADIUS + BADGE_GAP, 1), y=round(y, 1), anchor=anchor, lines=count)
        return name, (round(x + BADGE_RADIUS, 1), round(middle, 1))
    if anchor == "end":  # between name and part, so that it stays close to both regardless of the name's length
        name = LabelPlace(x=round(x - 2 * BADGE_RADIUS - BADGE_GAP, 1), y=round(y, 1), anchor=anchor, lines=count)
        return name, (round(x - BADGE_RADIUS, 1), round(middle, 1))
    return None, None


def _around(thing: SceneThing, gap: float, tall: float, size: int) -> Iterator[tuple[float, float, Anchor, float]]:
    """First baselines around a frame, as (x, y, anchor, cost); right and below cost least."""
    x, y, w, h = thing.x, thing.y, thing.half_width, thing.half_height
    middle = y + size * 0.36 - tall / 2
    above, below = y - h - gap - tall - size * 0.25, y + h + gap + size * 0.8
    for shift, more in ((0.0, 0.0), (-h * 0.6, 0.6), (h * 0.6, 0.6), (-h, 1.0), (h, 1.0)):
        yield x + w + gap, middle + shift, "start", more
        yield x - w - gap, middle + shift, "end", 0.4 + more
    for side, more in ((0.0, 0.0), (-w, 0.8), (w, 0.8)):
        yield x + side, below, "middle", 0.5 + more
        yield x + side, above, "middle", 0.7 + more
    for dx, anchor in ((w * 0.7, "start"), (-w * 0.7, "end"), (-w, "start"), (w, "end")):
        yield x + dx, below, anchor, 1.2  # type: ignore[misc]
        yield x + dx, above, anchor, 1.4  # type: ignore[misc]


def of_link(levels: list[SceneLink]) -> Iterator[Candidate]:
    """Positions for the verb of an arrow, given as drawn at each level."""
    link = levels[0]
    size = link.verb.size
    line = [*link.line, link.tip]
    for part in VERB_PARTS:
        (x, y), angle = at(line, part)
        for number, gap in enumerate(VERB_GAPS):
            for side in (-1, 1):
                turn = radians(angle + 90 * side)
                away = (cos(turn), sin(turn))
                anchor: Anchor = "start" if away[0] > 0.35 else "end" if away[0] < -0.35 else "middle"
                down = y + away[1] * gap + size * (0.28 + 0.5 * away[1])
                place = Place(x=round(x + away[0] * gap, 1), y=round(down, 1), anchor=anchor)
                filled = tuple(_fill(one.verb, place, 1, None) for one in levels)
                yield Candidate(place, None, filled, abs(part - 0.5) * 3 + number * 1.2)
