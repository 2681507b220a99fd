"""The scene as SVG: what is painted first, and what stands where no script runs.

Colours are CSS variables named after the tokens, so one file serves both themes; a standalone file
carries the values of one theme.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from figures.geometry import Point
from figures.scene import Label, Scene, SceneLink, SceneThing
from figures.tokens import Palette, tokens

BADGE_RADIUS = 9


def palette_css(palette: Palette) -> str:
    """Declarations of the CSS variables that the SVG uses."""
    return ";".join(f"--map-{name.replace('_', '-')}:{value}" for name, value in palette.model_dump().items())


def svg(scene: Scene, picture: str | None, *, css_class: str = "map-svg") -> str:
    """The scene as one `svg` element. `picture` is the address of the illustration, None for none."""
    parts = [
        *(_text(label) for label in scene.zones),
        *(_link(link) for link in scene.links),
        *(_thing(thing) for thing in scene.things),
        *(_text(link.verb) for link in scene.links),
        *(_text(thing.label) for thing in scene.things),
        *(_badge(thing.badge) for thing in scene.things if thing.badge),
    ]
    image = f'<image href="{escape(picture)}" width="{scene.width}" height="{scene.height}"/>' if picture else ""
    font = escape(f"{tokens().font.family}, {tokens().font.fallback}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" viewBox="0 0 {scene.width} {scene.height}" '
        f'width="{scene.width}" height="{scene.height}" font-family="{font}" aria-hidden="true">'
        f"{image}{''.join(parts)}</svg>"
    )


def _colour(name: str) -> str:
    return f"var(--map-{name})"


def _path(points: Iterable[Point], *, closed: bool = False) -> str:
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in points) + ("Z" if closed else "")


def _stroke(path: str, colour: str, width: float, *, more: str = "") -> str:
    return f'<path d="{path}" fill="none" stroke="{_colour(colour)}" stroke-width="{width:g}"{more}/>'


def _link(link: SceneLink) -> str:
    line = tokens().line
    path = _path(link.line)
    drawn = [
        _stroke(path, "ground", line.rest + line.casing, more=' stroke-opacity=".8" stroke-linecap="round"'),
        _stroke(path, "rest", line.rest),
        _head(link),
    ]
    if link.split:
        strokes = _path(link.split[:2]) + _path(link.split[2:])
        drawn += [_stroke(strokes, "ground", line.split + 2.5), _stroke(strokes, "rest", line.split)]
    return f'<g data-link="{link.id}">{"".join(drawn)}</g>'


def _head(link: SceneLink) -> str:
    size, colour = tokens().line.head, _colour("rest")
    place = f'transform="translate({link.tip[0]:g},{link.tip[1]:g}) rotate({link.angle:g})"'
    match link.head:
        case "increases":
            return f'<path {place} d="M1,0L{-size},{-size * 0.56:g}L{-size},{size * 0.56:g}Z" fill="{colour}"/>'
        case "decreases":
            bar = f'd="M0,{-size * 1.2:g}V{size * 1.2:g}" stroke="{colour}" stroke-width="3.8" stroke-linecap="round"'
            return f"<path {place} {bar}/>"
        case "modulates":
            half = size / 2
            return f'<path {place} d="M1,0L{-half:g},{-half:g}L{-size},0L{-half:g},{half:g}Z" fill="{colour}"/>'


def _thing(thing: SceneThing) -> str:
    frame = tokens().frame
    path = _path(thing.outline, closed=True)
    fill = _colour("ground") if thing.filled else "none"
    return (
        f'<g data-thing="{thing.id}"><path d="{path}" fill="{fill}" stroke="{_colour("ground")}" '
        f'stroke-width="{frame.rest + frame.casing:g}" stroke-opacity=".85"/>'
        + _stroke(path, "rest", frame.rest)
        + "</g>"
    )


def _text(label: Label) -> str:
    font = tokens().font
    weight = {"name": 700, "badge": 700}.get(label.role, 400)
    colour = "ink" if label.role == "name" else "muted"
    lines = "".join(
        f'<tspan x="{label.x:g}" y="{label.y + number * label.size * font.line:g}">{escape(line)}</tspan>'
        for number, line in enumerate(label.lines)
    )
    return (
        f'<text data-role="{label.role}" font-size="{label.size}" font-weight="{weight}" text-anchor="{label.anchor}" '
        f'fill="{_colour(colour)}" paint-order="stroke" stroke="{_colour("ground")}" stroke-opacity=".88" '
        f'stroke-width="3.5" stroke-linejoin="round">{lines}</text>'
    )


def _badge(badge: Label) -> str:
    centre = badge.y - badge.size * 0.36
    return (
        f'<circle cx="{badge.x:g}" cy="{centre:g}" r="{BADGE_RADIUS}" fill="{_colour("ground")}" '
        f'stroke="{_colour("muted")}" stroke-width="1.4"/>' + _text(badge)
    )
