"""The map as a figure of Plotly's own, for a notebook or a file of its own; pages mount the same figure."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

from figures.answers import answers
from figures.captions import captions
from figures.chart import chart
from figures.lens import Lens
from figures.plotly_theme import NAMES, template
from figures.scene import Scene, scene
from figures.standalone import illustration
from graph.cameras import OVERVIEW
from graph.content import Mechanism
from graph.vocabulary import Level, Theme

for _theme, _name in NAMES.items():
    pio.templates[_name] = go.layout.Template(template(_theme))


def map_figure(
    mechanism: Mechanism,
    *,
    level: Level | str = Level.STUDENT,
    camera: str = OVERVIEW,
    width: int | None = None,
    theme: Theme | str = Theme.LIGHT,
    lens: Lens | str = Lens.ALL,
    bare: bool = False,
) -> go.Figure:
    """What `camera` shows of `mechanism` in the words of `level`, as a Plotly figure.

    `width` is one of those that the map is designed for, in px; the widest by default. Pointing at a thing or an arrow
    says what it is, and a click leaves that as a note. A `bare` figure is the one that pages serve: without the
    illustration under it, and without these answers. Raises KeyError for an unknown camera or width, ValueError for an
    unknown level, theme or lens.
    """
    level, theme, lens = Level(level), Theme(theme), Lens(lens)
    drawn = scene(mechanism, width or max(mechanism.manifest.widths), level, camera)
    said = captions(mechanism, level, drawn)
    figure = chart(drawn, said, theme, lens)
    if not bare:
        trace, notes = answers(drawn, said)
        figure["data"].append(trace)
        figure["layout"] |= {"annotations": notes, "hoverdistance": 8, **_images(mechanism, drawn, theme)}
    return go.Figure(figure)


def _images(mechanism: Mechanism, drawn: Scene, theme: Theme) -> dict[str, Any]:
    svg = illustration(mechanism, drawn, theme).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    source = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    size = {"sizex": drawn.width, "sizey": drawn.height, "sizing": "stretch"}
    image = {"source": source, "xref": "x", "yref": "y", "x": 0, "y": 0, "layer": "below", **size}
    return {"images": [image]} if svg else {}
