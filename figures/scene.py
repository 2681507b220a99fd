"""The scene: what a camera shows of a mechanism at one width and level, as plain geometry and words.

Everything that draws the map draws this. Coordinates are px from the upper left corner, y grows
downwards; text is placed by the baseline of its first line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import Literal

from figures.geometry import Frame, Point, at, between_frames, heading, shortened, spline, thinned
from figures.glyphs import half_side
from figures.key import Key, keys
from figures.label import Label, placed
from figures.tokens import Shape, tokens
from graph.cameras import OVERVIEW, Shot, shot
from graph.content import Mechanism
from graph.evidence import badge
from graph.layout import Layout, Place, picture
from graph.models import Arrow, OverviewLink
from graph.vocabulary import InWhom, Level, Phase, PictureState, Role, Theme

Head = Literal["increases", "decreases", "modulates"]
BADGE_GAP = 5
"""Px between the number of a step and the name that follows it."""
RULER_ROW = 21
"""Height in px of a row of bars over the time ruler, the gap included."""
TARGET = 24
"""Smallest side in px of anything that can be pressed (WCAG 2.2, target size)."""


@dataclass(frozen=True)
class SceneThing:
    """A thing: its frame, its name, and the number of the step it opens (0 for none).

    `glyph` names the sign inside the frame, "" where the picture itself shows the thing; `glyph_half` is half its side.
    """

    id: str
    name: str
    step: int
    shape: Shape
    x: float
    y: float
    half_width: float
    half_height: float
    outline: tuple[Point, ...]
    filled: bool
    glyph: str
    glyph_half: float
    label: Label
    badge: Label | None


@dataclass(frozen=True)
class SceneLink:
    """An arrow: its line, its head at the end of the line, and where it can be pressed.

    `count` is the number of papers against it, `in_people` how much of its chain was seen in people,
    `accounts` the accounts of each arrow of the chain, and `phase` the phase that binds all of it.
    """

    id: str
    source: str
    target: str
    step: int
    sign: int
    head: Head
    line: tuple[Point, ...]
    tip: Point
    angle: float
    split: tuple[Point, ...] | None
    count: Label | None
    press: Point
    verb: Label
    phase: str
    in_whom: str
    in_people: Literal["all", "some", "none"]
    accounts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Scene:
    """A whole picture: things are in reading order.

    `zones` holds names of regions, `times` words on the time ruler, `keys` what marks mean. `pictures` are the files of
    the illustration by moment of the story, light and dark; none where it has none. `crop` is the part of it that lies
    under the scene: left, top, width and height in px of its own. Where `by_evidence` holds, the style of a line says
    in whom it was seen. `floor` is how far down a closer camera shows the illustration, in px of that: its time ruler
    belongs to the whole.
    """

    width: int
    height: int
    pictures: dict[str, tuple[str, str]] = field(hash=False)
    crop: tuple[float, float, float, float] | None
    floor: float | None
    by_evidence: bool
    things: tuple[SceneThing, ...]
    links: tuple[SceneLink, ...]
    zones: tuple[Label, ...]
    times: tuple[Label, ...]
    keys: tuple[Key, ...]

    def texts(self) -> list[Label]:
        """Every text that is drawn."""
        return [
            *self.zones,
            *self.times,
            *(key.label for key in self.keys),
            *(link.verb for link in self.links),
            *(thing.label for thing in self.things),
            *(thing.badge for thing in self.things if thing.badge),
        ]


def scene(mechanism: Mechanism, width: int, level: Level, camera: str = OVERVIEW) -> Scene:
    """What `camera` shows at a designed `width` in the words of `level`. Raises KeyError where there is no such."""
    seen = shot(mechanism, camera)
    layout = seen.layouts[width]
    frames = {
        id_: Frame(tokens().shapes[mechanism.things[id_].kind], place.x, place.y, place.half_width, place.half_height)
        for id_, place in layout.things.items()
    }
    things = tuple(_thing(mechanism, seen, layout, level, id_, frames[id_]) for id_ in seen.things)
    drawn = [_link(mechanism, layout, level, link, frames) for link in seen.links]
    words = mechanism.words[level]
    zones = tuple(placed("zone", words.zones[zone.id].upper(), zone, tokens().font.zone) for zone in layout.zones)
    return Scene(
        width=layout.width,
        height=layout.height,
        pictures=_pictures(layout),
        crop=_crop(layout),
        floor=_floor(mechanism, layout),
        by_evidence=camera != OVERVIEW,
        things=things,
        links=tuple(_pressable(drawn, frames)),
        zones=zones,
        times=tuple(placed("time", words.zones[one.id], one, tokens().font.zone) for one in layout.times),
        keys=keys(layout, level),
    )


def _pictures(layout: Layout) -> dict[str, tuple[str, str]]:
    if layout.pictures is None:
        return {}
    light, dark = ([picture(layout.pictures, state, theme) for state in PictureState] for theme in Theme)
    return {state.value: pair for state, pair in zip(PictureState, zip(light, dark, strict=True), strict=True)}


def _crop(layout: Layout) -> tuple[float, float, float, float] | None:
    if layout.crop is None:
        return None
    part = layout.crop
    return part.x, part.y, part.width, round(part.width * layout.height / layout.width, 2)


def _floor(mechanism: Mechanism, layout: Layout) -> float | None:
    places = mechanism.illustrations.get(layout.pictures or "")
    if layout.crop is None or places is None or places.ruler is None:
        return None
    return places.ruler.y - 4 - RULER_ROW * (1 + max(bar.row for bar in places.ruler.bars)) - 6


def _thing(mechanism: Mechanism, seen: Shot, layout: Layout, level: Level, id_: str, frame: Frame) -> SceneThing:
    place = layout.things[id_]
    name = mechanism.words[level].things[id_].name
    number = seen.badges.get(id_)
    inside = Place(x=place.x, y=place.y + layout.font_size * 0.36, anchor="middle")
    badge_size = tokens().font.badge
    return SceneThing(
        id=id_,
        name=name,
        step=mechanism.steps[mechanism.things[id_].step].order,
        shape=frame.shape,
        x=place.x,
        y=place.y,
        half_width=place.half_width,
        half_height=place.half_height,
        outline=tuple(frame.outline()),
        filled=place.filled,
        glyph=_glyph(mechanism, id_) if place.filled and place.label else "",
        glyph_half=half_side(frame.shape, place.half_width),
        label=placed("name", name, place.label or inside, layout.font_size),
        badge=Label("badge", (str(number),), place.badge[0], place.badge[1] + badge_size * 0.36, "middle", badge_size)
        if number and place.badge
        else None,
    )


def _glyph(mechanism: Mechanism, id_: str) -> str:
    thing = mechanism.things[id_]
    return thing.glyph or tokens().glyphs.get(thing.kind) or ""


def _link(
    mechanism: Mechanism, layout: Layout, level: Level, link: Arrow | OverviewLink, frames: dict[str, Frame]
) -> SceneLink:
    place = layout.links[link.id]
    source, target = frames[link.source], frames[link.target]
    points = [(source.x, source.y), *place.via, (target.x, target.y)]
    # A px between two points of the curve at the most, so that the ends lie close to their frames.
    fine = max(96, *(round(hypot(b[0] - a[0], b[1] - a[1])) for a, b in pairwise(points)))
    curve = between_frames(spline(points, fine), source, target)
    chain = mechanism.chain(link.id)
    evidence = badge(chain)
    head = _head(chain, link.sign)
    size = tokens().line.head
    words = mechanism.words[level]
    spoken = words.links[link.id] if link.id in words.links else words.arrows[link.id]
    line = thinned(shortened(curve, size * 0.8) if head != "decreases" else curve)
    return SceneLink(
        id=link.id,
        source=link.source,
        target=link.target,
        step=mechanism.steps[mechanism.things[link.target].step].order,
        sign=int(link.sign),
        head=head,
        line=tuple((round(x, 1), round(y, 1)) for x, y in line),
        tip=(round(curve[-1][0], 1), round(curve[-1][1], 1)),
        angle=round(heading(curve), 1),
        split=_split(curve, place.split) if evidence.contested else None,
        count=_count(curve, place.split, evidence.against) if evidence.contested and evidence.against else None,
        press=at(curve, 0.5)[0],
        verb=placed("verb", spoken.verb, place.verb, tokens().font.verb),
        phase=_phase(chain),
        in_whom=evidence.in_whom.value,
        in_people=_in_people(chain),
        accounts=tuple(tuple(arrow.hypotheses) for arrow in chain),
    )


def _head(chain: Sequence[Arrow], sign: int) -> Head:
    if any(arrow.role is Role.MODULATOR for arrow in chain):
        return "modulates"
    return "increases" if sign > 0 else "decreases"


def _split(curve: Sequence[Point], part: float) -> tuple[Point, ...]:
    """Two short strokes across the line, as two pairs of points."""
    (x, y), angle = at(curve, part)
    c, s = cos(radians(angle)), sin(radians(angle))
    strokes = ((-4.4, 5.5), (-1.2, -5.5), (1.2, 5.5), (4.4, -5.5))
    return tuple((round(x + dx * c - dy * s, 1), round(y + dx * s + dy * c, 1)) for dx, dy in strokes)


def _count(curve: Sequence[Point], part: float, against: int) -> Label:
    (x, y), angle = at(curve, part)
    away = radians(angle - 90)
    size = tokens().font.badge
    return Label(
        "count",
        (str(against),),
        round(x + 13 * cos(away), 1),
        round(y + 13 * sin(away) + size * 0.36, 1),
        "middle",
        size,
    )


def _phase(chain: Sequence[Arrow]) -> str:
    """The phase of a chain: that of its arrows which are bound to one, else both."""
    return next((arrow.phase.value for arrow in chain if arrow.phase is not Phase.BOTH), Phase.BOTH.value)


def _in_people(chain: Sequence[Arrow]) -> Literal["all", "some", "none"]:
    seen = [arrow.strongest_in in (InWhom.HUMAN_TRIAL, InWhom.HUMAN_BIOMARKER) for arrow in chain]
    return "all" if all(seen) else "some" if any(seen) else "none"


def _pressable(links: Iterable[SceneLink], frames: dict[str, Frame]) -> Iterable[SceneLink]:
    """`links` with the place to press each: on its line, as far as can be from all other targets."""
    taken: list[tuple[float, float, float]] = [
        (frame.x, frame.y, min(frame.half_width, frame.half_height)) for frame in frames.values()
    ]
    places: dict[str, Point] = {}
    links = list(links)
    for link in sorted(links, key=lambda link: len(link.line)):
        candidates = [at((*link.line, link.tip), part / 20)[0] for part in range(4, 17)]
        best = max(candidates, key=lambda p: min(hypot(p[0] - x, p[1] - y) - r for x, y, r in taken))
        places[link.id] = (round(best[0], 1), round(best[1], 1))
        taken.append((*best, TARGET / 2))
    return [replace(link, press=places[link.id]) for link in links]
