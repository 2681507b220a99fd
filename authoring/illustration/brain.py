"""The brain seen from the left, with the prefrontal cortex and the circuit that is retuned."""

from __future__ import annotations

from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from authoring.illustration.shapes import closed, line, path, tapered
from authoring.illustration.sheet import Sheet
from authoring.illustration.tissue import body
from figures.geometry import spline
from graph.illustration import Illustration
from graph.vocabulary import PictureState

S = PictureState
CEREBRUM = (
    (7, 54), (9, 38), (19, 22), (36, 10), (58, 4), (82, 6), (104, 17), (119, 35), (124, 54), (120, 68),
    (108, 75), (94, 78), (80, 84), (62, 88), (44, 86), (32, 79), (30, 71), (20, 67), (10, 63),
)  # fmt: skip
CEREBELLUM = ((86, 82), (98, 76), (114, 75), (122, 82), (119, 93), (107, 99), (94, 96))
STEM = ((72, 72, 8.0), (76, 90, 7.0), (79, 104, 6.0), (80, 118, 5.2))
SYLVIAN = ((33, 73), (46, 68), (58, 62), (72, 57), (84, 50))
SULCI = (
    ((64, 8), (60, 20), (65, 30), (60, 42), (58, 54)),
    ((50, 7), (47, 18), (51, 28), (46, 40), (46, 52)),
    ((78, 8), (75, 18), (80, 28), (76, 40)),
    ((40, 12), (33, 20), (22, 28), (16, 38)),
    ((44, 30), (34, 36), (26, 44), (20, 54)),
    ((40, 48), (33, 54), (28, 62)),
    ((84, 30), (94, 30), (104, 36), (114, 46)),
    ((94, 16), (92, 26), (97, 34)),
    ((88, 46), (98, 48), (108, 56), (116, 62)),
    ((42, 79), (56, 75), (70, 70), (84, 64), (98, 63)),
    ((58, 84), (72, 80), (86, 75)),
)
FOLIA = (((88, 85), (100, 81), (119, 81)), ((90, 89), (102, 86), (120, 87)), ((95, 94), (104, 92), (116, 92)))
CIRCUIT = (((58, 50), (46, 34), 3.2), ((52, 66), (42, 60), 2.9), ((74, 38), (54, 22), 2.6))
"""Ends of the prefrontal circuit at scale 1: end point, bend on the way, and radius of the node."""
PREFRONTAL = (26, 44)


def brain(sheet: Sheet, places: Illustration) -> None:
    """Cerebrum, cerebellum and stem; the circuit's pathways are thin and broken under stress, whole once retuned."""
    place, colours, line_ = places.brain, sheet.colours, sheet.colours.brain.line
    s = place.scale

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return place.x + point[0] * s, place.y + point[1] * s

    def moved(shape: BaseGeometry) -> BaseGeometry:
        return affine_transform(shape, [s, 0, 0, s, place.x, place.y])

    def strokes(courses: tuple[tuple[tuple[float, float], ...], ...]) -> str:
        return "".join(line([at(point) for point in spline(course, 6)]) for course in courses)

    sheet.add('<g id="brain">')
    for shape in (tapered(STEM), closed(CEREBELLUM)):
        outline = body(sheet, moved(shape), "brain", soft=True, shadow=(2, 5, 4))
        sheet.add(f'<use href="#{outline}" fill="none" stroke="{line_}" stroke-width="1.1"/>')
    sheet.add(f'<path d="{strokes(FOLIA)}" fill="none" stroke="{line_}" stroke-width=".8" opacity=".6"/>')
    cerebrum = moved(closed(CEREBRUM))
    outline = body(sheet, cerebrum, "brain", soft=True, shadow=(2, 6, 4))
    clip = sheet.new_id("c")
    sheet.share(f'<clipPath id="{clip}"><path d="{path(cerebrum)}"/></clipPath>')
    _prefrontal(sheet, clip, at(PREFRONTAL), 34 * s)
    grooves = strokes((*SULCI, SYLVIAN))
    sheet.add(
        f'<g fill="none" stroke-linecap="round"><path d="{grooves}" transform="translate({1.1 * s:.1f},{1.2 * s:.1f})" '
        f'stroke="{colours.shine}" stroke-width="{1.7 * s:.1f}" stroke-opacity="{colours.shine_opacity * 0.8:.2f}"/>'
        f'<path d="{grooves}" stroke="{line_}" stroke-width="{1.25 * s:.2f}" opacity=".6"/></g>'
        f'<use href="#{outline}" fill="none" stroke="{line_}" stroke-width="1.2"/>'
    )
    _circuit(sheet, [(at(end), at(bend), radius * s) for end, bend, radius in CIRCUIT], at(PREFRONTAL))
    sheet.add("</g>")


def _prefrontal(sheet: Sheet, clip: str, centre: tuple[float, float], radius: float) -> None:
    """The prefrontal cortex, pale while the circuit is out of tune."""
    strength = {S.REST: 0.3, S.SURGE: 0.45, S.FADE: 0.5}.get(sheet.state, 1)
    paint, colour = sheet.new_id("r"), sheet.colours.prefrontal
    stops = "".join(
        f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{much}"/>'
        for at, much in ((0, 0.9), (0.55, 0.55), (1, 0))
    )
    x, y = centre
    sheet.share(
        f'<radialGradient id="{paint}" gradientUnits="userSpaceOnUse" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
        f"{stops}</radialGradient>"
    )
    sheet.add(
        f'<g clip-path="url(#{clip})"><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="url(#{paint})" '
        f'opacity="{strength}"/></g>'
    )


def _circuit(
    sheet: Sheet, ways: list[tuple[tuple[float, float], tuple[float, float], float]], start: tuple[float, float]
) -> None:
    colours, tuned = sheet.colours.dendrite, sheet.during(S.ALL, S.SIGNAL, S.DAYS)
    look = 'stroke-width="2.1"' if tuned else 'stroke-width="1.1" stroke-dasharray="1.6 2.4"'
    for (x, y), (bx, by), radius in ways:
        sheet.add(
            f'<path d="M{start[0]:.1f},{start[1]:.1f}Q{bx:.1f},{by:.1f} {x:.1f},{y:.1f}" fill="none" '
            f'stroke="{colours.line}" stroke-linecap="round" {look}/><circle cx="{x:.1f}" cy="{y:.1f}" '
            f'r="{radius:.1f}" fill="{colours.light}" stroke="{colours.line}" stroke-width="1.3"/>'
        )
