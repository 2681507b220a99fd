"""Outlines of everything in an illustration, without shading: the areas that a label would cover."""

from __future__ import annotations

from shapely import Point, box
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from authoring.illustration.brain import CEREBELLUM, CEREBRUM
from authoring.illustration.dendrite import small_spine, spine_head
from authoring.illustration.shapes import closed, tapered
from graph.illustration import Illustration


def bodies_of(places: Illustration) -> BaseGeometry:
    """Cells, magnifiers and brain as one shape."""
    inter, pyramidal, near, brain = places.interneuron, places.pyramidal, places.terminal, places.brain
    limbs = (*inter.dendrites, inter.axon, *pyramidal.dendrites, pyramidal.axon, places.dendrite.shaft)
    parts = [tapered(limb) for limb in limbs]
    parts += [Point(x, y).buffer(radius) for x, y, radius in (inter.soma, pyramidal.soma, places.first_receptor.glass)]
    if places.habenula:
        x, y, radius = places.habenula.glass
        parts.append(Point(x, y).buffer(radius))
    parts.append(box(near.x - near.half_width, near.top, near.x + near.half_width, places.spine.top))
    parts.append(spine_head(places))
    for spine in places.dendrite.spines.days:
        shape, (x, y) = small_spine(places, spine)
        parts.append(shape)
        if spine.synapse:
            parts.append(Point(x, y + (1 if spine.down else -1) * (8.5 + spine.head)).buffer(spine.head * 1.2))
    for part in (closed(CEREBRUM), closed(CEREBELLUM)):
        parts.append(affine_transform(part, [brain.scale, 0, 0, brain.scale, brain.x, brain.y]))
    return unary_union(parts)
