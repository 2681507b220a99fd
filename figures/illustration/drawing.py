"""The whole illustration, from back to front."""

from __future__ import annotations

from figures.illustration.background import ground, neuropil
from figures.illustration.brain import brain
from figures.illustration.closeup import first_receptor, habenula
from figures.illustration.dendrite import dendrite
from figures.illustration.interneuron import interneuron
from figures.illustration.molecules import share_vesicle_paints
from figures.illustration.pyramidal import pyramidal
from figures.illustration.ruler import ruler
from figures.illustration.sheet import Sheet
from figures.illustration.synapse import cleft, glow, receptors
from graph.illustration import Illustration
from graph.vocabulary import PictureState, Theme

LAYERS = (
    ground,
    neuropil,
    brain,
    habenula,
    glow,
    pyramidal,
    interneuron,
    dendrite,
    cleft,
    receptors,
    first_receptor,
    ruler,
)


def draw(places: Illustration, theme: Theme, state: PictureState) -> str:
    """The illustration at a moment of the story on one ground, as an SVG document without words."""
    sheet = Sheet(places.width, places.height, theme, state)
    share_vesicle_paints(sheet)
    for layer in LAYERS:
        layer(sheet, places)
    return sheet.svg()
