"""A scene as a Plotly figure, as plain data: what a page of the map mounts, and what `map_figure` begins with.

Each thing and each arrow has traces of its own, so that a style sheet can light it and nothing is drawn anew. Whose a
trace is stands in its `uid`, as ``PART_KIND_ID``, which Plotly writes on the group that it draws, and in rows of
`customdata`, as id and kind ("node" or "edge"): one row where the whole trace is one thing, and one for each stretch or
text where it holds several. Every trace has a `uid`, as one without would take that of whichever stood in its place
before; Plotly looks for it by a selector too, so it holds nothing that a class may not. Nothing here needs Plotly: its
checks of every value would make the server start later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from figures.captions import Caption
from figures.geometry import Point
from figures.glyphs import glyphs
from figures.label import Label
from figures.lens import Dash, Lens, away, lens_of, through
from figures.plotly_theme import template
from figures.scene import Scene, SceneLink, SceneThing
from figures.svg import BADGE_RADIUS
from figures.tokens import Palette, palette_of, tokens
from graph.vocabulary import Theme

Trace = dict[str, Any]
HEADS = {"increases": "arrow", "decreases": "line-ew", "modulates": "diamond"}
PLOTLY_DASH: dict[Dash, str] = {"solid": "solid", "dashed": "8px,4px", "dotted": "2px,3px"}
BOLD = ("name", "badge", "count")
SIDE = {"start": "right", "middle": "center", "end": "left"}
HALO = (1, 2, 2, 3, 3)
"""Blur in px of each of the shadows that part a text from what lies under it."""


def chart(
    scene: Scene, captions: Mapping[str, Caption], theme: Theme = Theme.LIGHT, lens: Lens = Lens.ALL
) -> dict[str, Any]:
    """Data and layout of the figure of `scene`, without the illustration. One px of it is one px of the scene.

    `captions` says what its things and arrows are called. Counts of papers against are part of every figure, and seen
    through the lens on contested arrows alone.
    """
    drawn = _Chart(scene, captions, theme, lens_of(scene, lens))
    axis = {"visible": False, "fixedrange": True, "automargin": False}
    return {
        "data": [*drawn.key(), *drawn.links(), *drawn.things(), *drawn.texts()],
        "layout": {
            "template": template(theme),
            "width": scene.width,
            "height": scene.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "showlegend": False,
            "dragmode": False,
            "xaxis": {**axis, "range": [0, scene.width]},
            "yaxis": {**axis, "range": [scene.height, 0]},
        },
    }


class _Chart:
    """The traces of one figure, lowest first."""

    def __init__(self, scene: Scene, captions: Mapping[str, Caption], theme: Theme, lens: Lens) -> None:
        self.scene, self.captions, self.lens = scene, captions, lens
        self.palette: Palette = palette_of(theme)
        self.away = away(scene, lens)

    def key(self) -> list[Trace]:
        """The marks of the key, whose words are among the other texts."""
        keys, rest = self.scene.keys, self.palette.rest
        if not keys:
            return []
        marks = [points for key in keys for points in key.lines]
        heads = [points for key in keys for points in key.heads]
        return [
            {"uid": "keymark", "name": "key", **_lines(marks, rest, tokens().line.split)},
            {"uid": "keyhead", "name": "key", **_lines(heads, rest, 0, fill=rest)},
        ]

    def links(self) -> list[Trace]:
        """Casings, lines, gaps and marks of contested arrows, and heads with their verbs."""
        links, ground, line = self.scene.links, self.palette.ground, tokens().line
        contested = [(link, link.split) for link in links if link.split]
        casing = _lines([link.line for link in links], ground, line.rest + line.casing)
        gap = _lines([part for _, split in contested for part in _strokes(split)], ground, line.split + 2.5)
        return [
            {"uid": "casing", "name": "casing", "opacity": 0.8, "customdata": _rows(links), **casing},
            *(self._line(link) for link in links),
            {"uid": "gap", "name": "gap", "customdata": _rows(link for link, _ in contested for _ in range(2)), **gap},
            *(
                self._owned("mark", link, _lines(_strokes(split), self._rest(link), line.split))
                for link, split in contested
            ),
            *(self._head(link) for link in links),
        ]

    def things(self) -> list[Trace]:
        """Grounds, frames, signs, and names with the numbers of steps."""
        things, ground, frame = self.scene.things, self.palette.ground, tokens().frame
        return [
            *(
                self._owned("ground", one, _lines([one.outline], ground, frame.rest + frame.casing) | {"opacity": 0.85})
                for one in things
            ),
            *(
                self._owned(
                    "frame", one, _lines([one.outline], self._rest(one), frame.rest, fill=ground if one.filled else "")
                )
                for one in things
            ),
            *(
                self._owned("glyph", one, _lines(_placed_glyph(one), self._rest(one), frame.glyph))
                for one in things
                if one.glyph
            ),
            *(self._name(one) for one in things),
        ]

    def texts(self) -> list[Trace]:
        """Texts that belong to the picture or to the lens, not to what can be picked."""
        scene, counted = self.scene, [link for link in self.scene.links if link.count]
        shown = self.lens is Lens.CONTESTED
        counts = {"customdata": _rows(counted), "opacity": int(shown)}
        return [
            {"uid": labels[0].role, "name": labels[0].role, "mode": "text", **self._text(labels), **more}
            for labels, more in (
                (scene.zones, {}),
                (scene.times, {}),
                ([key.label for key in scene.keys], {}),
                ([link.count for link in counted if link.count], counts),
            )
            if labels
        ]

    def _line(self, link: SceneLink) -> Trace:
        line = _lines([link.line], self._rest(link), tokens().line.rest)
        if (dash := through(link, self.lens).dash) != "solid":
            line["line"]["dash"] = PLOTLY_DASH[dash]
        return self._owned("line", link, line)

    def _head(self, link: SceneLink) -> Trace:
        """The head of an arrow and its verb: two points of one trace, of which each has only the one."""
        line, rest, bar = tokens().line, self.palette.rest, link.head == "decreases"
        verb = self._text([link.verb], away=link.id in self.away)
        head = {
            **verb,
            "mode": "markers+text",
            "x": [link.tip[0], *verb["x"]],
            "y": [link.tip[1], *verb["y"]],
            "text": ["", *verb["text"]],
            "textposition": ["bottom center", *verb["textposition"]],
            "marker": {
                "symbol": HEADS[link.head],
                "angle": _turned(link.angle + 90),
                "color": rest,
                "opacity": self._opacity(link),  # Plotly makes it 0.7 where there are several sizes
                "size": [round(line.head * (2.4 if bar else 1.6), 2), 0],
                "line": {"color": rest, "width": line.rest + 2 if bar else 0},
            },
        }
        return self._owned("head", link, head)

    def _name(self, thing: SceneThing) -> Trace:
        """The name of a thing and, where a step begins at it, the number of the step in its ring."""
        faint = thing.id in self.away
        name = {"mode": "text", **self._text([thing.label], away=faint)}
        if not thing.badge:
            return self._owned("name", thing, name)
        badge, number = thing.badge, self._text([thing.badge], away=faint)
        font = {
            key: [name["textfont"][key], number["textfont"][key], number["textfont"][key]]
            for key in ("size", "weight", "color")
        }
        both = {
            **name,
            "mode": "markers+text",
            "x": [*name["x"], badge.x, *number["x"]],
            "y": [*name["y"], round(badge.y - badge.size * 0.36, 2), *number["y"]],
            "text": [*name["text"], "", *number["text"]],
            "textposition": [*name["textposition"], *number["textposition"] * 2],
            "textfont": {**name["textfont"], **font},
            "marker": {
                "symbol": "circle",
                "size": [0, 2 * BADGE_RADIUS, 0],
                "color": self.palette.ground,
                "opacity": self._opacity(thing),
                "line": {"color": self.palette.muted, "width": 1.4},
            },
        }
        return self._owned("name", thing, both)

    def _owned(self, part: str, one: SceneThing | SceneLink, trace: Trace) -> Trace:
        row = _row(one)
        return {"uid": f"{part}_{row[1]}_{row[0]}", "name": self.captions[one.id]["name"], "customdata": [row], **trace}

    def _rest(self, one: SceneThing | SceneLink) -> str:
        """The colour of a line at rest; a paler one where its owner steps back."""
        rest = self.palette.rest
        return rest if one.id not in self.away else f"rgba{(*bytes.fromhex(rest[1:]), tokens().dim)}"

    def _opacity(self, one: SceneThing | SceneLink) -> float:
        return tokens().dim if one.id in self.away else 1

    def _text(self, labels: Sequence[Label], *, away: bool = False) -> Trace:
        """Texts of one size and role: Plotly puts the baseline three quarters of the size below the point."""
        role, size, palette = labels[0].role, labels[0].size, self.palette
        loud, quiet = (palette.ink, palette.muted) if role in ("name", "count") else (palette.muted, palette.rest)
        return {
            "type": "scatter",
            "hoverinfo": "skip",
            "x": [label.x for label in labels],
            "y": [round(label.y - label.size * 0.75, 2) for label in labels],
            "text": ["<br>".join(escape(line, quote=False) for line in label.lines) for label in labels],
            "textposition": [f"bottom {SIDE[label.anchor]}" for label in labels],
            "textfont": {
                "size": size,
                "weight": 700 if role in BOLD else 400,
                "color": quiet if away else loud,
                "shadow": ", ".join(f"0 0 {blur}px {palette.ground}" for blur in HALO),
            },
        }


def _turned(angle: float) -> float:
    """`angle` from -180 to 180 degrees, as Plotly gives it back, and in 64ths, which it gives back exactly."""
    return (round(angle * 64) / 64 + 180) % 360 - 180


def _row(one: SceneThing | SceneLink) -> list[str]:
    return [one.id, "edge" if isinstance(one, SceneLink) else "node"]


def _rows(links: Iterable[SceneLink]) -> list[list[str]]:
    return [_row(link) for link in links]


def _strokes(split: Sequence[Point]) -> list[Sequence[Point]]:
    return [split[:2], split[2:]]


def _placed_glyph(thing: SceneThing) -> list[list[Point]]:
    half = thing.glyph_half
    return [
        [(round(thing.x + x * half, 2), round(thing.y + y * half, 2)) for x, y in points]
        for points in glyphs()[thing.glyph]
    ]


def _lines(polylines: Iterable[Sequence[Point]], color: str, width: float, *, fill: str = "") -> Trace:
    """Polylines, with a gap after each."""
    points = [point for polyline in polylines for point in (*polyline, (None, None))]
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "line": {"color": color, "width": width},
        **({"fill": "toself", "fillcolor": fill} if fill else {}),
    }
