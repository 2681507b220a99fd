"""Magnified insets: the first receptor on the interneuron's dendrite, and the cells of the lateral habenula."""

from __future__ import annotations

from math import acos, atan2, cos, hypot, sin

from authoring.illustration.molecules import ketamine, ketamine_argued
from authoring.illustration.receptors import nmda
from authoring.illustration.shapes import cell, closed, tapered
from authoring.illustration.sheet import Sheet
from authoring.illustration.tissue import body, membrane, nucleus
from graph.illustration import CloseUp, Illustration
from graph.vocabulary import PictureState

S = PictureState


def first_receptor(sheet: Sheet, places: Illustration) -> None:
    """The interneuron's NMDA receptor at the scale of the synapse; with the drug, its pore is blocked."""
    place = places.first_receptor
    (x, y, r), colours = place.glass, sheet.colours.interneuron
    level, blocked = y + r * place.membrane, sheet.during(S.SURGE, S.SIGNAL, S.ALL)
    clip = _open_glass(sheet, place, colours.line)
    fill = sheet.gradient(colours.light, colours.deep, (x, y, x, y + r))
    curve = f"M{x - r - 6:.1f},{level + 3:.1f}Q{x:g},{level - 3:.1f} {x + r + 6:.1f},{level + 3:.1f}"
    sheet.add(f'<g clip-path="url(#{clip})"><path d="{curve}V{y + r + 4:.1f}H{x - r - 6:.1f}Z" fill="{fill}"/>')
    outline = sheet.new_id("p")
    sheet.share(f'<path id="{outline}" d="{curve}"/>')
    membrane(sheet, outline, "interneuron", places.membrane + 1.5)
    if not blocked:
        ways = ((-1, 17), (3, 22), (-4, 25), (20, -20), (-21, -14))
        ions = "".join(
            f'<circle cx="{x + dx * place.scale:.1f}" cy="{level + dy * place.scale:.1f}" r="1.9"/>' for dx, dy in ways
        )
        sheet.add(f'<g fill="{sheet.colours.calcium}">{ions}</g>')
    sheet.add(nmda(sheet, x, level, place.scale, plugged=blocked), "</g>")
    _close_glass(sheet, place, colours.line)
    if blocked:
        molecules = "".join(ketamine(sheet, one.x, one.y, one.scale, one.turn) for one in places.ketamine)
        sheet.add(f'<g id="ketamine">{molecules}</g>')


def habenula(sheet: Sheet, places: Illustration) -> None:
    """Two cells of the lateral habenula, with the trace that an electrode would record: bursts or single spikes."""
    place = places.habenula
    if place is None:
        return
    (x, y, r), colours = place.glass, sheet.colours
    clip = _open_glass(sheet, place, colours.brain.line, beam=0.09)
    sheet.add(f'<g clip-path="url(#{clip})">')
    for dx, dy, size, turn in ((-0.36, -0.22, 0.3, 1), (0.42, -0.02, 0.25, -1)):
        cx, cy, s = x + dx * r, y + dy * r, size * r
        soma = closed(
            [
                (cx - s, cy),
                (cx - s * 0.3, cy - s * 0.8),
                (cx + s * 0.7, cy - s * 0.6),
                (cx + s, cy + s * 0.2),
                (cx, cy + s * 0.8),
            ]
        )
        limbs = [
            tapered(
                [
                    (cx, cy, s * 0.4),
                    (cx - turn * s * 1.5, cy - s * 1.1, s * 0.22),
                    (cx - turn * s * 2.6, cy - s * 1.3, s * 0.1),
                ]
            ),
            tapered(
                [
                    (cx, cy, s * 0.4),
                    (cx + turn * s * 1.2, cy - s * 1.5, s * 0.2),
                    (cx + turn * s * 1.5, cy - s * 2.6, s * 0.1),
                ]
            ),
            tapered(
                [
                    (cx, cy, s * 0.4),
                    (cx + turn * s * 1.3, cy + s * 0.9, s * 0.18),
                    (cx + turn * s * 2.6, cy + s * 1.2, s * 0.1),
                ]
            ),
        ]
        shape = cell([soma, *limbs], (cx, cy), s * 1.9, s * 0.4)
        membrane(sheet, body(sheet, shape, "brain", soft=True, shadow=(1, 3, 2)), "brain", 1.8, tails=False)
        nucleus(sheet, cx, cy, max(s * 0.42, 2.6), "brain")
    _recording(sheet, place)
    sheet.add("</g>")
    _close_glass(sheet, place, colours.brain.line)
    if sheet.during(S.ALL):
        sheet.add(ketamine_argued(sheet, x - r * 0.72, y - r * 0.72, place.scale * 1.3, -20))


def _recording(sheet: Sheet, place: CloseUp) -> None:
    x, y, r = place.glass
    calm = sheet.during(S.SURGE, S.SIGNAL, S.ALL)
    spikes = (-0.42, 0.0, 0.42) if calm else (-0.52, -0.45, -0.38, -0.31, -0.02, 0.05, 0.12, 0.19, 0.48, 0.55)
    base, high = y + r * 0.68, r * 0.24
    course = "".join(
        f"L{x + at * r - 0.6:.1f},{base:.1f}L{x + at * r:.1f},{base - high:.1f}L{x + at * r + 0.6:.1f},{base:.1f}"
        for at in spikes
    )
    sheet.add(
        f'<path d="M{x - r * 0.7:.1f},{base:.1f}{course}L{x + r * 0.7:.1f},{base:.1f}" fill="none" '
        f'stroke="{sheet.colours.brain.line}" stroke-width="1.1" stroke-linejoin="round"/>'
    )


def _open_glass(sheet: Sheet, place: CloseUp, line: str, beam: float = 0.16) -> str:
    """Draw the beam to the magnified place, and the lens; returns the clip id for the lens's content.

    `beam` is the beam's opacity, from 0 to 1.
    """
    (x, y, r), (tx, ty) = place.glass, place.tip
    towards = atan2(ty - y, tx - x)
    spread = acos(min(1, (r - 2.5) / max(hypot(tx - x, ty - y), r)))
    (ax, ay), (bx, by) = ((x + r * cos(towards + turn), y + r * sin(towards + turn)) for turn in (spread, -spread))
    clip = sheet.new_id("c")
    sheet.share(f'<clipPath id="{clip}"><circle cx="{x:g}" cy="{y:g}" r="{r - 1:g}"/></clipPath>')
    sheet.add(
        f'<g><path d="M{ax:.1f},{ay:.1f}L{tx:g},{ty:g}L{bx:.1f},{by:.1f}Z" fill="{line}" opacity="{beam:g}"/>'
        f'<circle cx="{tx:g}" cy="{ty:g}" r="3.4" fill="none" stroke="{line}" stroke-width="1.2"/>'
        f'<circle cx="{x + 2:g}" cy="{y + 5:g}" r="{r:g}" fill="{sheet.colours.shadow}" '
        f'opacity="{sheet.colours.shadow_opacity}" filter="url(#blur4)"/>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{sheet.paper}"/>'
    )
    return clip


def _close_glass(sheet: Sheet, place: CloseUp, line: str) -> None:
    x, y, r = place.glass
    sheet.add(
        f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="none" stroke="{line}" stroke-width="2"/>'
        f'<path d="M{x - r * 0.82:.1f},{y - r * 0.38:.1f}A{r * 0.9:.1f},{r * 0.9:.1f} 0 0 1 '
        f'{x - r * 0.1:.1f},{y - r * 0.9:.1f}" fill="none" stroke="{sheet.colours.shine}" '
        f'stroke-opacity="{sheet.colours.shine_opacity}" stroke-width="2.2" stroke-linecap="round"/></g>'
    )
