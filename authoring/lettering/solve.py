"""Place all labels of a picture at once, clear of each other, of frames, arrowheads and the picture's edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from authoring.illustration.bodies import bodies_of
from authoring.lettering.candidates import Candidate, of_link, of_thing
from authoring.metrics import Box, boxes, widest
from figures.geometry import Frame
from figures.scene import Scene, scene
from graph.cameras import shot
from graph.content import Mechanism
from graph.layout import LabelPlace, Layout
from graph.vocabulary import Level

CLASH = 1000.0
"""Cost of an overlap: higher than any cost of a poor position."""
ROUNDS = 40

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    """A label to be placed: what it belongs to, and its candidate positions."""

    kind: str
    id: str
    candidates: tuple[Candidate, ...]


def lettered(mechanism: Mechanism, camera: str, width: int, keep: Sequence[str] = ()) -> tuple[Layout, float]:
    """Lay out all labels of `camera` at `width` again; returns the layout and its remaining cost.

    `keep` names parts and arrows whose labels stay in place. A cost of 1000 or more means that some labels overlap.
    """
    layout = shot(mechanism, camera).layouts[width]
    drawn = [scene(mechanism, width, level, camera) for level in Level]
    texts = list(_texts(drawn, layout, set(keep)))
    chosen, cost = _search(texts, drawn, layout, set(keep), _bodies(mechanism, layout))
    things, links = dict(layout.things), dict(layout.links)
    for text, candidate in zip(texts, chosen, strict=True):
        if text.kind == "thing" and isinstance(candidate.place, LabelPlace):
            update = {"label": candidate.place, "badge": candidate.badge}
            things[text.id] = things[text.id].model_copy(update=update)
        else:
            links[text.id] = links[text.id].model_copy(update={"verb": candidate.place})
    return layout.model_copy(update={"things": things, "links": links}), cost


def _texts(drawn: list[Scene], layout: Layout, keep: set[str]) -> list[Text]:
    things = [
        Text("thing", levels[0].id, tuple(of_thing(list(levels))))
        for levels in zip(*(one.things for one in drawn), strict=True)
        if levels[0].id not in keep and layout.things[levels[0].id].label is not None
    ]
    links = [
        Text("link", levels[0].id, tuple(of_link(list(levels))))
        for levels in zip(*(one.links for one in drawn), strict=True)
        if levels[0].id not in keep
    ]
    return [*things, *links]


def _search(
    texts: list[Text], drawn: list[Scene], layout: Layout, keep: set[str], bodies: BaseGeometry | None
) -> tuple[list[Candidate], float]:
    """Choose a candidate for each label by local search with random restarts; returns them and their total cost."""
    counts = [len(text.candidates) for text in texts]
    starts = np.concatenate([[0], np.cumsum(counts)])
    every = [candidate for text in texts for candidate in text.candidates]
    corners = _corners(every)
    own = np.array([candidate.cost for candidate in every]) + _standing(corners, drawn, layout, keep, bodies)
    own += _ambiguous(texts, drawn[0])
    owner = np.repeat(np.arange(len(texts)), counts)
    clash = _meeting(corners) * CLASH
    clash[owner[:, None] == owner[None, :]] = 0
    best: list[int] = []
    least = np.inf
    chance = np.random.default_rng(7)
    for _ in range(ROUNDS):
        at = np.array(
            [
                starts[i] + int(np.argmin(own[starts[i] : starts[i + 1]] + chance.random(counts[i]) * 3))
                for i in range(len(texts))
            ]
        )
        moved = True
        while moved:
            moved = False
            for i in chance.permutation(len(texts)):
                others = np.delete(at, i)
                span = slice(starts[i], starts[i + 1])
                costs = own[span] + clash[span][:, others].sum(axis=1)
                pick = int(starts[i] + np.argmin(costs))
                if pick != at[i] and costs[pick - starts[i]] < costs[at[i] - starts[i]] - 1e-9:
                    at[i], moved = pick, True
        cost = float(own[at].sum() + clash[np.ix_(at, at)].sum() / 2)
        if cost < least:
            best, least = [int(index) for index in at], cost
    return [every[index] for index in best], least


def _corners(every: list[Candidate]) -> Numbers:
    """Boxes of each candidate, shape (candidates, levels, lines, 4) as left, top, right, bottom in px.

    Candidates with fewer lines repeat their last one.
    """
    most = max(len(filled) for candidate in every for filled in candidate.filled)
    return np.array(
        [
            [[[*(filled[min(k, len(filled) - 1)])[1:]] for k in range(most)] for filled in candidate.filled]
            for candidate in every
        ],
        dtype=np.float64,
    )


def _meeting(corners: Numbers, room: float = 2) -> Numbers:
    """Whether two candidates overlap at any level, or come within `room` px; shape (candidates, candidates)."""
    meets = np.zeros((len(corners), len(corners)), dtype=bool)
    for level in range(corners.shape[1]):
        for first in range(corners.shape[2]):
            for second in range(corners.shape[2]):
                a, b = corners[:, level, first], corners[:, level, second]
                across = np.minimum(a[:, None, 2], b[None, :, 2]) - np.maximum(a[:, None, 0], b[None, :, 0])
                down = np.minimum(a[:, None, 3], b[None, :, 3]) - np.maximum(a[:, None, 1], b[None, :, 1])
                meets |= (across > -room) & (down > -room * 0.5)
    return meets.astype(np.float64)


def _standing(
    corners: Numbers, drawn: list[Scene], layout: Layout, keep: set[str], bodies: BaseGeometry | None
) -> Numbers:
    """Cost of each candidate by itself: outside the picture, on fixed elements, or on lines."""
    cost = np.zeros(len(corners))
    left, top, right, bottom = (corners[..., side] for side in range(4))
    over = (left < 1) | (top < 1) | (right > layout.width - 1) | (bottom > layout.height - 1)
    cost += over.any(axis=(1, 2)) * CLASH * 5
    for level, one in enumerate(drawn):
        loose = (*one.zones, *one.times, *(key.label for key in one.keys))
        fixed = [box for label in loose for box in boxes(label, widest)]
        fixed += [box for link in one.links if link.count for box in boxes(link.count, widest)]
        fixed += [
            box
            for thing in one.things
            if layout.things[thing.id].label is None or thing.id in keep
            for box in boxes(thing.label, widest)
        ]
        fixed += [box for link in one.links if link.id in keep for box in boxes(link.verb, widest)]
        for box in fixed:
            cost += _covers(corners[:, level], box, 1.5) * CLASH
    one = drawn[0]
    for thing in one.things:
        frame = Frame(thing.shape, thing.x, thing.y, thing.half_width, thing.half_height)
        spots = [point for point in thing.outline if frame.holds(point, 1)]
        box = Box(
            "",
            thing.x - thing.half_width,
            thing.y - thing.half_height,
            thing.x + thing.half_width,
            thing.y + thing.half_height,
        )
        cost += _covers(corners[:, 0], box, 1) * 60 + _points(corners, spots, 1) * 4
    if bodies is not None:
        cost += _over(corners, bodies) * 9
    for link in one.links:
        line = [*link.line, link.tip]
        spots = [
            (a[0] + (b[0] - a[0]) * k / 8, a[1] + (b[1] - a[1]) * k / 8) for a, b in pairwise(line) for k in range(9)
        ]
        cost += np.minimum(_points(corners, spots, 0.5), 30) * 1.1
        cost += np.minimum(_points(corners, [link.tip], 7), 1) * CLASH * 0.6
        if link.split:
            a, b, c, d = link.split
            marks = [
                (p[0] + (q[0] - p[0]) * k / 6, p[1] + (q[1] - p[1]) * k / 6)
                for p, q in ((a, b), (c, d))
                for k in range(7)
            ]
            cost += np.minimum(_points(corners, marks, 1.5), 1) * CLASH
    return cost


def _bodies(mechanism: Mechanism, layout: Layout) -> BaseGeometry | None:
    """The illustration's bodies in the scene's coordinates; None if the layout has no illustration."""
    if layout.pictures is None or layout.pictures not in mechanism.illustrations:
        return None
    whole = bodies_of(mechanism.illustrations[layout.pictures])
    if layout.crop is None:
        return whole
    scale = layout.width / layout.crop.width
    return affine_transform(whole, [scale, 0, 0, scale, -layout.crop.x * scale, -layout.crop.y * scale])


def _over(corners: Numbers, bodies: BaseGeometry) -> Numbers:
    """Share of each candidate's first line that covers an illustrated body, at the level where the line is widest."""
    level = np.argmax((corners[..., 2] - corners[..., 0]).max(axis=2), axis=1)
    first = corners[np.arange(len(corners)), level, 0]
    rectangles = shapely.box(first[:, 0], first[:, 1], first[:, 2], first[:, 3])
    shapely.prepare(bodies)
    covered = shapely.area(shapely.intersection(rectangles, bodies)) / shapely.area(rectangles)
    return np.asarray(covered, dtype=np.float64)


def _ambiguous(texts: list[Text], one: Scene) -> Numbers:
    """Cost of each candidate for being nearer to another arrow or part than to its own."""
    lines = {link.id: LineString([*link.line, link.tip]) for link in one.links}
    frames = {thing.id: LineString(thing.outline) for thing in one.things}
    cost = []
    for text in texts:
        rivals, room = (lines, 9.0) if text.kind == "link" else (frames, 6.0)
        others = [rivals[id_] for id_ in rivals if id_ != text.id]
        for candidate in text.candidates:
            line = candidate.filled[0][0]
            said = shapely.box(line.left, line.top, line.right, line.bottom)
            own = rivals[text.id].distance(said)
            other = min((rival.distance(said) for rival in others), default=99.0)
            cost.append(max(0.0, own + room - other) * 1.6)
    return np.array(cost)


def _covers(corners: Numbers, box: Box, room: float) -> Numbers:
    """Whether any line of each candidate, at one level, comes within `room` px of `box`."""
    across = np.minimum(corners[..., 2], box.right) - np.maximum(corners[..., 0], box.left)
    down = np.minimum(corners[..., 3], box.bottom) - np.maximum(corners[..., 1], box.top)
    return np.asarray(((across > -room) & (down > -room)).any(axis=-1), dtype=np.float64)


def _points(corners: Numbers, spots: Sequence[tuple[float, float]], room: float) -> Numbers:
    """How many of `spots` each candidate covers, at the level where it covers the most."""
    points = np.array(spots)
    x, y = points[:, 0], points[:, 1]
    inside = (
        (x > corners[..., 0, None] - room)
        & (x < corners[..., 2, None] + room)
        & (y > corners[..., 1, None] - room)
        & (y < corners[..., 3, None] + room)
    )
    return np.asarray(inside.any(axis=2).sum(axis=-1).max(axis=1), dtype=np.float64)
