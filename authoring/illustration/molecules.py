"""Molecules, and the vesicles that carry them."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from random import Random

from authoring.illustration.sheet import Sheet


def _hexagon(x: float, y: float, radius: float) -> str:
    turns = [pi / 6 + corner * pi / 3 for corner in range(6)]
    return "M" + "L".join(f"{x + radius * cos(turn):.2f},{y + radius * sin(turn):.2f}" for turn in turns) + "Z"


def ketamine(sheet: Sheet, x: float, y: float, scale: float, turn: float = 0) -> str:
    """Ketamine as its two rings: chlorophenyl above, cyclohexanone below."""
    colour = sheet.colours.ketamine
    return (
        f'<g transform="translate({x:.1f},{y:.1f}) rotate({turn:g}) scale({scale:g})" stroke-linejoin="round">'
        f'<path d="{_hexagon(0, -3.2, 4.4)}{_hexagon(0, 4, 3.6)}" fill="{sheet.paper}" stroke="{sheet.paper}" '
        f'stroke-width="2.6"/><path d="{_hexagon(0, -3.2, 4.2)}{_hexagon(0, 4, 3.5)}" fill="{colour}"/>'
        f'<path d="{_hexagon(0, -3.2, 2.2)}" fill="none" stroke="#fff" stroke-width=".8" opacity=".75"/></g>'
    )


def ketamine_argued(sheet: Sheet, x: float, y: float, scale: float, turn: float = 0) -> str:
    """Ketamine at a site proposed by a rival account: only a dotted outline."""
    return (
        f'<g transform="translate({x:.1f},{y:.1f}) rotate({turn:g}) scale({scale:g})" stroke-linejoin="round">'
        f'<path d="{_hexagon(0, -3.4, 4.6)}{_hexagon(0, 4.2, 3.9)}" fill="{sheet.paper}" fill-opacity=".85" '
        f'stroke="{sheet.colours.ketamine}" stroke-width="1.1" stroke-dasharray="1.6 1.3"/></g>'
    )


def bdnf(sheet: Sheet, x: float, y: float, scale: float, turn: float = 0) -> str:
    """BDNF as a dimer of two proteins."""
    return (
        f'<g transform="translate({x:.1f},{y:.1f}) rotate({turn:g}) scale({scale:g})" fill="{sheet.colours.bdnf}" '
        f'stroke="{sheet.paper}" stroke-width=".8"><ellipse cx="-2.1" cy="0" rx="2.9" ry="5.2" '
        'transform="rotate(16)"/><ellipse cx="2.1" cy="0" rx="2.9" ry="5.2" transform="rotate(-16)"/></g>'
    )


def vesicle(sheet: Sheet, x: float, y: float, radius: float, molecules: int = 5) -> str:
    """A synaptic vesicle filled with glutamate. Requires a call of `share_vesicle_paints` on the sheet."""
    line, chance = sheet.colours.pyramidal.line, Random(int(x * 13 + y * 7))
    parts = [
        f'<g transform="translate({x:.1f},{y:.1f})"><circle cx=".8" cy="1.6" r="{radius:.1f}" '
        f'fill="{sheet.colours.shadow}" opacity=".18"/><circle r="{radius:.1f}" fill="url(#vesicle)" '
        f'stroke="{line}" stroke-width="1.1"/><circle r="{radius - 1.7:.1f}" fill="none" stroke="{line}" '
        f'stroke-width=".5" opacity=".55"/><g fill="{sheet.colours.glutamate}">'
    ]
    for number in range(molecules):
        turn = number * 2.399 + chance.uniform(0, 0.6)
        away = (radius - 3.6) * sqrt((number + 0.4) / molecules)
        parts.append(f'<circle cx="{cos(turn) * away:.1f}" cy="{sin(turn) * away:.1f}" r="{radius * 0.15:.2f}"/>')
    return "".join(parts) + "</g></g>"


def dense_core_vesicle(sheet: Sheet, x: float, y: float, radius: float) -> str:
    """A vesicle of BDNF with its dense core."""
    line = sheet.colours.trkb.line
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius * 0.9:.1f}" fill="url(#dense-core)" stroke="{line}" '
        f'stroke-width="1.1"/><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius * 0.48:.1f}" fill="{line}" opacity=".85"/>'
    )


def open_vesicle(
    x: float, y: float, turn: float, radius: float, *, fill: str, line: str, inside: str = "", width: float = 1.8
) -> str:
    """A vesicle that has fused with the membrane and opened; before rotation, the outside of the cell is below it."""
    neck = radius * 0.6
    outline = (
        f"{-neck - 5:.1f},2.6C{-neck:.1f},2 {-neck:.1f},-3 {-radius * 0.8:.1f},-6"
        f"A{radius:.1f},{radius:.1f} 0 1 1 {radius * 0.8:.1f},-6C{neck:.1f},-3 {neck:.1f},2 {neck + 5:.1f},2.6"
    )
    return (
        f'<g transform="translate({x:.1f},{y:.1f}) rotate({turn:.1f})"><path d="M{outline}L{neck + 3:.1f},4.5'
        f'L{-neck - 3:.1f},4.5Z" fill="{fill}"/><path d="M{outline}" fill="none" stroke="{line}" '
        f'stroke-width="{width:g}"/>{inside}</g>'
    )


def share_vesicle_paints(sheet: Sheet) -> None:
    """Define the gradients of both kinds of vesicle on the sheet."""
    colours = sheet.colours
    dark = sheet.theme == "dark"
    last = colours.pyramidal.nucleus if dark else colours.pyramidal.deep
    sheet.radial("vesicle", colours.shine, last, first_opacity=0.35 if dark else 0.95)
    sheet.radial("dense-core", colours.trkb.light, colours.trkb.deep)
