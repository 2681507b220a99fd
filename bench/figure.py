"""The figure that the peers draw: the same traces as our map, built in Python, with clickable markers."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from typing import Any, TypeVar

from figures.geometry import Point
from figures.label import Label
from figures.scene import TARGET, Scene, SceneLink, SceneThing, scene
from figures.tokens import Palette, tokens
from graph.vocabulary import Level
from ui.content import mechanism

WIDTH = 736
LEVEL = Level.STUDENT
HEADS = {"increases": "arrow", "decreases": "line-ew", "modulates": "diamond"}
WEIGHT = {"name": 700, "badge": 700, "verb": 400, "zone": 400}
SIDE = {"start": "bottom right", "middle": "bottom center", "end": "bottom left"}

Trace = dict[str, Any]
Item = TypeVar("Item")
Style = TypeVar("Style")
# Roles ("chosen", "cause" or "effect") of what a selection highlights: first things, then arrows, by id.
Lit = tuple[dict[str, str], dict[str, str]]


@cache
def drawn() -> Scene:
    """The scene that every contestant shows."""
    return scene(mechanism(), WIDTH, LEVEL)


def picks() -> list[str]:
    """Everything that can be clicked, in the order of the markers, as `node:ID` or `edge:ID`."""
    return [f"node:{thing.id}" for thing in drawn().things] + [f"edge:{link.id}" for link in drawn().links]


def lit(pick: str) -> Lit | None:
    """What a selection highlights: itself and its neighbours. None if nothing is selected."""
    kind, _, id_ = pick.partition(":")
    things: dict[str, str] = {}
    links: dict[str, str] = {}
    for link in drawn().links:
        if kind == "edge" and link.id == id_:
            links[link.id] = "chosen"
            things |= {link.source: "cause", link.target: "effect"}
        elif kind == "node" and id_ in (link.source, link.target):
            links[link.id] = role = "cause" if link.target == id_ else "effect"
            things.setdefault(link.source, role)
            things.setdefault(link.target, role)
    if kind == "node":
        things[id_] = "chosen"
    return (things, links) if pick else None


def figure(pick: str) -> dict[str, Any]:
    """Data and layout of the whole figure with `pick` highlighted; `meta` names it for the probe."""
    roles, palette = lit(pick), tokens().themes.light
    axis = {"visible": False, "fixedrange": True, "automargin": False}
    return {
        "data": [*_links(palette, roles), *_things(palette, roles), *_texts(palette, roles), _targets()],
        "layout": {
            "width": WIDTH,
            "height": drawn().height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "hovermode": "closest",
            "showlegend": False,
            "xaxis": {**axis, "range": [0, WIDTH]},
            "yaxis": {**axis, "range": [drawn().height, 0]},
            "images": [_illustration()],
            "meta": {"pick": pick},
        },
    }


@cache
def _illustration() -> dict[str, Any]:
    pictures = drawn().pictures
    svg = (mechanism().folder / "scene" / pictures["all"][0]).read_bytes()
    # As a data URL: from any other URL Plotly would redraw the picture through a canvas, which is even slower.
    source = f"data:image/svg+xml;base64,{b64encode(svg).decode()}"
    size = {"sizex": WIDTH, "sizey": drawn().height, "sizing": "stretch"}
    return {"source": source, "xref": "x", "yref": "y", "x": 0, "y": 0, "layer": "below", **size}


def _lines(name: str, color: str, width: float, opacity: float = 1, fill: str = "") -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [],
        "y": [],
        "hoverinfo": "skip",
        "opacity": opacity,
        "line": {"color": color, "width": width},
        **({"fill": "toself", "fillcolor": fill} if fill else {}),
    }


def _stroke(trace: Trace, points: Iterable[Point]) -> None:
    for x, y in (*points, (None, None)):
        trace["x"].append(x)
        trace["y"].append(y)


def _grouped(
    items: Iterable[Item],
    style: Callable[[Item], Style],
    make: Callable[[Style], Trace],
    add: Callable[[Trace, Item], None],
) -> list[Trace]:
    """One trace for each style, with all items of that style."""
    traces: dict[Style, Trace] = {}
    for item in items:
        if (key := style(item)) not in traces:
            traces[key] = make(key)
        add(traces[key], item)
    return list(traces.values())


def _links(palette: Palette, roles: Lit | None) -> list[Trace]:
    line = tokens().line
    links = drawn().links

    def style(link: SceneLink) -> tuple[str, float, float]:
        if roles and link.id in roles[1]:
            return palette.increases if link.sign > 0 else palette.decreases, line.active, 1
        return palette.rest, line.rest, tokens().dim if roles else 1

    def add_split(trace: Trace, link: SceneLink) -> None:
        _stroke(trace, (link.split or ())[:2])
        _stroke(trace, (link.split or ())[2:])

    casing = _lines("casing", palette.ground, line.rest + line.casing, 0.8)
    for link in links:
        _stroke(casing, link.line)
    arrows = _grouped(links, style, lambda key: _lines("arrows", *key), lambda trace, one: _stroke(trace, one.line))
    bars = [link.head == "decreases" for link in links]
    styles = [style(link) for link in links]
    colours = [colour for colour, _, _ in styles]
    heads = {
        "type": "scatter",
        "mode": "markers",
        "name": "heads",
        "hoverinfo": "skip",
        "x": [link.tip[0] for link in links],
        "y": [link.tip[1] for link in links],
        "marker": {
            "symbol": [HEADS[link.head] for link in links],
            "angle": [link.angle + 90 for link in links],
            "color": colours,
            "opacity": [opacity for _, _, opacity in styles],
            "size": [line.head * (2 if bar else 1.5) for bar in bars],
            "line": {
                "color": colours,
                "width": [width + 1.4 if bar else 0 for bar, (_, width, _) in zip(bars, styles, strict=True)],
            },
        },
    }
    contested = [link for link in links if link.split]
    gap = _lines("split-gap", palette.ground, line.split + 2.5)
    for link in contested:
        add_split(gap, link)
    splits = _grouped(
        contested,
        lambda link: (style(link)[0], line.split, style(link)[2]),
        lambda key: _lines("split", *key),
        add_split,
    )
    return [casing, *arrows, heads, gap, *splits]


def _things(palette: Palette, roles: Lit | None) -> list[Trace]:
    frame = tokens().frame
    things = drawn().things

    def style(thing: SceneThing) -> tuple[str, float, float, str]:
        role = roles and roles[0].get(thing.id)
        fill = palette.ground if thing.filled else ""
        if role:
            return palette.selected if role == "chosen" else palette.ink, frame.active, 1, fill
        return palette.rest, frame.rest, tokens().dim if roles else 1, fill

    halo = _lines("halo", palette.selected, frame.halo, 0.25)
    casing = _lines("frame-casing", palette.ground, frame.rest + frame.casing, 0.85)
    for thing in things:
        _stroke(casing, thing.outline)
        if roles and roles[0].get(thing.id) == "chosen":
            _stroke(halo, thing.outline)
    frames = _grouped(things, style, lambda key: _lines("frames", *key), lambda trace, one: _stroke(trace, one.outline))
    return [halo, casing, *frames]


def _texts(palette: Palette, roles: Lit | None) -> list[Trace]:
    """Badges and all texts; those out of focus are lighter."""
    shown: list[Label] = [*drawn().zones]
    away: list[Label] = []
    for link in drawn().links:
        (away if roles and link.id not in roles[1] else shown).append(link.verb)
    for thing in drawn().things:
        place = away if roles and thing.id not in roles[0] else shown
        place.append(thing.label)
        if thing.badge:
            place.append(thing.badge)

    def badges(labels: Sequence[Label], opacity: float) -> Trace:
        mine = [label for label in labels if label.role == "badge"]
        return {
            "type": "scatter",
            "mode": "markers",
            "name": "badges",
            "hoverinfo": "skip",
            "opacity": opacity,
            "x": [label.x for label in mine],
            "y": [label.y - label.size * 0.36 for label in mine],
            "marker": {"size": 18, "color": palette.ground, "line": {"color": palette.muted, "width": 1.4}},
        }

    def make(role: str, size: int, dim: bool) -> Trace:
        ink = (palette.muted if dim else palette.ink) if role == "name" else (palette.rest if dim else palette.muted)
        font = tokens().font
        return {
            "type": "scatter",
            "mode": "text",
            "name": role,
            "hoverinfo": "skip",
            "x": [],
            "y": [],
            "text": [],
            "textposition": [],
            "textfont": {
                "family": f"{font.family}, {font.fallback}",
                "size": size,
                "weight": WEIGHT[role],
                "color": ink,
                "shadow": ", ".join(f"0 0 {blur}px {palette.ground}" for blur in (1, 2, 3)),
            },
        }

    def add(trace: Trace, label: Label) -> None:
        trace["x"].append(label.x)
        trace["y"].append(label.y - label.size * 0.75)
        trace["text"].append("<br>".join(escape(row, quote=False) for row in label.lines))
        trace["textposition"].append(SIDE[label.anchor])

    def style(label: Label) -> tuple[str, int]:
        return label.role, label.size

    lit_texts = _grouped(shown, style, lambda key: make(*key, dim=False), add)
    away_texts = _grouped(away, style, lambda key: make(*key, dim=True), add)
    return [badges(shown, 1), badges(away, tokens().dim), *lit_texts, *away_texts]


def _targets() -> Trace:
    """Invisible markers over everything that can be clicked; their `ids` are the selections."""
    things, links = drawn().things, drawn().links
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "targets",
        "hoverinfo": "none",
        "x": [thing.x for thing in things] + [link.press[0] for link in links],
        "y": [thing.y for thing in things] + [link.press[1] for link in links],
        "ids": picks(),
        "marker": {
            "color": "rgba(0,0,0,0)",
            "size": [max(TARGET, 2 * min(thing.half_width, thing.half_height)) for thing in things]
            + [TARGET] * len(links),
        },
    }
