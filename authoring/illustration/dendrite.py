"""The dendrite with its large spine, and the small spines that come and go."""

from __future__ import annotations

from itertools import pairwise

from shapely import Point as Spot
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from authoring.illustration.receptors import ampa
from authoring.illustration.shapes import along, closed, line, path, rounded, tapered
from authoring.illustration.sheet import Sheet
from authoring.illustration.tissue import body, membrane
from graph.illustration import Illustration, SmallSpine
from graph.vocabulary import PictureState

S = PictureState
DENSITY = {S.REST: 6, S.SURGE: 7, S.SIGNAL: 8, S.FADE: 8}
"""Thickness of the postsynaptic density in px; 11 once the synapse is stronger."""


def shaft_at(places: Illustration, x: float) -> tuple[float, float]:
    """Vertical centre and half-width of the shaft at `x`, in px."""
    course = along(places.dendrite.shaft, 20)
    for (ax, ay, a), (bx, by, b) in pairwise(course):
        if ax <= x <= bx:
            share = (x - ax) / (bx - ax + 1e-9)
            return ay + (by - ay) * share, a + (b - a) * share
    return course[-1][1], course[-1][2]


def spine_head(places: Illustration) -> BaseGeometry:
    """The head of the large spine."""
    place = places.spine
    x, top, w, h = place.x, place.top, place.half_width, place.height
    upper = ((-0.8, 0.0, 0), (-0.4, 0, 3), (0, 0, 4), (0.4, 0, 3), (0.8, 0, 0))
    lower = (
        (1, 0.24, 0),
        (0.93, 0.55, 0),
        (0.55, 0.88, 0),
        (0, 1, 0),
        (-0.55, 0.88, 0),
        (-0.93, 0.55, 0),
        (-1, 0.24, 0),
    )
    return closed([(x + w * across, top + h * down + more) for across, down, more in (*upper, *lower)])


def small_spine(places: Illustration, spine: SmallSpine) -> tuple[BaseGeometry, tuple[float, float]]:
    """The outline of a small spine, and the centre of its head's far side."""
    middle, half = shaft_at(places, spine.x)
    up = 1 if spine.down else -1
    x, y = spine.x + spine.lean, middle + up * (half + spine.length)
    bend = (spine.x + spine.lean * 0.45, middle + up * (half + spine.length * 0.4), spine.neck)
    neck = tapered([(spine.x, middle + up * (half - 4), spine.neck * 1.9), bend, (x, y, spine.neck * 1.15)])
    head = scale(Spot(x, y).buffer(spine.head, 16), 1.18, 0.88)
    return unary_union([neck, head]), (x, y + up * spine.head * 0.88)


def dendrite(sheet: Sheet, places: Illustration) -> None:
    """Shaft and spines as one body; withdrawn spines remain as dashed outlines, to make the loss visible."""
    states = places.dendrite.spines
    spines = states.days if sheet.during(S.DAYS, S.ALL) else states.fade if sheet.during(S.FADE) else states.rest
    drawn = [(spine, *small_spine(places, spine)) for spine in spines]
    colours, place = sheet.colours.dendrite, places.spine
    sheet.add('<g id="dendrite">')
    for spine, shape, _ in drawn:
        if spine.ghost:
            sheet.add(
                f'<path d="{path(shape)}" fill="{colours.deep}" fill-opacity=".18" stroke="{colours.line}" '
                'stroke-width="1.3" stroke-dasharray="2.5 3" opacity=".9"/>'
            )
    standing = [shape for spine, shape, _ in drawn if not spine.ghost]
    end = shaft_at(places, place.x)[0] + 70
    ends = (place.x - place.half_width, place.top, place.x + place.half_width * 0.6, end)
    membrane(sheet, body(sheet, _whole(places, standing), "dendrite", ends=ends), "dendrite", places.membrane)
    _microtubules(sheet, places)
    for spine, _, tip in drawn:
        if spine.new and not spine.ghost:
            _glow(sheet, spine, tip)
    for spine, _, tip in drawn:
        if spine.synapse and not spine.ghost:
            _partner(sheet, spine, tip)
    _inside_spine(sheet, places)
    sheet.add("</g>")


def _whole(places: Illustration, small: list[BaseGeometry]) -> BaseGeometry:
    """Shaft, neck and heads as one shape: necks flare into the shaft, and heads never merge."""
    place, web = places.spine, places.web
    shaft, head = tapered(places.dendrite.shaft), spine_head(places)
    middle, _ = shaft_at(places, place.x)
    neck = tapered(
        [
            (place.x, place.top + place.height * 0.6, place.neck * 1.25),
            (place.x + 2, place.top + place.height * 1.08, place.neck),
            (place.x, middle, place.neck * 1.5),
        ]
    )
    raw = [shaft, neck, *small]
    foot = shaft.buffer(web * 0.9)
    base = unary_union([*raw, rounded(raw, web, 0.3).intersection(foot)]).buffer(1.5, 8).buffer(-1.5, 8)
    return unary_union([base, head, rounded([head, neck], web, 0)]).buffer(3, 10).buffer(-3, 10)


def _microtubules(sheet: Sheet, places: Illustration) -> None:
    course = along(places.dendrite.shaft, 16)
    tracks = "".join(
        f'<path d="{line([(x, y + share * half) for x, y, half in course])}"/>' for share in (0.2, 0.38, 0.56)
    )
    sheet.add(f'<g fill="none" stroke="{sheet.colours.dendrite.line}" opacity=".28">{tracks}</g>')


def _glow(sheet: Sheet, spine: SmallSpine, tip: tuple[float, float]) -> None:
    """A glow that makes a new spine slightly brighter."""
    y = tip[1] + (-1 if spine.down else 1) * spine.head * 0.9
    much = 0.16 if sheet.theme == "dark" else 0.55
    sheet.add(
        f'<ellipse cx="{tip[0]:.1f}" cy="{y:.1f}" rx="{spine.head * 1.05:.1f}" ry="{spine.head * 0.75:.1f}" '
        f'fill="{sheet.colours.shine}" opacity="{much}" filter="url(#blur2)"/>'
    )


def _partner(sheet: Sheet, spine: SmallSpine, tip: tuple[float, float]) -> None:
    """The bouton that a small spine contacts, and the density between them, thick if the synapse is strong."""
    (x, y), r, up, side = tip, spine.head, 1 if spine.down else -1, spine.axon
    colours, half, edge = sheet.colours.pyramidal, r * 0.8, y - up * 2.2
    sheet.add(
        f'<path d="M{x - half:.1f},{edge:.1f}Q{x:.1f},{y + up * 2:.1f} {x + half:.1f},{edge:.1f}" fill="none" '
        f'stroke="{sheet.colours.dendrite.line}" stroke-width="{5 if spine.strong else 2.6}" '
        'stroke-linecap="round"/>'
    )
    foot = y + up * (8.5 + r * 0.78)
    end = (x + side * (r * 0.9 + 10), foot + up * (r * 1.6 + 26))
    axon = (
        f"M{x:.1f},{foot:.1f}C{x + side * 2:.1f},{foot + up * r * 1.4:.1f} "
        f"{end[0] - side * 10:.1f},{end[1] - up * 16:.1f} {end[0]:.1f},{end[1]:.1f}"
    )
    for colour, width in ((colours.line, 5.4), (colours.light, 3)):
        paint = sheet.fading(colour, (x, foot, *end))
        sheet.add(f'<path d="{axon}" fill="none" stroke="{paint}" stroke-width="{width}"/>')
    corners = (
        (-1.12, -0.1),
        (-0.7, -0.66),
        (0, -0.6),
        (0.7, -0.66),
        (1.12, -0.1),
        (0.62, 0.62),
        (0, 0.9),
        (-0.62, 0.62),
    )
    bouton = closed([(x + r * across, foot + up * r * down) for across, down in corners])
    membrane(sheet, body(sheet, bouton, "pyramidal", soft=True, shadow=(1, 3, 2)), "pyramidal", 2.4, tails=False)
    for share in (-0.5, 0, 0.5):
        sheet.add(
            f'<circle cx="{x + share * r * 1.05:.1f}" cy="{foot - up * r * 0.18:.1f}" r="{max(2.1, r * 0.17):.1f}" '
            f'fill="{sheet.paper}" fill-opacity=".8" stroke="{colours.line}" stroke-width=".9"/>'
        )
    count = 4 if spine.strong else 2
    for number in range(count):
        at = x + (number - (count - 1) / 2) * r * 0.46
        sheet.add(ampa(sheet, at, y, 0.36 if spine.strong else 0.3, is_open=True, turn=180 if spine.down else 0))


def _inside_spine(sheet: Sheet, places: Illustration) -> None:
    """Actin fanning out from the neck, and the postsynaptic density with its scaffold under the receptors."""
    place, colour = places.spine, sheet.colours.dendrite.line
    x, top, h, half = place.x, place.top, place.height, place.half_width * 0.64
    thick, y = DENSITY.get(sheet.state, 11), place.top + 6
    fan = [place.half_width * share for share in (-0.62, -0.42, -0.22, 0, 0.22, 0.42, 0.62)]
    actin = "".join(
        f'<path d="M{x + o * 0.12:.1f},{top + h * 1.05:.1f}C{x + o * 0.3:.1f},{top + h * 0.75:.1f} '
        f'{x + o:.1f},{top + h * 0.6:.1f} {x + o * 1.12:.1f},{top + 26:.1f}"/>'
        for o in fan
    )
    sheet.add(f'<g fill="none" stroke="{colour}" stroke-width=".9" opacity=".26">{actin}</g>')

    def band(down: float, width: float, more: str) -> str:
        return (
            f'<path d="M{x - half:.1f},{y + down:.1f}Q{x:.1f},{y + 5 + down:.1f} {x + half:.1f},{y + down:.1f}" '
            f'fill="none" stroke="{colour}" stroke-width="{width:.1f}" stroke-linecap="round" {more}/>'
        )

    sheet.add(band(thick * 0.3, thick, 'opacity=".55" filter="url(#blur2)"'), band(0, thick * 0.55, 'opacity=".85"'))
    count = int(half * 2 / 9)
    teeth = "".join(
        f'<rect x="{x - half + 5 + number * (2 * half - 10) / (count - 1) - 1.3:.1f}" '
        f'y="{y + thick * 0.45 + 4 * (1 - (number / (count - 1) * 2 - 1) ** 2):.1f}" '
        f'width="2.6" height="{5 + thick * 0.35:.1f}" rx="1.3"/>'
        for number in range(count)
    )
    sheet.add(f'<g fill="{colour}" opacity=".6">{teeth}</g>')
