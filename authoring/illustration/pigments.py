"""Colours of the illustration for each theme (`assets/pigments.yaml`); arrows and labels use the design tokens."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from figures.tokens import Colour, tokens
from graph.models import Record
from graph.vocabulary import Theme

PIGMENTS = Path(__file__).parent.parent.parent / "assets" / "pigments.yaml"

Share = Annotated[float, Field(ge=0, le=1)]


class Tissue(Record):
    """Colours of a cell: lit and dark side, the shadow at its far edge, its membrane, and its nucleus."""

    light: Colour
    deep: Colour
    shade: Colour
    line: Colour
    nucleus: Colour


class Tint(Record):
    """Colours of a small body: lit side, dark side and outline."""

    light: Colour
    deep: Colour
    line: Colour


class Pigments(Record):
    """All colours of the illustration for one theme."""

    air: Annotated[Colour, Field(description="Glow of the ground around the synapse.")]
    far: Annotated[Colour, Field(description="Tissue out of focus.")]
    shadow: Colour
    shadow_opacity: Share
    shine: Colour
    shine_opacity: Share
    shade_opacity: Share
    cleft: Colour
    interneuron: Tissue
    pyramidal: Tissue
    dendrite: Tissue
    nmda: Tint
    ampa: Tint
    calcium_channel: Tint
    trkb: Tint
    mitochondrion: Tint
    brain: Tissue
    prefrontal: Colour
    glutamate: Colour
    gaba: Colour
    calcium: Colour
    bdnf: Colour
    ketamine: Colour
    axis: Annotated[Colour, Field(description="Line and marks of the time ruler.")]
    surge: Colour
    relief: Colour
    spines: Colour


class Grounds(Record):
    """A set of colours for each theme."""

    light: Pigments
    dark: Pigments


@cache
def pigments(theme: Theme) -> Pigments:
    """The colours for one theme, read once."""
    grounds = Grounds.model_validate(yaml.safe_load(PIGMENTS.read_text(encoding="utf-8")))
    return grounds.dark if theme is Theme.DARK else grounds.light


def paper(theme: Theme) -> Colour:
    """The background colour, which is the map's."""
    themes = tokens().themes
    return (themes.dark if theme is Theme.DARK else themes.light).ground
