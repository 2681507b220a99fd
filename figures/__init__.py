"""Drawing: from the mechanism and its layout to one scene, and from the scene to pictures. No Streamlit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from figures.plotly_map import map_figure as map_figure

__all__ = ["map_figure"]


def __getattr__(name: str) -> Any:
    """`map_figure`, imported with Plotly when it is asked for: nothing else here needs that."""
    if name == "map_figure":
        from figures.plotly_map import map_figure

        return map_figure
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
