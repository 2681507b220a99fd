"""What all cells share: a lit body, its membrane, its nucleus, its mitochondria."""

from __future__ import annotations

from shapely.geometry.base import BaseGeometry

from authoring.illustration.shapes import path
from authoring.illustration.sheet import Sheet

Ends = tuple[float, float, float, float]


def body(
    sheet: Sheet,
    shape: BaseGeometry,
    tissue: str,
    *,
    soft: bool = False,
    shadow: tuple[float, float, int] = (3, 9, 9),
    ends: Ends | None = None,
) -> str:
    """A lit body with a drop shadow, given as offset and blur in px; returns the id of its outline."""
    colours, left, id_ = sheet.tissue(tissue), shape.bounds, sheet.new_id("p")
    sheet.share(f'<path id="{id_}" d="{path(shape)}"/>')
    across = left[0] + (left[2] - left[0]) * 0.75
    fill = sheet.gradient(colours.light, colours.deep, ends or (left[0], left[1], across, left[3]))
    dx, dy, blur = shadow
    light = f"{'soft' if soft else 'lit'}-{tissue}"
    sheet.add(
        f'<use href="#{id_}" transform="translate({dx:g},{dy:g})" fill="{sheet.colours.shadow}" '
        f'opacity="{sheet.colours.shadow_opacity}" filter="url(#blur{blur})"/>',
        f'<use href="#{id_}" fill="{fill}" filter="url(#{light})"/>',
    )
    return id_


def membrane(sheet: Sheet, id_: str, tissue: str, width: float, *, tails: bool = True) -> None:
    """The lipid bilayer along an outline: two leaflets and, up close, the fatty tails between them."""
    colours = sheet.tissue(tissue)
    inner = (
        f'<use href="#{id_}" stroke="{colours.line}" stroke-width="{width * 0.5:.2f}" stroke-dasharray=".8 2.1" '
        'opacity=".5"/>'
    )
    sheet.add(
        f'<g fill="none" stroke-linejoin="round"><use href="#{id_}" stroke="{colours.line}" '
        f'stroke-width="{width:.2f}"/><use href="#{id_}" stroke="{colours.light}" stroke-width="{width * 0.58:.2f}"/>'
        f"{inner if tails else ''}</g>"
    )


def nucleus(sheet: Sheet, x: float, y: float, radius: float, tissue: str) -> None:
    """A nucleus with its double envelope and its nucleolus."""
    colours, paint = sheet.tissue(tissue), sheet.new_id("n")
    sheet.radial(paint, colours.light, colours.nucleus)
    sheet.add(
        f'<g stroke="{colours.line}"><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="url(#{paint})" '
        f'stroke-opacity=".75"/><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius - 2:.1f}" fill="none" stroke-width=".6" '
        f'stroke-opacity=".4"/></g><circle cx="{x + radius * 0.25:.1f}" cy="{y + radius * 0.2:.1f}" '
        f'r="{radius * 0.28:.1f}" fill="{colours.line}" opacity=".6"/>'
    )


def mitochondrion(sheet: Sheet, x: float, y: float, width: float, height: float, turn: float) -> None:
    """A mitochondrion in section: the outer membrane, and folds of the inner one from alternate sides."""
    tint, folds = sheet.tint("mitochondrion"), []
    fill = sheet.gradient(tint.light, tint.deep, (0, -height / 2, 0, height / 2))
    for fold in range(6):
        at, side = -width * 0.36 + width * 0.72 * fold / 5, 1 if fold % 2 else -1
        drawn = (
            f"M{at - 1:.1f},{side * height * 0.44:.1f}"
            f"Q{at + 1.5:.1f},{side * height * 0.1:.1f} {at + 0.5:.1f},{-side * height * 0.16:.1f}"
        )
        folds.append(f'<path d="{drawn}" stroke="{tint.line}" stroke-width="4.2"/>')
        folds.append(f'<path d="{drawn}" stroke="{tint.light}" stroke-width="2.2"/>')

    def capsule(inset: float, more: str, shift: tuple[float, float] = (0, 0)) -> str:
        left, top = -width / 2 + inset + shift[0], -height / 2 + inset + shift[1]
        return (
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{width - 2 * inset:.1f}" height="{height - 2 * inset:.1f}" '
            f'rx="{height / 2 - inset:.1f}" {more}/>'
        )

    sheet.add(
        f'<g transform="translate({x:.1f},{y:.1f}) rotate({turn:g})" opacity=".85">'
        + capsule(0, f'fill="{sheet.colours.shadow}" opacity=".14"', (1, 2.5))
        + capsule(0, f'fill="{fill}" stroke="{tint.line}"')
        + f'<g fill="none" stroke-linecap="round" opacity=".75">{"".join(folds)}</g>'
        + capsule(2, f'fill="none" stroke="{tint.light}" stroke-width="1.4"')
        + "</g>"
    )
