"""The inhibitory interneuron, which synapses onto the start of the pyramidal cell's axon."""

from __future__ import annotations

from math import cos, sin
from random import Random

from shapely import Point as Spot
from shapely.affinity import scale

from authoring.illustration.shapes import along, cell, closed, direction, tapered
from authoring.illustration.sheet import Sheet
from authoring.illustration.tissue import body, membrane, nucleus
from graph.illustration import Illustration, InterneuronPlace
from graph.vocabulary import PictureState

GABA = {PictureState.REST: 11, PictureState.FADE: 8, PictureState.DAYS: 6}
"""GABA molecules at the bouton while inhibition is active; one while it is blocked."""


def interneuron(sheet: Sheet, places: Illustration) -> None:
    """The cell; while it fires, spikes travel along its axon and its bouton releases GABA."""
    place, line = places.interneuron, sheet.colours.interneuron.line
    x, y, r = place.soma
    corners = ((-1, -0.15), (-0.55, -0.85), (0.25, -0.95), (0.95, -0.35), (0.9, 0.4), (0.2, 0.95), (-0.65, 0.75))
    soma = closed([(x + r * across, y + r * down) for across, down in corners])
    limbs = [tapered(limb) for limb in (*place.dendrites, place.axon)]
    boutons = [scale(Spot(at, down).buffer(radius, 16), 1.25, 0.9) for at, down, radius in place.boutons]
    shape = cell([soma, *limbs, *boutons], (x, y), r * 1.9, r * 0.5)
    sheet.add('<g id="interneuron">')
    ends = (x - r * 2, y - r * 2.2, x + r * 2.4, y + r * 2)
    membrane(
        sheet,
        body(sheet, shape, "interneuron", soft=True, shadow=(2, 5, 4), ends=ends),
        "interneuron",
        2.6,
        tails=False,
    )
    nucleus(sheet, x - r * 0.05, y, r * 0.46, "interneuron")
    folds = "".join(
        f'<path d="M{x + cos(t) * r * 0.62:.1f},{y + sin(t) * r * 0.62:.1f}'
        f"Q{x + cos(t + 0.3) * r * 0.74:.1f},{y + sin(t + 0.3) * r * 0.7:.1f} "
        f'{x + cos(t + 0.6) * r * 0.62:.1f},{y + sin(t + 0.6) * r * 0.62:.1f}"/>'
        for t in (0.5, 1.6, 2.7, 4.2, 5.2)
    )
    sheet.add(f'<g fill="none" stroke="{line}" stroke-width=".8" opacity=".35">{folds}</g>')
    _gaba(sheet, place)
    if sheet.state in GABA:
        _spikes(sheet, place)
    sheet.add("</g>")


def _gaba(sheet: Sheet, place: InterneuronPlace) -> None:
    (x, y), chance = place.contact, Random(3)
    dots = "".join(
        f'<circle cx="{x + chance.uniform(-1.5, 4):.1f}" cy="{y + chance.uniform(-9, 9):.1f}" r="1.5"/>'
        for _ in range(GABA.get(sheet.state, 1))
    )
    sheet.add(f'<g fill="{sheet.colours.gaba}">{dots}</g>')


def _spikes(sheet: Sheet, place: InterneuronPlace) -> None:
    course = along(place.axon, 12)
    for share in (0.3, 0.42, 0.54):
        at = int(share * len(course))
        (x, y, _), (dx, dy) = course[at], direction(course, at)
        sheet.add(
            f'<path d="M{x - dy * 7:.1f},{y + dx * 7:.1f}L{x + dx * 6:.1f},{y + dy * 6:.1f}'
            f'L{x + dy * 7:.1f},{y - dx * 7:.1f}" fill="none" stroke="{sheet.colours.gaba}" stroke-width="1.8" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
