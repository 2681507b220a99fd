"""Activity at the synapse: glutamate in the cleft, receptors in the large spine, BDNF, TrkB and the ribosomes."""

from __future__ import annotations

from math import cos, radians, sin
from random import Random

from authoring.illustration.dendrite import shaft_at, spine_head
from authoring.illustration.molecules import bdnf, dense_core_vesicle, ketamine_argued, open_vesicle
from authoring.illustration.receptors import ampa, calcium_channel, nmda, trkb
from authoring.illustration.shapes import edge, line
from authoring.illustration.sheet import Sheet
from graph.illustration import Illustration
from graph.vocabulary import PictureState

S = PictureState
CLOUD = (
    (14, -8, 20), (24, 6, -30), (26, -18, 60), (38, -4, 10), (36, 24, 40),
    (18, 26, -10), (50, 12, -50), (30, 46, 20), (14, 62, -20), (22, 84, 30),
)  # fmt: skip
"""BDNF after its release: offset out of the vesicle, offset along the membrane (px at scale 1), rotation in degrees."""


def glow(sheet: Sheet, places: Illustration) -> None:
    """A slightly warmer background behind the cleft."""
    near, spine = places.terminal, places.spine
    top, end = near.active_zone - 8, spine.top + 8
    sheet.add(
        f'<ellipse cx="{near.x}" cy="{(top + end) / 2:.1f}" rx="{near.half_width * 0.9:.0f}" '
        f'ry="{(end - top) * 0.5:.0f}" fill="{sheet.colours.cleft}" filter="url(#blur9)"/>'
    )


def cleft(sheet: Sheet, places: Illustration) -> None:
    """Glutamate between the cells: sparse at rest, dense during the surge."""
    near, dot, chance = places.terminal, places.molecule, Random(21)
    counts = {
        S.REST: 5,
        S.SURGE: near.glutamate + 18,
        S.SIGNAL: near.glutamate - 12,
        S.ALL: near.glutamate,
        S.DAYS: 12,
        S.FADE: 7,
    }
    top, end = near.active_zone + 7, places.spine.top - 5
    spots: list[tuple[float, float]] = []
    for _ in range(3000):
        if len(spots) >= counts[sheet.state]:
            break
        share = chance.gauss(0, 0.42)
        x, y = near.x + share * near.half_width, chance.uniform(top, end)
        if abs(share) < 0.86 and all((x - u) ** 2 + (y - v) ** 2 > (dot * 3) ** 2 for u, v in spots):
            spots.append((x, y))
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{dot * chance.uniform(0.82, 1.1):.2f}"/>' for x, y in spots)
    sheet.add(f'<g id="cleft" fill="{sheet.colours.glutamate}">{dots}</g>')


def receptors(sheet: Sheet, places: Illustration) -> None:
    """Receptors and channels of the large spine, and the events that follow when they open."""
    place, spine = places.synapse, places.spine
    active = sheet.during(S.SURGE, S.SIGNAL, S.ALL, S.DAYS)
    sheet.add('<g id="receptors">')
    for one in place.receptors:
        x, y = spine.x + one.at * spine.half_width, spine.top + 4.5 * (1 - one.at * one.at)
        if one.kind == "nmda":
            sheet.add(nmda(sheet, x, y, place.scale, is_open=False))
        elif not one.inserted or sheet.during(S.SIGNAL, S.DAYS, S.ALL):
            sheet.add(ampa(sheet, x, y, place.scale, is_open=active))
    middle = (spine.x, spine.top + spine.height * 0.45)
    _calcium(sheet, places, middle)
    y, half = shaft_at(places, place.trkb)
    sheet.add(trkb(sheet, place.trkb, y - half + 1, place.scale * 1.2, bound=sheet.during(S.SIGNAL, S.ALL), turn=-3))
    _bdnf(sheet, places, middle)
    if sheet.during(S.SIGNAL, S.ALL):
        sheet.add(_ribosomes(sheet, places))
    if sheet.during(S.ALL):
        sheet.add(*(ketamine_argued(sheet, one.x, one.y, one.scale, one.turn) for one in places.other_doors))
    sheet.add("</g>")


def _calcium(sheet: Sheet, places: Illustration, middle: tuple[float, float]) -> None:
    place, is_open = places.synapse, sheet.during(S.SURGE, S.SIGNAL, S.ALL)
    x, y, out = edge(spine_head(places), middle, place.calcium_channel)
    sheet.add(calcium_channel(sheet, x, y, place.scale, is_open=is_open, turn=out + 90))
    if not is_open:
        return
    inwards = radians(out + 180)
    ways = ((-0.25, 30), (0.15, 36), (-0.02, 44), (0.3, 48), (-0.35, 42), (0.1, 56))
    ions = "".join(
        f'<circle cx="{x + cos(inwards + turn) * far * place.scale:.1f}" '
        f'cy="{y + sin(inwards + turn) * far * place.scale:.1f}" r="1.7"/>'
        for turn, far in ways
    )
    sheet.add(f'<g fill="{sheet.colours.calcium}" opacity=".8">{ions}</g>')


def _bdnf(sheet: Sheet, places: Illustration, middle: tuple[float, float]) -> None:
    """Vesicles with BDNF; one is open in the state about BDNF and in the complete picture, otherwise all are closed."""
    place, r = places.synapse, places.synapse.bdnf_vesicle
    x, y, _ = edge(spine_head(places), middle, place.bdnf)
    turn = place.bdnf * 1.6
    ox, oy = cos(radians(turn)), sin(radians(turn))

    def at(out: float, aside: float) -> tuple[float, float]:
        return x + ox * out - oy * aside, y + oy * out + ox * aside

    sheet.add(*(dense_core_vesicle(sheet, *at(-r * out, r * aside), r) for out, aside in ((2.9, -1.1), (3.1, 1.3))))
    if not sheet.during(S.SIGNAL, S.ALL):
        sheet.add(dense_core_vesicle(sheet, *at(-r * 1.7, 0), r))
        return
    line_ = sheet.colours.trkb.line
    sheet.add(open_vesicle(x, y, turn - 90, r * 1.05, fill=sheet.colours.cleft, line=line_, width=2))
    scale = r / 10
    cloud = [(out * scale, aside * scale, spin) for out, aside, spin in CLOUD]
    for out, aside, spin in ((-r * 1.1, 0.0, 20), (0.0, r * 0.1, -30), *cloud):
        sheet.add(bdnf(sheet, *at(out, aside), place.scale * 0.9, spin))


def _ribosomes(sheet: Sheet, places: Illustration) -> str:
    """A polyribosome translating a message into protein."""
    x, y, width = places.synapse.ribosomes
    colours = sheet.colours.dendrite
    strand = [(x + step * width / 24, y + sin(step * 0.55) * 3.2) for step in range(25)]
    parts = [f'<path d="{line(strand)}" fill="none" stroke="{colours.line}" stroke-width="1.5"/>']
    for number, step in enumerate((2, 8, 14, 20)):
        at, down = strand[step]
        parts.append(
            f'<g stroke="{colours.line}"><ellipse cx="{at:.1f}" cy="{down - 2.6:.1f}" rx="4.3" ry="3.2" '
            f'fill="{colours.light}"/><ellipse cx="{at:.1f}" cy="{down + 2:.1f}" rx="3.3" ry="2.1" '
            f'fill="{colours.nucleus}" stroke-width=".9"/></g><path d="M{at:.1f},{down - 5.6:.1f}'
            f'q{3 + number},{-3 - number * 0.8:.1f} {1 + number * 0.6:.1f},{-4 - number * 1.8:.1f}" fill="none" '
            f'stroke="{sheet.colours.bdnf}" stroke-width="1.3" stroke-linecap="round"/>'
        )
    return f"<g>{''.join(parts)}</g>"
