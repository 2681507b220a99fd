"""Small signs for things that the illustration gives no body: a kinase, a message being read, a scaffold protein.

Each is a few polylines in a box from -1 to 1, y growing downwards, in the hand of the frames around them.
"""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from figures.geometry import Point, spline, thinned
from figures.tokens import Shape
from graph.vocabulary import Glyph

Strokes = tuple[tuple[Point, ...], ...]
ROOM: dict[Shape, float] = {"hexagon": 0.62, "square": 0.66, "circle": 0.66, "diamond": 0.56, "pill": 0.6}
"""Half side of the box of a glyph, as share of its frame's half width."""


def _rounded(points: list[Point]) -> tuple[Point, ...]:
    return tuple((round(x, 2), round(y, 2)) for x, y in thinned(points, 0.02))


def _oval(x: float, y: float, rx: float, ry: float, turn: float = 0) -> tuple[Point, ...]:
    c, s = cos(turn), sin(turn)
    around = [(rx * cos(k * pi / 12), ry * sin(k * pi / 12)) for k in range(25)]
    return _rounded([(x + a * c - b * s, y + a * s + b * c) for a, b in around])


def _dot(x: float, y: float) -> tuple[Point, ...]:
    """A ring so small that its stroke fills it."""
    return _oval(x, y, 0.09, 0.09)


def _ring(x: float, y: float, corners: int, radius: float, turn: float = 0) -> tuple[Point, ...]:
    turns = [turn + k * 2 * pi / corners for k in range(corners + 1)]
    return tuple((round(x + radius * sin(t), 2), round(y - radius * cos(t), 2)) for t in turns)


def _curve(*through: Point) -> tuple[Point, ...]:
    return _rounded(spline(through, 8))


def _halves() -> Strokes:
    """Two of a receptor's subunits around their pore, in the membrane."""
    half = ((0.2, 0.9), (0.2, 0.0), (0.62, -0.55), (0.78, -0.9))
    left = tuple((-x, y) for x, y in half)
    return (_curve(*half), _curve(*left), ((-1.0, 0.2), (-0.45, 0.2)), ((0.45, 0.2), (1.0, 0.2)))


DRAWN: dict[Glyph, Strokes] = {
    Glyph.RINGS: (_ring(-0.05, -0.45, 6, 0.48, pi / 6), _ring(0.1, 0.48, 6, 0.42, pi / 6)),
    Glyph.HALVES: _halves(),
    # Seven passes through the membrane: a receptor that is coupled to G proteins.
    Glyph.SERPENTINE: (
        _curve((-0.9, -0.8), (-0.8, 0.5), (-0.48, 0.5), (-0.4, -0.5), (-0.1, -0.5), (0.0, 0.5), (0.3, 0.5),
               (0.4, -0.5), (0.7, -0.5), (0.85, 0.8)),
        ((-1.0, -0.25), (1.0, -0.25)), ((-1.0, 0.25), (1.0, 0.25)),
    ),
    Glyph.NEURON: (_ring(0, 0.1, 3, 0.5), ((0, -0.4), (0, -1)), ((-0.4, 0.36), (-0.9, 0.8)), ((0.4, 0.36), (0.9, 0.8))),
    Glyph.SPINE: (_curve((-1, 0.8), (-0.35, 0.7), (-0.2, 0.15), (-0.6, -0.3), (-0.4, -0.8), (0.4, -0.8), (0.6, -0.3),
                     (0.2, 0.15), (0.35, 0.7), (1, 0.8)),),
    Glyph.NET: (_oval(-0.6, 0.5, 0.27, 0.27), _oval(0.65, 0.45, 0.27, 0.27), _oval(0.05, -0.6, 0.27, 0.27),
            ((-0.45, 0.25), (-0.1, -0.35)), ((0.5, 0.2), (0.2, -0.35)), ((-0.3, 0.5), (0.38, 0.46))),
    Glyph.DOTS: (_dot(-0.5, -0.45), _dot(0.45, -0.6), _dot(0.0, 0.05), _dot(-0.55, 0.55), _dot(0.6, 0.45)),
    # A purine or an indole: six corners and five, sharing a side.
    Glyph.FUSED: (_ring(-0.35, 0.05, 6, 0.56), _ring(0.5, 0.05, 5, 0.46, -pi / 10)),
    Glyph.IONS: (_oval(-0.35, 0.3, 0.38, 0.38), _oval(0.45, -0.4, 0.38, 0.38), ((-0.53, 0.3), (-0.17, 0.3)),
             ((-0.35, 0.12), (-0.35, 0.48)), ((0.27, -0.4), (0.63, -0.4)), ((0.45, -0.58), (0.45, -0.22))),
    Glyph.PAIR: (_oval(-0.34, 0, 0.36, 0.8, 0.25), _oval(0.34, 0, 0.36, 0.8, -0.25)),
    # Two lobes with a cleft between them, and the phosphate that the kinase hands on.
    Glyph.LOBES: (_oval(-0.2, -0.5, 0.52, 0.36, -0.15), _oval(-0.05, 0.38, 0.7, 0.48), _dot(0.72, -0.42)),
    Glyph.FOLD: (_curve((-0.85, -0.55), (0.3, -0.8), (0.62, -0.4), (-0.4, -0.1), (-0.65, 0.25), (0.1, 0.3), (0.7, 0.2),
                    (0.55, 0.7), (-0.3, 0.75)),),
    # A ribosome on its message.
    Glyph.RIBOSOME: (_oval(0, -0.35, 0.72, 0.45), _oval(0, 0.5, 0.52, 0.27),
                     _curve((-1, 0.2), (-0.5, 0.1), (0.5, 0.1), (1, 0.2))),
    Glyph.INSERTION: (
        _curve((-0.15, 0.75), (-0.15, 0.1), (-0.5, -0.35)), _curve((0.15, 0.75), (0.15, 0.1), (0.5, -0.35)),
        ((-1, 0.4), (-0.4, 0.4)), ((0.4, 0.4), (1, 0.4)), ((0, -0.4), (0, -1)), ((-0.2, -0.7), (0, -1), (0.2, -0.7)),
    ),
    Glyph.SPIKE: (((-1, 0.45), (-0.4, 0.4), (-0.1, -0.9), (0.15, 0.75), (0.35, 0.45), (1, 0.45)),),
    Glyph.TURN: (_rounded([(0.75 * cos(k * pi / 12), 0.75 * sin(k * pi / 12)) for k in range(-3, 18)]),
             ((0.28, -0.78), (0.55, -0.52), (0.85, -0.72))),
    Glyph.WAVE: (_curve((-0.95, 0.1), (-0.6, -0.35), (-0.2, 0.1), (0.2, 0.45), (0.6, 0.1), (0.95, -0.3)),),
}  # fmt: skip


@cache
def glyphs() -> dict[str, Strokes]:
    """Every glyph by its name."""
    return {str(name): strokes for name, strokes in DRAWN.items()}


def half_side(shape: Shape, half_width: float) -> float:
    """Px from the middle of a frame to the edge of its glyph's box."""
    return round(ROOM[shape] * half_width, 2)
