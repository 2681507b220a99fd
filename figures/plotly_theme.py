"""The look of our Plotly figures on a light and on a dark ground, as Plotly templates."""

from __future__ import annotations

from typing import Any

from figures.tokens import palette_of, tokens
from graph.vocabulary import Theme

NAMES = {Theme.LIGHT: "mechanism_light", Theme.DARK: "mechanism_dark"}
"""What the templates are registered as in `plotly.io.templates`."""


def template(theme: Theme) -> dict[str, Any]:
    """The template of `theme` as plain data: type, ground, and colours of lines and labels."""
    palette, font = palette_of(theme), tokens().font
    axis = {"gridcolor": palette.rest, "linecolor": palette.rest, "zerolinecolor": palette.rest}
    return {
        "layout": {
            "font": {"family": f"{font.family}, {font.fallback}", "color": palette.ink},
            "paper_bgcolor": palette.ground,
            "plot_bgcolor": palette.ground,
            "colorway": [palette.increases, palette.decreases, palette.one, palette.other],
            "hovermode": "closest",
            "hoverlabel": {
                "align": "left",
                "bgcolor": palette.ground,
                "bordercolor": palette.selected,
                "font": {"color": palette.ink},
            },
            "annotationdefaults": {
                "align": "left",
                "arrowcolor": palette.selected,
                "bgcolor": palette.ground,
                "bordercolor": palette.selected,
                "borderpad": 6,
            },
            "xaxis": axis,
            "yaxis": axis,
        }
    }
