"""The background: the ground with its glow, and tissue out of focus."""

from __future__ import annotations

from shapely.ops import unary_union

from authoring.illustration.shapes import along, path, tapered
from authoring.illustration.sheet import Sheet
from graph.illustration import Illustration


def ground(sheet: Sheet, places: Illustration) -> None:
    """The ground, slightly brighter or cooler around the synapse."""
    air, x, y = sheet.colours.air, places.terminal.x, places.terminal.active_zone
    stops = ((0, 1), (0.55, 0.75), (1, 0))
    shades = "".join(f'<stop offset="{at}" stop-color="{air}" stop-opacity="{much}"/>' for at, much in stops)
    radius = max(sheet.width, sheet.height) * 0.62
    sheet.share(
        f'<radialGradient id="air" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{radius:.0f}">{shades}'
        "</radialGradient>"
    )
    size = f'width="{sheet.width}" height="{sheet.height}"'
    sheet.add(f'<g id="ground"><rect {size} fill="{sheet.paper}"/><rect {size} fill="url(#air)"/></g>')


def neuropil(sheet: Sheet, places: Illustration) -> None:
    """Out-of-focus dendrites with spines: depth without detail."""
    parts = []
    for limb in places.background:
        parts.append(tapered(limb))
        for number, (x, y, half) in enumerate(along(limb, 5)[2:-1:2]):
            side = 1 if number % 2 else -1
            parts.append(
                tapered([(x, y, 1.2), (x + 3, y + side * (half + 8), 1.4), (x + 4, y + side * (half + 11), 3.4)])
            )
    if parts:
        drawn = path(unary_union(parts), 0.4)
        sheet.add(f'<g id="far" filter="url(#blur4)" opacity=".75"><path d="{drawn}" fill="{sheet.colours.far}"/></g>')
