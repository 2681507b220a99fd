"""The scene as SVG: what is painted first, and what stands where no script runs.

Colours are CSS variables named after the tokens, so one file serves both themes; a standalone file
carries the values of one theme.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from figures.geometry import Point
from figures.glyphs import glyphs
from figures.key import Key
from figures.label import Label
from figures.scene import Scene, SceneLink, SceneThing
from figures.tokens import Palette, tokens

DARK = "(prefers-color-scheme: dark)"
BADGE_RADIUS = 9
DASHES = {"animal": "8 4", "cell": "2 3", "inferred": "2 3"}
"""Dash of a line by whom it was seen in, where lines say so; people's is solid."""


def palette_css(palette: Palette) -> str:
    """Declarations of the CSS variables that the SVG uses."""
    return ";".join(f"--map-{name.replace('_', '-')}:{value}" for name, value in palette.model_dump().items())


def themes_css() -> str:
    """Rules that set these variables for both themes. Paper is white, whatever the screen is."""
    light, dark = (f":root{{{palette_css(palette)}}}" for palette in (tokens().themes.light, tokens().themes.dark))
    return f"{light}@media screen and {DARK}{{{dark}}}\n"


def svg(scene: Scene, picture: str | None, *, css_class: str = "map-svg") -> str:
    """The scene as one `svg` element. `picture` is the address of the illustration, None for none."""
    parts = [
        _key(scene.keys),
        _quiet(_text(label) for label in (*scene.zones, *scene.times, *(key.label for key in scene.keys))),
        *(_link(link, DASHES.get(link.in_whom) if scene.by_evidence else None) for link in scene.links),
        *(_thing(thing) for thing in scene.things),
        _quiet(_owned("edge", link.id, _text(link.verb)) for link in scene.links),
        *(_owned("node", thing.id, _text(thing.label) + _badge(thing.badge)) for thing in scene.things),
    ]
    image = _image(scene, picture) if picture else ""
    font = escape(f"{tokens().font.family}, {tokens().font.fallback}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" viewBox="0 0 {scene.width} {scene.height}" '
        f'width="{scene.width}" height="{scene.height}" font-family="{font}" aria-hidden="true">'
        f"{image}{''.join(parts)}</svg>"
    )


def _image(scene: Scene, picture: str) -> str:
    size = f'width="{scene.width}" height="{scene.height}"'
    if scene.crop is None:
        return f'<image href="{escape(picture)}" {size}/>'
    part = " ".join(f"{number:g}" for number in scene.crop)
    image = f'<image href="{escape(picture)}"/>'
    if scene.floor is not None:
        image = f'<svg width="{scene.crop[0] + scene.crop[2]:g}" height="{scene.floor:g}">{image}</svg>'
    return f'<svg viewBox="{part}" {size}>{image}</svg>'


def _colour(name: str) -> str:
    return f"var(--map-{name})"


def _path(points: Iterable[Point], *, closed: bool = False) -> str:
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in points) + ("Z" if closed else "")


def _owned(kind: str, id_: str, drawn: str, more: str = "") -> str:
    """A group that is lit together with the thing or the arrow it belongs to."""
    return f'<g data-part="{kind}:{id_}"{more}>{drawn}</g>'


def _stroke(path: str, colour: str, width: float, *, more: str = "") -> str:
    return f'<path d="{path}" fill="none" stroke="{_colour(colour)}" stroke-width="{width:g}"{more}/>'


def _link(link: SceneLink, dash: str | None) -> str:
    line = tokens().line
    path = _path(link.line)
    drawn = [
        _stroke(path, "ground", line.rest + line.casing, more=' stroke-opacity=".8" stroke-linecap="round"'),
        _stroke(path, "rest", line.rest, more=' class="line"' + (f' stroke-dasharray="{dash}"' if dash else "")),
        _head(link),
    ]
    if link.split:
        strokes = _path(link.split[:2]) + _path(link.split[2:])
        mark = _stroke(strokes, "rest", line.split, more=' class="mark"')
        drawn += [_stroke(strokes, "ground", line.split + 2.5), mark]
    return _owned("edge", link.id, "".join(drawn), f' data-sign="{link.sign}"')


def _head(link: SceneLink) -> str:
    size, colour = tokens().line.head, _colour("rest")
    place = f'class="head" transform="translate({link.tip[0]:g},{link.tip[1]:g}) rotate({link.angle:g})"'
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
    drawn = (
        f'<path class="ground" d="{path}" fill="{fill}" stroke="{_colour("ground")}" '
        f'stroke-width="{frame.rest + frame.casing:g}" stroke-opacity=".85"/>'
        + _stroke(path, "rest", frame.rest, more=' class="frame"')
    )
    return _owned("node", thing.id, drawn + _glyph(thing))


def _glyph(thing: SceneThing) -> str:
    if not thing.glyph:
        return ""
    strokes = "".join(_path(stroke) for stroke in glyphs()[thing.glyph])
    half = thing.glyph_half
    place = f' class="glyph" transform="translate({thing.x:g},{thing.y:g}) scale({half:g})" stroke-linejoin="round"'
    return _stroke(strokes, "rest", round(tokens().frame.glyph / half, 3), more=place)


HALO = (
    f'paint-order="stroke" stroke="{_colour("ground")}" stroke-opacity=".88" stroke-width="3.5" stroke-linejoin="round"'
)
QUIET = f'font-weight="400" fill="{_colour("muted")}" {HALO}'
LOUD = ("name", "badge")
"""Roles of texts with a look of their own; the others share the one of their group."""


def _quiet(texts: Iterable[str]) -> str:
    return f"<g {QUIET}>{''.join(texts)}</g>"


def _text(label: Label) -> str:
    lines = "".join(
        f'<tspan x="{label.x:g}" y="{label.y + number * label.size * tokens().font.line:g}">{escape(line)}</tspan>'
        for number, line in enumerate(label.lines)
    )
    look = f' font-weight="700" fill="{_colour("ink" if label.role == "name" else "muted")}" {HALO}'
    return (
        f'<text class="{label.role}" font-size="{label.size}" text-anchor="{label.anchor}"'
        f"{look if label.role in LOUD else ''}>{lines}</text>"
    )


def _key(keys: Iterable[Key]) -> str:
    """The marks of the key; their words are among the other texts."""
    marks = "".join(_path(points) for key in keys for points in key.lines)
    heads = "".join(_path(points, closed=True) for key in keys for points in key.heads)
    if not marks:
        return ""
    filled = f'<path class="key" d="{heads}" fill="{_colour("rest")}"/>' if heads else ""
    return _stroke(marks, "rest", tokens().line.split, more=' class="key"') + filled


def _badge(badge: Label | None) -> str:
    if not badge:
        return ""
    centre = badge.y - badge.size * 0.36
    return (
        f'<circle cx="{badge.x:g}" cy="{centre:g}" r="{BADGE_RADIUS}" fill="{_colour("ground")}" '
        f'stroke="{_colour("muted")}" stroke-width="1.4"/>' + _text(badge)
    )
