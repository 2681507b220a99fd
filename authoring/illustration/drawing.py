"""The whole illustration, from back to front."""

from __future__ import annotations

from authoring.illustration.background import ground, neuropil
from authoring.illustration.brain import brain
from authoring.illustration.closeup import first_receptor, habenula
from authoring.illustration.dendrite import dendrite
from authoring.illustration.interneuron import interneuron
from authoring.illustration.molecules import share_vesicle_paints
from authoring.illustration.pyramidal import pyramidal
from authoring.illustration.ruler import ruler
from authoring.illustration.sheet import Sheet
from authoring.illustration.synapse import cleft, glow, receptors
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
    """The illustration for one story state and one theme, as an SVG document without text."""
    sheet = Sheet(places.width, places.height, theme, state)
    share_vesicle_paints(sheet)
    for layer in LAYERS:
        layer(sheet, places)
    return sheet.svg()
