"""What lets a Plotly figure of a scene answer by itself: hover texts over all that is drawn, and notes for clicks.

Plotly answers at points alone, so a trace of invisible markers lies over the picture. Each has a note of its own, as
Plotly opens a note where a click meets its very point. In a page, buttons and a card of its own do all this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from math import ceil, hypot
from textwrap import wrap
from typing import Any

from figures.captions import Caption
from figures.geometry import Point
from figures.label import Label
from figures.scene import TARGET, Scene, SceneLink, SceneThing

SHORT, FULL = ("name", "kind", "evidence"), ("name", "kind", "text", "evidence")
"""Parts of a caption that stand in a hover text, and in a note; a thing has a kind, an arrow its evidence."""
NARROW = 14
"""Side in px of a marker on a line or a text; markers stand as far apart."""
LETTER = 0.55
"""Mean width of a letter as share of its size: enough to know where a text lies."""
SIZE = 13
"""Size in px of the letters of hover texts and notes."""
AWAY = 36
"""Px from what a note is about to its edge, which leaves room for a pointer."""
LINE_WIDTH = 0.6
"""Greatest width of these texts as share of the picture's: what opens towards the middle is not cut off then."""


def answers(scene: Scene, captions: Mapping[str, Caption]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The trace of markers, and the notes. `captions` says by id what is said, as `figures.captions` words it.

    A row of the trace's `customdata` is id and kind, and of an arrow also its sign, in whom it was seen, and whether it
    is contested.
    """
    short, full = (
        {id_: _said(caption, parts, scene.width) for id_, caption in captions.items()} for parts in (SHORT, FULL)
    )
    owners: list[tuple[SceneThing | SceneLink, Iterator[Point]]] = [
        *((thing, _thing_targets(thing)) for thing in scene.things),
        *((link, _link_targets(link)) for link in scene.links),
    ]
    # Where two begin at the same point, it is the first one's.
    at = {point: one for one, targets in reversed(owners) for point in targets}
    points = [(one, point) for point, one in at.items()]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "uid": "answers",
        "name": "answers",
        "x": [x for _, (x, _) in points],
        "y": [y for _, (_, y) in points],
        "customdata": [_row(one) for one, _ in points],
        "hovertext": [short[one.id] for one, _ in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "opacity": 0,
            "size": [_size(one, point) for one, point in points],
        },
    }
    return trace, [_note(scene, one, point, full[one.id]) for one, point in points]


def _note(scene: Scene, one: SceneThing | SceneLink, clicked: Point, said: str) -> dict[str, Any]:
    """A note on `one`, hidden until the point `clicked` is; it opens within the picture, beside what it is about."""
    x, y = (one.x, one.y) if isinstance(one, SceneThing) else one.press
    height = (said.count("<br>") + 1) * SIZE * 1.3 + 14
    under, over = y + AWAY, y - AWAY - height
    top = under if under + height <= scene.height else over if over >= 0 else (scene.height - height) / 2
    return {
        "visible": False,
        "clicktoshow": "onout",
        "xclick": clicked[0],
        "yclick": clicked[1],
        "x": x,
        "y": y,
        "ax": 0,
        "ay": round(top - y),
        "xanchor": "left" if x < scene.width / 3 else "right" if x > scene.width * 2 / 3 else "center",
        "yanchor": "top",
        "text": said,
        "font": {"size": SIZE},
    }


def _said(caption: Caption, parts: Sequence[str], width: int) -> str:
    letters = int(width * LINE_WIDTH / (SIZE * LETTER))
    name, *more = (
        "<br>".join(escape(line, quote=False) for line in wrap(caption[part], letters, break_on_hyphens=False))
        for part in parts
        if part in caption
    )
    return "<br>".join((f"<b>{name}</b>", *more))


def _row(one: SceneThing | SceneLink) -> list[Any]:
    if isinstance(one, SceneThing):
        return [one.id, "node"]
    return [one.id, "edge", one.sign, one.in_whom, one.split is not None]


def _size(one: SceneThing | SceneLink, point: Point) -> float:
    if isinstance(one, SceneThing) and point == (one.x, one.y):
        return max(TARGET, 2 * min(one.half_width, one.half_height))
    return NARROW


def _thing_targets(thing: SceneThing) -> Iterator[Point]:
    """The middle of a frame, points along it where it is wide, and points along the name."""
    yield thing.x, thing.y
    reach = thing.half_width - thing.half_height
    if reach > NARROW / 2:
        yield from _along([(thing.x - reach, thing.y), (thing.x + reach, thing.y)])
    yield from _along_text(thing.label)


def _link_targets(link: SceneLink) -> Iterator[Point]:
    """Points along the line and along the verb."""
    yield from _along([*link.line, link.tip])
    yield from _along_text(link.verb)


def _along_text(label: Label) -> Iterator[Point]:
    for number, line in enumerate(label.lines):
        width = len(line) * label.size * LETTER
        left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
        y = label.y + label.size * (1.3 * number - 0.35)
        yield from _along([(left, y), (left + width, y)])


def _along(line: Sequence[Point]) -> Iterator[Point]:
    """Points along `line`, both ends among them, `NARROW` px apart or less."""
    yield _rounded(line[0])
    for (ax, ay), (bx, by) in pairwise(line):
        count = ceil(hypot(bx - ax, by - ay) / NARROW)
        for step in range(1, count + 1):
            yield _rounded((ax + (bx - ax) * step / count, ay + (by - ay) * step / count))


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
