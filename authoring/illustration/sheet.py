"""The SVG sheet of an illustration: its parts in drawing order, and shared gradients, filters and masks."""

from __future__ import annotations

from authoring.illustration.pigments import Pigments, Tint, Tissue, paper, pigments
from graph.vocabulary import PictureState, Theme

TISSUES = ("interneuron", "pyramidal", "dendrite", "brain")
TINTS = ("nmda", "ampa", "calcium_channel", "trkb")
BLURS = (2, 4, 9)


class Sheet:
    """An SVG under construction, `width` by `height` px, for one theme and one state of the story."""

    def __init__(self, width: int, height: int, theme: Theme, state: PictureState) -> None:
        self.width, self.height, self.theme, self.state = width, height, theme, state
        self.colours: Pigments = pigments(theme)
        self.paper = paper(theme)
        self._shared: list[str] = []
        self._parts: list[str] = []
        self._count = 0
        for tissue in TISSUES:
            self.share(self._light(f"lit-{tissue}", self.tissue(tissue), (6, 8), 5))
            self.share(self._light(f"soft-{tissue}", self.tissue(tissue), (3, 4), 2.6))
        for blur in BLURS:
            self.share(f'<filter id="blur{blur}" {self._region(80)}><feGaussianBlur stdDeviation="{blur}"/></filter>')
        for tint in TINTS:
            self.share(self._linear(f"tint-{tint}", self.tint(tint)))

    def during(self, *states: PictureState) -> bool:
        """Whether the sheet shows one of `states`."""
        return self.state in states

    def tissue(self, name: str) -> Tissue:
        """Colours of a kind of cell, by its name in the pigments."""
        found: Tissue = getattr(self.colours, name)
        return found

    def tint(self, name: str) -> Tint:
        """Colours of a kind of small body, by its name in the pigments."""
        found: Tint = getattr(self.colours, name)
        return found

    def new_id(self, prefix: str) -> str:
        """A new id that is unique on the sheet."""
        self._count += 1
        return f"{prefix}{self._count}"

    def share(self, definition: str) -> None:
        """Add a definition that other elements refer to by id."""
        self._shared.append(definition)

    def add(self, *parts: str) -> None:
        """Append `parts`, on top of what is already drawn."""
        self._parts.extend(parts)

    def gradient(self, first: str, last: str, ends: tuple[float, float, float, float]) -> str:
        """A linear gradient from `first` to `last`; `ends` is x1, y1, x2, y2. Returns the paint that refers to it."""
        id_ = self.new_id("g")
        x1, y1, x2, y2 = ends
        self.share(
            f'<linearGradient id="{id_}" gradientUnits="userSpaceOnUse" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" '
            f'y2="{y2:.1f}"><stop offset="0" stop-color="{first}"/><stop offset="1" stop-color="{last}"/>'
            "</linearGradient>"
        )
        return f"url(#{id_})"

    def fading(self, colour: str, ends: tuple[float, float, float, float], begins: float = 0.25) -> str:
        """A linear gradient of `colour` that fades out between two points, from the fraction `begins` on."""
        id_ = self.new_id("g")
        x1, y1, x2, y2 = ends
        self.share(
            f'<linearGradient id="{id_}" gradientUnits="userSpaceOnUse" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" '
            f'y2="{y2:.1f}"><stop offset="{begins}" stop-color="{colour}"/>'
            f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></linearGradient>'
        )
        return f"url(#{id_})"

    def radial(self, id_: str, first: str, last: str, *, first_opacity: float = 1, last_opacity: float = 1) -> None:
        """Define a radial gradient for round bodies, lit from the upper left."""
        self.share(
            f'<radialGradient id="{id_}" cx=".36" cy=".31" r=".78"><stop offset="0" stop-color="{first}" '
            f'stop-opacity="{first_opacity}"/><stop offset="1" stop-color="{last}" stop-opacity="{last_opacity}"/>'
            "</radialGradient>"
        )

    def svg(self) -> str:
        """The whole SVG document, without text; the map above it provides that."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}" '
            f'height="{self.height}" aria-hidden="true"><defs>{"".join(self._shared)}</defs>'
            f"{''.join(self._parts)}</svg>\n"
        )

    def _region(self, margin: int) -> str:
        size = f'width="{self.width + 2 * margin}" height="{self.height + 2 * margin}"'
        return f'filterUnits="userSpaceOnUse" x="{-margin}" y="{-margin}" {size}'

    def _linear(self, id_: str, tint: Tint) -> str:
        return (
            f'<linearGradient id="{id_}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="{tint.light}"/>'
            f'<stop offset="1" stop-color="{tint.deep}"/></linearGradient>'
        )

    def _light(self, id_: str, tissue: Tissue, offset: tuple[float, float], blur: float) -> str:
        """Light from the upper left: a bright crescent inside the near edge, and a dark one inside the far edge."""
        (dx, dy), colours = offset, self.colours

        def crescent(x: float, y: float, soft: float, colour: str, opacity: float, name: str) -> str:
            return (
                f'<feOffset in="SourceAlpha" dx="{x:.1f}" dy="{y:.1f}" result="o"/>'
                f'<feComposite in="SourceAlpha" in2="o" operator="out"/><feGaussianBlur stdDeviation="{soft:.1f}" '
                f'result="b"/><feFlood flood-color="{colour}" flood-opacity="{opacity}"/>'
                '<feComposite in2="b" operator="in"/>'
                f'<feComposite in2="SourceAlpha" operator="in" result="{name}"/>'
            )

        return (
            f'<filter id="{id_}" {self._region(40)} color-interpolation-filters="sRGB">'
            + crescent(dx, dy, blur, colours.shine, colours.shine_opacity, "bright")
            + crescent(-dx * 1.1, -dy * 1.2, blur * 1.25, tissue.shade, colours.shade_opacity, "dark")
            + '<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="dark"/><feMergeNode in="bright"/></feMerge>'
            "</filter>"
        )
