"""A picture that stands alone: one SVG with its own title, description, colours and font, and nothing from outside."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path

from figures.scene import Scene, scene
from figures.svg import svg
from figures.tokens import palette_of, tokens
from graph.cameras import OVERVIEW
from graph.content import Mechanism
from graph.vocabulary import Level, PictureState, Theme
from wording.interface import interface

FONT = Path(__file__).parent.parent / "assets" / "fonts" / "inter-latin.woff2"
_COLOUR = re.compile(r"var\(--map-([a-z-]+)\)")


def standalone(
    mechanism: Mechanism,
    level: Level,
    camera: str = OVERVIEW,
    *,
    width: int | None = None,
    theme: Theme = Theme.LIGHT,
    state: PictureState = PictureState.ALL,
) -> str:
    """What `camera` shows at a moment of the story, as a document. Raises KeyError for an unknown camera or width."""
    drawn = scene(mechanism, width or mechanism.manifest.widths[0], level, camera)
    palette = palette_of(theme).model_dump()
    lines = _COLOUR.sub(lambda found: palette[found[1].replace("-", "_")], svg(drawn, None))
    start, inside = lines.split(">", 1)
    inside = inside.removesuffix("</svg>")
    start = start.replace(' aria-hidden="true"', "").replace(' class="map-svg"', "")
    title, description = described(mechanism, level, camera)
    ground = f'<rect width="{drawn.width}" height="{drawn.height}" fill="{palette["ground"]}"/>'
    picture = illustration(mechanism, drawn, theme, state)
    return (
        f'{start} role="img" lang="en" aria-labelledby="title description"><title id="title">{escape(title)}</title>'
        f'<desc id="description">{escape(description)}</desc><style>{_font()}</style>{ground}{picture}'
        f'<g aria-hidden="true">{inside}</g></svg>\n'
    )


def described(mechanism: Mechanism, level: Level, camera: str) -> tuple[str, str]:
    """Title and description of what `camera` shows, from the graph: each arrow in a sentence of its own."""
    words, says = mechanism.words[level], interface(level)
    step = None if camera == OVERVIEW else mechanism.cameras[camera].step
    title = f"{words.steps[step].title}: {words.cameras[camera]}" if step else words.mechanism.title
    links = scene(mechanism, mechanism.manifest.widths[0], level, camera).links
    sentences = []
    for link in links:
        spoken = words.links[link.id] if link.id in words.links else words.arrows[link.id]
        source, target = words.things[link.source].name, words.things[link.target].name
        sentences.append(says.text.acts.format(source=source, verb=spoken.verb, target=target))
    first = says.scene.described.format(title=title)
    return title, f"{first} {'. '.join(sentences)}. {says.scene.nowhere_whole}"


def illustration(mechanism: Mechanism, drawn: Scene, theme: Theme, state: PictureState = PictureState.ALL) -> str:
    """The illustration under `drawn`, or the part of it under a closer camera, as one `svg` element; "" for none."""
    if not drawn.pictures:
        return ""
    name = drawn.pictures[state.value][theme is Theme.DARK]
    picture = (mechanism.folder / "scene" / name).read_text("utf-8")
    inside = picture.split(">", 1)[1].rstrip().removesuffix("</svg>")
    part = drawn.crop or (0, 0, drawn.width, drawn.height)
    if drawn.floor is not None:
        inside = f'<svg width="{part[0] + part[2]:g}" height="{drawn.floor:g}">{inside}</svg>'
    box = " ".join(f"{number:g}" for number in part)
    return f'<svg viewBox="{box}" width="{drawn.width}" height="{drawn.height}" aria-hidden="true">{inside}</svg>'


@cache
def _font() -> str:
    """The font as data, so that the lettering is the same wherever the file is opened."""
    data = b64encode(FONT.read_bytes()).decode()
    family = tokens().font.family
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face{{font-family:{family};font-weight:100 900;src:{source}}}"
