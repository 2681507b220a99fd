"""The time ruler: a logarithmic axis, with periods whose blurred ends show that their limits are uncertain."""

from __future__ import annotations

from math import log

from authoring.illustration.sheet import Sheet
from figures.scene import RULER_ROW
from graph.illustration import Bar, Illustration, RulerPlace
from graph.vocabulary import PictureState

S = PictureState


def at_minute(place: RulerPlace, minute: float) -> float:
    """The x position, in px, of a minute after the dose."""
    share = log(minute / place.first) / log(place.last / place.first)
    return place.left + (place.right - place.left) * share


def ruler(sheet: Sheet, places: Illustration) -> None:
    """Axis and bars, with a pointer to the current moment of the story, if any."""
    place = places.ruler
    if place is None:
        return
    colour, y = sheet.colours.axis, place.y
    sheet.add('<g id="time">', *(_bar(sheet, place, bar) for bar in place.bars))
    ticks = "".join(f"M{at_minute(place, minute):.1f},{y:g}v5" for minute in place.ticks)
    sheet.add(
        f'<path d="M{place.left:g},{y:g}H{place.right:g}{ticks}" stroke="{colour}" stroke-width="1.3" fill="none"/>'
    )
    now = next((minute for moment, minute in place.now.items() if moment == sheet.state), None)
    if now is not None:
        x, top = at_minute(place, now), y - 8 - RULER_ROW * (1 + max(bar.row for bar in place.bars))
        sheet.add(
            f'<path d="M{x:.1f},{top:.1f}V{y:g}" stroke="{colour}" stroke-width="1.2" stroke-opacity=".5"/>'
            f'<path d="M{x - 5:.1f},{top - 4:.1f}h10l-5,7Z" fill="{colour}"/>'
        )
    sheet.add("</g>")


def _bar(sheet: Sheet, place: RulerPlace, bar: Bar) -> str:
    start, full, last, end = (at_minute(place, minute) for minute in (bar.start, bar.full, bar.last, bar.end))
    colour = {"surge": sheet.colours.surge, "relief": sheet.colours.relief, "spines": sheet.colours.spines}[bar.kind]
    id_, width = sheet.new_id("g"), end - start
    stops = "".join(
        f'<stop offset="{(x - start) / width:.2f}" stop-color="{colour}" stop-opacity="{much}"/>'
        for x, much in ((start, 0), (full, 0.34), (last, 0.34), (end, 0))
    )
    sheet.share(f'<linearGradient id="{id_}">{stops}</linearGradient>')
    top = place.y - 4 - RULER_ROW * (1 + max(one.row for one in place.bars) - bar.row)
    return f'<rect x="{start:.1f}" y="{top:.1f}" width="{width:.1f}" height="18" rx="9" fill="url(#{id_})"/>'
