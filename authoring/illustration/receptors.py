"""Receptors and channels as small bodies. The membrane is at y = 0, with the outside of the cell above."""

from __future__ import annotations

from authoring.illustration.molecules import bdnf, ketamine
from authoring.illustration.sheet import Sheet

_NMDA = (
    "M2.7,12L2.7,-6C2.7,-9 1.6,-11 1.9,-14.5C2.1,-17.5 1.2,-20 1.9,-24C2.8,-30 10.5,-31.5 13,-26.5"
    "C15,-22.5 13.2,-19.6 11.2,-18.6C14.8,-16.2 15.2,-9.6 11,-6.4C10.4,-3 10.6,4 10.4,11C10.3,14.5 2.8,14.5 2.7,12Z"
)
_AMPA = (
    "M2.2,11L2.2,-5C2.4,-8.5 4.6,-10.5 5.4,-14.5C6.2,-19 8,-25.5 13,-27C17.6,-28.2 20,-23.4 17.6,-19.4"
    "C15.9,-16.4 15.8,-12.6 12.6,-9C10.2,-6.4 9.8,-3 9.7,11C9.7,14 2.2,14 2.2,11Z"
)
_LEUCINE_RICH_CAP = (
    "M-2.6,-26C-2,-31 4,-36.5 9.4,-33.5C12.6,-31.4 10.4,-27.6 7,-27.4"
    "C4,-27.2 3.2,-23 .4,-23.6C-1.6,-24 -2.8,-24.4 -2.6,-26Z"
)
_KINASE = "M-3.5,9C-5.5,13 -5,22 0,24C6.5,25 8,17 6.5,12C5.5,8.5 -1,7 -3.5,9Z"


def _placed(x: float, y: float, scale: float, turn: float, inside: str) -> str:
    return f'<g transform="translate({x:.1f},{y:.1f}) rotate({turn:.1f}) scale({scale:.3g})">{inside}</g>'


def _halves(half: str, paint: str, line: str, apart: float) -> str:
    """Two of the four subunits, mirrored across the pore."""
    return (
        f'<g fill="url(#tint-{paint})" stroke="{line}" stroke-width="1.15" stroke-linejoin="round">'
        f'<path transform="translate({apart:g},0)" d="{half}"/>'
        f'<path transform="translate({-apart:g},0) scale(-1,1)" d="{half}"/></g>'
    )


def _shine(*strokes: str, opacity: float = 0.6) -> str:
    drawn = "".join(f'<path d="{stroke}"/>' for stroke in strokes)
    return f'<g fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" opacity="{opacity}">{drawn}</g>'


def _dots(places: tuple[tuple[float, float], ...], colour: str, radius: float) -> str:
    dots = "".join(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}"/>' for x, y in places)
    return f'<g fill="{colour}">{dots}</g>'


def nmda(
    sheet: Sheet, x: float, y: float, scale: float, *, plugged: bool = False, is_open: bool = True, turn: float = 0
) -> str:
    """An NMDA receptor: tall and compact; its pore is open, blocked by its own magnesium, or blocked by ketamine."""
    line = sheet.colours.nmda.line
    pore = sheet.paper if is_open and not plugged else line
    parts = [
        f'<path d="M-5,9L-5,-20Q0,-25 5,-20L5,9Z" fill="{line}" opacity=".55"/>',
        f'<path d="M-2.6,13L-2.6,-7Q0,-10 2.6,-7L2.6,13Z" fill="{pore}"/>',
        _halves(_NMDA, "nmda", line, 0),
        _shine("M-11.3,-26Q-9.6,-29 -6,-27.8", "M4.2,-26Q5.2,-29 8.4,-28", "M-11.6,-14Q-11.2,-16 -8.6,-16.6"),
    ]
    if plugged:
        parts.append(ketamine(sheet, 0, -6, 1.35))
    return _placed(x, y, scale, turn, "".join(parts))


def ampa(sheet: Sheet, x: float, y: float, scale: float, *, is_open: bool, turn: float = 0) -> str:
    """An AMPA receptor: Y-shaped; when open, it has bound glutamate and lets ions through."""
    colours = sheet.colours
    line, apart = colours.ampa.line, 2.2 if is_open else -0.6
    parts = [f'<path d="M-5,12L-5,-10Q0,-14 5,-10L5,12Z" fill="{line}" opacity=".6"/>']
    if is_open:
        parts.append(f'<path d="M-3.6,15L-3.6,-10L3.6,-10L3.6,15Z" fill="{sheet.paper}"/>')
    parts.append(_halves(_AMPA, "ampa", line, apart))
    parts.append(
        _shine(
            f"M{-15.5 - apart:g},-23Q{-14 - apart:g},-26 {-11 - apart:g},-25",
            f"M{9 + apart:g},-21Q{10.5 + apart:g},-25 {13 + apart:g},-25.4",
            opacity=0.65,
        )
    )
    if is_open:
        parts.append(_dots(((0, -3), (0, 4), (0.6, 18)), colours.calcium, 1.7))
        parts.append(_dots(((5.5 + apart, -20), (-5.5 - apart, -20)), colours.glutamate, 2.2))
    return _placed(x, y, scale, turn, "".join(parts))


def calcium_channel(sheet: Sheet, x: float, y: float, scale: float, *, is_open: bool, turn: float = 0) -> str:
    """A voltage-gated calcium channel: four domains around a pore, the outer two with their charged voltage sensors."""
    tint, apart = sheet.colours.calcium_channel, 1.6 if is_open else 0
    parts = [f'<rect x="-8" y="-12" width="16" height="24" fill="{tint.line}" opacity=".55" rx="3"/>']
    if is_open:
        parts.append(f'<rect x="-2.4" y="-14" width="4.8" height="28" fill="{sheet.paper}"/>')
    for middle, width in ((-13.5 - apart, 6.4), (-6.4 - apart, 7.6), (6.4 + apart, 7.6), (13.5 + apart, 6.4)):
        parts.append(
            f'<rect x="{middle - width / 2:.1f}" y="-13" width="{width}" height="26" rx="{width / 2}" '
            f'fill="url(#tint-calcium_channel)" stroke="{tint.line}" stroke-width="1.1"/>'
        )
        parts.append(_shine(f"M{middle - width * 0.2:.1f},-9.5v9"))
    sensors = "".join(f"M{at - 1.8:g},4.5h3.6M{at:g},2.7v3.6" for at in (-13.5 - apart, 13.5 + apart))
    parts.append(f'<path d="{sensors}" stroke="{tint.line}" stroke-width="1.1"/>')
    if is_open:
        ions = ((0, -18), (0, -8), (0, 1), (0, 10), (-1.5, 19), (3, 25))
        parts.append(_dots(ions, sheet.colours.calcium, 1.8))
    return _placed(x, y, scale, turn, "".join(parts))


def trkb(sheet: Sheet, x: float, y: float, scale: float, *, bound: bool, turn: float = 0) -> str:
    """A pair of TrkB receptors: leucine-rich cap, two immunoglobulin domains, one transmembrane pass, kinase below.

    `bound` dimerises them around BDNF and marks their kinases as active.
    """
    tint, apart = sheet.colours.trkb, 6.4 if bound else 10
    parts = [
        f'<g transform="translate({side * apart:g},0) scale({side},1)" fill="url(#tint-trkb)" stroke="{tint.line}" '
        'stroke-width="1.1"><path d="M0,-10V10" stroke-width="5" stroke-linecap="round"/>'
        f'<path d="M0,-10V10" stroke="{tint.deep}" stroke-width="2.8" stroke-linecap="round"/><path d="{_KINASE}"/>'
        '<ellipse cx=".3" cy="-12.5" rx="4.6" ry="4.6"/><ellipse cx="1.2" cy="-20.6" rx="4.6" ry="4.4"/>'
        f'<path d="{_LEUCINE_RICH_CAP}"/></g>'
        for side in (-1, 1)
    ]
    if bound:
        parts.append(bdnf(sheet, 0, -30, 1.05))
        parts.append(
            f'<g fill="{sheet.colours.calcium}" stroke="{sheet.paper}" stroke-width=".9"><circle cx="-12" cy="22" '
            'r="3"/><circle cx="12" cy="22" r="3"/></g>'
        )
    return _placed(x, y, scale, turn, "".join(parts))
