"""Inside the axon terminal: the active zone, docked and open vesicles, the reserve pool, a mitochondrion."""

from __future__ import annotations

from random import Random

from authoring.illustration.molecules import open_vesicle, vesicle
from authoring.illustration.sheet import Sheet
from authoring.illustration.tissue import mitochondrion
from graph.illustration import Illustration
from graph.vocabulary import PictureState

S = PictureState


def terminal(sheet: Sheet, places: Illustration) -> None:
    """Everything inside the terminal; every second docked vesicle is open while glutamate surges."""
    place, line = places.terminal, sheet.colours.pyramidal.line
    x, w, top = place.x, place.half_width, place.top
    h = place.active_zone - top
    tracks = "".join(
        f'<path d="M{x + o * 0.5:.0f},{top - 14:.0f}C{x + o * 0.6:.0f},{top + h * 0.12:.0f} '
        f'{x + o:.0f},{top + h * 0.15:.0f} {x + o * 2.2:.0f},{top + h * 0.34:.0f}"/>'
        for o in (-12, -5, 3, 10)
    )
    sheet.add(f'<g fill="none" stroke="{line}" opacity=".3">{tracks}</g>')
    mitochondrion(sheet, x - w * 0.42, place.active_zone - h * 0.62, w * 0.62, w * 0.24, -24)
    _active_zone(sheet, places)
    _reserve(sheet, places)


def _active_zone(sheet: Sheet, places: Illustration) -> None:
    place, line = places.terminal, sheet.colours.pyramidal.line
    x, low, half, r = place.x, place.active_zone, place.half_width * 0.62, place.vesicle
    sheet.add(
        f'<path d="M{x - half:.1f},{low - 4:.1f}Q{x:.1f},{low + 1:.1f} {x + half:.1f},{low - 4:.1f}" fill="none" '
        f'stroke="{line}" stroke-width="4.5" stroke-linecap="round" opacity=".75"/>'
    )
    gap = 2 * half / place.docked
    for number in range(place.docked + 1):
        at = x - half + number * gap
        sheet.add(
            f'<path d="M{at - 3.4:.1f},{low - 4:.1f}L{at:.1f},{low - 12:.1f}L{at + 3.4:.1f},{low - 4:.1f}Z" '
            f'fill="{line}" opacity=".9"/>'
        )
    for number in range(place.docked):
        at = x - half + gap * (number + 0.5)
        if sheet.during(S.SURGE, S.SIGNAL, S.ALL) and number % 2:
            spots = ((-2.8, -14), (2.8, -13), (0, -7.5), (-1.5, -2), (1.6, 3))
            inside = "".join(
                f'<circle cx="{dx * r / 9:.1f}" cy="{dy * r / 9:.1f}" r="{places.molecule * 0.85:.2f}" '
                f'fill="{sheet.colours.glutamate}"/>'
                for dx, dy in spots
            )
            sheet.add(open_vesicle(at, low + 0.5, 0, r, fill=sheet.colours.cleft, line=line, inside=inside))
        else:
            sheet.add(vesicle(sheet, at, low - 5 - r, r))


def _reserve(sheet: Sheet, places: Illustration) -> None:
    """Reserve vesicles, scattered with a fixed seed so that none overlap."""
    place, chance = places.terminal, Random(11)
    x, low, w, r = place.x, place.active_zone, place.half_width, place.vesicle
    h = low - place.top
    spots: list[tuple[float, float]] = []
    for _ in range(900):
        if len(spots) >= place.reserve:
            break
        at = (x + chance.uniform(-0.82, 0.82) * w, low - 2 * r - 8 - chance.random() ** 1.35 * h * 0.42)
        outside = ((at[0] - x) / (w * 0.88)) ** 2 + ((at[1] - (low - h * 0.4)) / (h * 0.5)) ** 2 > 0.9
        on_mitochondrion = at[0] < x + w * 0.02 and at[1] < low - h * 0.42
        if outside or on_mitochondrion:
            continue
        if all((at[0] - u) ** 2 + (at[1] - v) ** 2 > (2 * r + 1.6) ** 2 for u, v in spots):
            spots.append(at)
    spots.sort(key=lambda at: at[1])
    sheet.add(*(vesicle(sheet, at, down, r * 0.94, 4) for at, down in spots))
