"""The pyramidal cell: far away and small, with an axon that approaches the viewer and becomes the near terminal."""

from __future__ import annotations

from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from authoring.illustration.shapes import along, cell, closed, direction, tapered
from authoring.illustration.sheet import Sheet
from authoring.illustration.terminal import terminal
from authoring.illustration.tissue import body, membrane, nucleus
from figures.geometry import spline
from graph.illustration import Illustration, Limb, TerminalPlace
from graph.vocabulary import PictureState

S = PictureState


def pyramidal(sheet: Sheet, places: Illustration) -> None:
    """The cell and its terminal; while it is not inhibited, a wave of depolarisation runs down its axon."""
    place, near = places.pyramidal, places.terminal
    x, y, r = place.soma
    corners = ((0, -1.9), (0.55, -0.7), (1.18, 0.62), (0.55, 1.08), (-0.55, 1.08), (-1.18, 0.62), (-0.55, -0.7))
    soma = closed([(x + r * across, y + r * down) for across, down in corners])
    limbs = [tapered(limb) for limb in place.dendrites]
    axon = tapered(place.axon)
    hillock = tapered([(x, y + r * 0.5, r * 0.75), (x, y + r * 1.15, r * 0.42), (*place.axon[1][:2], place.axon[1][2])])
    spines = [spine for limb in place.dendrites for spine in _spines(limb)]
    far = cell([soma, *limbs, axon, hillock, *spines], (x, y), r * 2.0, r * 0.45)
    bulb = _bulb(near)
    wide = places.web * 2.6
    window = box(
        near.x - near.half_width * 3, near.top - places.near * 0.9, near.x + near.half_width * 3, near.active_zone + 40
    )
    joint = unary_union([axon, bulb]).buffer(wide, 16).buffer(-wide, 16).intersection(window)
    shape = unary_union([far, bulb, joint]).buffer(3, 12).buffer(-3, 12).buffer(-1, 8).buffer(1, 8)
    sheet.add('<g id="pyramidal">')
    ends = (near.x - near.half_width * 1.1, near.top - 20, near.x + near.half_width * 0.9, near.active_zone + 10)
    _resolving_membrane(sheet, places, body(sheet, shape, "pyramidal", ends=ends))
    nucleus(sheet, x, y + r * 0.16, r * 0.44, "pyramidal")
    if sheet.during(S.SURGE, S.SIGNAL, S.ALL):
        _depolarisation(sheet, place.axon)
    terminal(sheet, places)
    sheet.add("</g>")


def _spines(limb: Limb) -> list[BaseGeometry]:
    """Small spines on a dendrite of the far cell."""
    course, spines = along(limb, 6), []
    for at in range(3, len(course) - 3, 5):
        x, y, half = course[at]
        dx, dy = direction(course, at)
        side = half + 2.2 if at % 2 else -half - 2.2
        spines.append(
            tapered(
                [(x, y, 0.8), (x - dy * side, y + dx * side, 0.9), (x - dy * side * 1.25, y + dx * side * 1.25, 1.5)]
            )
        )
    return spines


def _bulb(place: TerminalPlace) -> BaseGeometry:
    """The bulb of the terminal; a tilted one has one larger lobe."""
    x, low, w = place.x, place.active_zone, place.half_width
    h, lean = low - place.top, place.lean
    flat = spline(
        [
            (x - w * 0.74, low - h * 0.02),
            (x - w * 0.4, low + 1),
            (x, low + 3),
            (x + w * 0.4, low + 1),
            (x + w * 0.74, low - h * 0.02),
        ],
        8,
    )
    zone = Polygon([*flat, (x + w * 0.6, low - 30), (x - w * 0.6, low - 30)])
    left, right = 1 - lean, 1 + lean
    lobes = closed(
        [
            (x - w * 0.74, low - h * 0.02),
            (x, low + 3),
            (x + w * 0.74, low - h * 0.02),
            (x + w * 0.985, low - h * 0.22 * right),
            (x + w * 0.95, low - h * 0.5 * right),
            (x + w * 0.66, low - h * 0.76 * right),
            (x + w * lean, low - h * 0.92),
            (x - w * 0.66, low - h * 0.76 * left),
            (x - w * 0.95, low - h * 0.5 * left),
            (x - w * 0.985, low - h * 0.22 * left),
        ]
    )
    return lobes.union(zone)


def _resolving_membrane(sheet: Sheet, places: Illustration, outline: str) -> None:
    """A thin double line in the distance turns into a bilayer as the axon comes near: two masks that cross-fade."""
    top, end = places.terminal.top - places.near * 1.5, places.terminal.top + 6
    size = f'x="0" y="-40" width="{sheet.width}" height="{sheet.height + 40}"'
    for name, first, last in (("seen-far", "#fff", "#000"), ("seen-near", "#000", "#fff")):
        sheet.share(
            f'<linearGradient id="{name}-ramp" gradientUnits="userSpaceOnUse" x1="0" y1="{top:g}" x2="0" y2="{end:g}">'
            f'<stop offset="0" stop-color="{first}"/><stop offset="1" stop-color="{last}"/></linearGradient>'
            f'<mask id="{name}" maskUnits="userSpaceOnUse" {size}><rect {size} fill="url(#{name}-ramp)"/></mask>'
        )
    sheet.add('<g mask="url(#seen-far)">')
    membrane(sheet, outline, "pyramidal", 2.6, tails=False)
    sheet.add('</g><g mask="url(#seen-near)">')
    membrane(sheet, outline, "pyramidal", places.membrane)
    sheet.add("</g>")


def _depolarisation(sheet: Sheet, axon: Limb) -> None:
    """A band of reversed charge that runs down the axon, brightest at its front."""
    course, colour = along(axon, 14), sheet.colours.glutamate
    first, last = int(len(course) * 0.06), int(len(course) * 0.46)
    band = []
    for at in range(first, last, 2):
        (x, y, half), (dx, dy) = course[at], direction(course, at)
        strength = ((at - first) / (last - first)) ** 1.6
        half *= 0.7
        band.append(
            f'<path d="M{x - dy * half:.1f},{y + dx * half:.1f}Q{x + dx * 2:.1f},{y + dy * 2:.1f} '
            f'{x + dy * half:.1f},{y - dx * half:.1f}" stroke-opacity="{0.12 + 0.6 * strength:.2f}"/>'
        )
    sheet.add(f'<g fill="none" stroke="{colour}" stroke-width="2" stroke-linecap="round">{"".join(band)}</g>')
