"""Visual tokens: colours of both themes, type sizes, line weights, and the shape of each kind of thing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, StringConstraints

from graph.models import Record
from graph.vocabulary import Glyph, Theme, ThingKind

TOKENS = Path(__file__).parent.parent / "assets" / "tokens.yaml"

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]
Shape = Literal["hexagon", "square", "circle", "diamond", "pill"]


class Palette(Record):
    """Colours of one theme; `ground` is what the contrast of the others is measured on."""

    ground: Colour
    ink: Annotated[Colour, Field(description="Names of things.")]
    muted: Annotated[Colour, Field(description="Verbs and names of zones.")]
    rest: Annotated[Colour, Field(description="Frames and arrows that are not in focus.")]
    increases: Colour
    decreases: Colour
    selected: Colour
    on_selected: Annotated[Colour, Field(description="Text on the selected colour.")]
    one: Annotated[Colour, Field(description="What the first of two accounts has alone.")]
    other: Annotated[Colour, Field(description="What the second of two accounts has alone.")]


class Themes(Record):
    """A palette for each ground, since no single set of colours passes on both."""

    light: Palette
    dark: Palette


class Font(Record):
    """Type: family, line height as a multiple of the size, and sizes in px."""

    family: str
    fallback: str
    line: float
    verb: Annotated[int, Field(ge=12)]
    zone: Annotated[int, Field(ge=12)]
    badge: Annotated[int, Field(ge=12)]


class Line(Record):
    """Weights in px of an arrow's line, its casing on each side together, its head and split mark."""

    rest: float
    active: float
    casing: float
    head: float
    split: float


class Frame(Record):
    """Weights in px of a thing's frame, its casing, the halo of the selected one, and the sign inside."""

    rest: float
    active: float
    casing: float
    halo: float
    glyph: float


class Tokens(Record):
    """All visual tokens (`assets/tokens.yaml`)."""

    themes: Themes
    font: Font
    line: Line
    frame: Frame
    dim: Annotated[float, Field(gt=0, lt=1, description="Opacity of what is out of focus.")]
    shapes: dict[ThingKind, Shape]
    glyphs: Annotated[dict[ThingKind, Glyph], Field(description="Sign of each kind of thing that has no body.")]


@cache
def tokens() -> Tokens:
    """The tokens, read once."""
    return Tokens.model_validate(yaml.safe_load(TOKENS.read_text(encoding="utf-8")))


def palette_of(theme: Theme) -> Palette:
    """The colours of `theme`."""
    return tokens().themes.dark if theme is Theme.DARK else tokens().themes.light
