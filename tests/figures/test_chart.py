"""The Plotly figure as pages serve it: complete, at rest, and with the owner of each trace in its `uid`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from math import hypot
from typing import Any

import pytest

from figures.captions import captions
from figures.chart import PLOTLY_DASH, chart
from figures.glyphs import glyphs
from figures.label import Label
from figures.lens import Lens, lens_of, through
from figures.scene import Scene, SceneLink
from figures.tokens import Palette, palette_of, tokens
from graph.cameras import OVERVIEW
from graph.content import Mechanism
from graph.vocabulary import Level, Theme
from tests.figures.paper import Drawn

Trace = dict[str, Any]
LINES = ["keymark", "keyhead", "casing", "line", "gap", "mark", "head"]
LAYERS = [*LINES, "ground", "frame", "glyph", "name", "zone", "time", "key", "count"]
SHARED = {"casing", "gap", "zone", "time", "key", "keymark", "keyhead", "count"}


class Made:
    """A figure with the scene that it shows, and what it was made in."""

    def __init__(self, content: Mechanism, one: Drawn, theme: Theme, lens: Lens) -> None:
        said = captions(content, one.level, one.scene)
        self.name, self.scene, self.theme, self.lens = one.name, one.scene, theme, lens
        self.names = {id_: caption["name"] for id_, caption in said.items()}
        self.figure = chart(one.scene, said, theme, lens)
        self.data: list[Trace] = self.figure["data"]
        self.by_uid = {trace["uid"]: trace for trace in self.data}

    @property
    def colours(self) -> Palette:
        """The colours of its theme."""
        return palette_of(self.theme)


def strokes_of(links: Sequence[SceneLink]) -> list[list[Any]]:
    """Both strokes of the mark of each contested arrow."""
    return [list(part) for link in links if link.split for part in (link.split[:2], link.split[2:])]


@pytest.fixture(scope="module")
def made(content: Mechanism, drawn: list[Drawn]) -> list[Made]:
    """Every scene as it is served, and one of each camera in every theme and lens."""
    served = [Made(content, one, Theme.LIGHT, Lens.ALL) for one in drawn]
    some = [one for one in drawn if one.level is Level.STUDENT and one.layout.width == 736]
    return [*served, *(Made(content, one, theme, lens) for one in some for theme in Theme for lens in Lens)]


@pytest.fixture(scope="module")
def at_rest(made: list[Made]) -> list[Made]:
    """Those in which nothing steps back."""
    return [one for one in made if lens_of(one.scene, one.lens) in (Lens.ALL, Lens.HOW)]


def pieces(trace: Trace) -> list[list[tuple[float, float]]]:
    """The polylines of a trace, which are parted by gaps."""
    found: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None:
            found.append([])
        else:
            found[-1].append((x, y))
    assert found.pop() == [], "a trace ends with a gap"
    return found


def at(value: Any, i: int) -> Any:
    return value[i] if isinstance(value, list) else value


def texts(traces: Sequence[Trace]) -> Iterator[tuple[Any, ...]]:
    """Every text of the traces, with all that says how it is written."""
    for trace in traces:
        if "text" not in trace["mode"]:
            continue
        font = trace["textfont"]
        for i, words in enumerate(trace["text"]):
            if words:
                look = (at(font[key], i) for key in ("size", "weight", "color"))
                yield words, trace["x"][i], trace["y"][i], at(trace["textposition"], i), *look


def as_written(label: Label, colours: Palette) -> tuple[Any, ...]:
    """How `label` is to be written: the place is three quarters of the size above the baseline."""
    side = {"start": "right", "middle": "center", "end": "left"}[label.anchor]
    words = "<br>".join(escape(line, quote=False) for line in label.lines)
    weight = 700 if label.role in ("name", "badge", "count") else 400
    ink = colours.ink if label.role in ("name", "count") else colours.muted
    return words, label.x, round(label.y - 0.75 * label.size, 2), f"bottom {side}", label.size, weight, ink


def test_it_is_plain_data_and_always_the_same(content: Mechanism, made: list[Made]) -> None:
    for one in made:
        again = chart(one.scene, {id_: {"name": name} for id_, name in one.names.items()}, one.theme, one.lens)
        assert again == one.figure
        assert json.loads(json.dumps(one.figure, allow_nan=False))["layout"] == one.figure["layout"], one.name


def test_each_thing_and_each_arrow_has_its_traces_each_once_and_no_other_trace_belongs_to_one(made: list[Made]) -> None:
    for one in made:
        expected = [f"{part}_edge_{link.id}" for link in one.scene.links for part in ("line", "head")]
        expected += [f"mark_edge_{link.id}" for link in one.scene.links if link.split]
        expected += [f"{part}_node_{thing.id}" for thing in one.scene.things for part in ("ground", "frame", "name")]
        expected += [f"glyph_node_{thing.id}" for thing in one.scene.things if thing.glyph]
        uids = [trace["uid"] for trace in one.data]
        assert sorted(uid for uid in uids if "_" in uid) == sorted(expected), one.name
        assert {uid for uid in uids if "_" not in uid} <= SHARED
        assert len(set(uids)) == len(uids)
        # A uid stands in the class that carries it, and in a selector for that class.
        assert all(re.fullmatch(r"[\w-]+", uid) for uid in uids)


def test_a_trace_is_called_what_its_owner_is_called_and_says_whose_it_is(made: list[Made]) -> None:
    for one in made:
        for trace in one.data:
            if "_" in trace["uid"]:
                _, kind, id_ = trace["uid"].split("_")
                assert (trace["name"], trace["customdata"]) == (one.names[id_], [[id_, kind]])
        links = one.scene.links
        rows = {
            "casing": [[link.id, "edge"] for link in links],
            "gap": [[link.id, "edge"] for link in links if link.split for _ in range(2)],
            "count": [[link.id, "edge"] for link in links if link.count],
        }
        for uid, expected in rows.items():
            assert one.by_uid.get(uid, {"customdata": []})["customdata"] == expected, (one.name, uid)


def test_every_line_lies_on_a_casing_in_the_colour_and_width_of_rest(at_rest: list[Made]) -> None:
    line = tokens().line
    for one in at_rest:
        casing = one.by_uid["casing"]
        assert pieces(casing) == [list(link.line) for link in one.scene.links]
        assert casing["line"] == {"color": one.colours.ground, "width": line.rest + line.casing}
        for link in one.scene.links:
            trace = one.by_uid[f"line_edge_{link.id}"]
            assert pieces(trace) == [list(link.line)]
            assert (trace["line"]["color"], trace["line"]["width"]) == (one.colours.rest, line.rest)
            assert "opacity" not in trace


def test_every_thing_has_its_outline_twice_and_only_a_filled_one_hides_the_picture(at_rest: list[Made]) -> None:
    frame = tokens().frame
    filled = set()
    for one in at_rest:
        for thing in one.scene.things:
            ground, drawn = (one.by_uid[f"{part}_node_{thing.id}"] for part in ("ground", "frame"))
            assert pieces(ground) == pieces(drawn) == [list(thing.outline)]
            assert ground["line"] == {"color": one.colours.ground, "width": frame.rest + frame.casing}
            assert drawn["line"] == {"color": one.colours.rest, "width": frame.rest}
            fill = ("toself", one.colours.ground) if thing.filled else (None, None)
            assert (drawn.get("fill"), drawn.get("fillcolor")) == fill
            filled.add(thing.filled)
    assert filled == {True, False}


def test_every_sign_stays_inside_the_frame_of_its_thing(at_rest: list[Made]) -> None:
    for one in at_rest:
        for thing in one.scene.things:
            if thing.glyph:
                trace = one.by_uid[f"glyph_node_{thing.id}"]
                assert len(pieces(trace)) == len(glyphs()[thing.glyph])
                assert trace["line"] == {"color": one.colours.rest, "width": tokens().frame.glyph}
                points = [point for piece in pieces(trace) for point in piece]
                assert all(hypot(x - thing.x, y - thing.y) < thing.half_width for x, y in points)


def test_every_arrow_has_one_head_at_its_tip_of_its_kind_and_not_see_through(at_rest: list[Made]) -> None:
    heads = set()
    for one in at_rest:
        for link in one.scene.links:
            trace = one.by_uid[f"head_edge_{link.id}"]
            marker = trace["marker"]
            assert [i for i, size in enumerate(marker["size"]) if size] == [0]
            assert (trace["x"][0], trace["y"][0]) == link.tip
            assert marker["symbol"] == {"increases": "arrow", "decreases": "line-ew", "modulates": "diamond"}[link.head]
            turned = (marker["angle"] - (link.angle + 90)) % 360  # Plotly's arrow looks up at 0
            assert min(turned, 360 - turned) < 0.01
            assert marker["color"] == marker["line"]["color"] == one.colours.rest
            assert (marker["line"]["width"] > 0) == (link.head == "decreases"), "a bar is nothing but its outline"
            assert marker["opacity"] == 1, "Plotly's own answer for markers of several sizes is 0.7"
            heads.add(link.head)
    assert heads == {"increases", "decreases", "modulates"}


def test_contested_arrows_have_their_mark_over_a_gap_and_no_others_have_one(at_rest: list[Made]) -> None:
    for one in at_rest:
        contested = [link for link in one.scene.links if link.split]
        for link in contested:
            trace = one.by_uid[f"mark_edge_{link.id}"]
            assert [[*map(tuple, piece)] for piece in pieces(trace)] == strokes_of([link])
            assert trace["line"] == {"color": one.colours.rest, "width": tokens().line.split}
        gap = one.by_uid["gap"]
        assert pieces(gap) == strokes_of(contested)
        assert gap["line"]["color"] == one.colours.ground
        assert gap["line"]["width"] > tokens().line.split
    whole = next(one for one in at_rest if one.name.startswith(OVERVIEW))
    assert 0 < sum(link.split is not None for link in whole.scene.links) < len(whole.scene.links)


def test_what_hides_lies_under_what_it_makes_room_for_and_words_on_top(made: list[Made]) -> None:
    for one in made:
        ranks = [LAYERS.index(trace["uid"].split("_")[0]) for trace in one.data]
        assert ranks == sorted(ranks), one.name


def test_a_lens_dashes_the_lines_and_a_closer_camera_does_so_by_itself(made: list[Made]) -> None:
    seen: dict[Lens, set[str]] = {lens: set() for lens in Lens}
    for one in made:
        lens = lens_of(one.scene, one.lens)
        assert lens is (Lens.HOW if one.lens is Lens.ALL and one.scene.by_evidence else one.lens)
        for link in one.scene.links:
            dash = through(link, lens).dash
            assert one.by_uid[f"line_edge_{link.id}"]["line"].get("dash", "solid") == PLOTLY_DASH[dash]
            seen[lens].add(dash)
    assert seen == {
        Lens.ALL: {"solid"},
        Lens.CONTESTED: {"solid"},
        Lens.PEOPLE: {"solid", "dashed"},
        Lens.HOW: {"solid", "dashed", "dotted"},
    }


def test_every_text_is_written_once_with_its_baseline_anchor_size_weight_and_colour(at_rest: list[Made]) -> None:
    for one in at_rest:
        labels = [*one.scene.texts(), *(link.count for link in one.scene.links if link.count)]
        assert sorted(texts(one.data)) == sorted(as_written(label, one.colours) for label in labels), one.name
        assert all(size >= 12 for *_, size, _, _ in texts(one.data))


def test_a_verb_stands_with_its_head_and_a_name_and_a_number_with_their_thing(at_rest: list[Made]) -> None:
    badges = set()
    for one in at_rest:
        for link in one.scene.links:
            assert list(texts([one.by_uid[f"head_edge_{link.id}"]])) == [as_written(link.verb, one.colours)]
        for thing in one.scene.things:
            trace = one.by_uid[f"name_node_{thing.id}"]
            labels = [thing.label, *([thing.badge] if thing.badge else [])]
            assert list(texts([trace])) == [as_written(label, one.colours) for label in labels]
            badges.add(thing.badge is not None)
            if not thing.badge:
                assert (trace["mode"], "marker" in trace) == ("text", False)
                continue
            marker, ring = trace["marker"], (thing.badge.x, round(thing.badge.y - thing.badge.size * 0.36, 2))
            assert [(trace["x"][i], trace["y"][i]) for i, size in enumerate(marker["size"]) if size] == [ring]
            assert (marker["symbol"], marker["color"], marker["opacity"]) == ("circle", one.colours.ground, 1)
            assert marker["line"]["color"] == one.colours.muted
    assert badges == {True, False}


def test_papers_against_are_seen_only_through_the_lens_on_contested_arrows(made: list[Made]) -> None:
    shown = 0
    for one in made:
        against = [link.count.lines[0] for link in one.scene.links if link.count]
        if not against:
            assert "count" not in one.by_uid
            continue
        assert one.by_uid["count"]["text"] == against
        assert one.by_uid["count"]["opacity"] == (1 if one.lens is Lens.CONTESTED else 0)
        shown += one.lens is Lens.CONTESTED
    assert shown


def test_what_steps_back_is_paler_and_its_words_stay_readable(made: list[Made]) -> None:
    stepped = 0
    for one in made:
        back = {link.id for link in one.scene.links if through(link, lens_of(one.scene, one.lens)).away}
        dim, colours = tokens().dim, one.colours
        for link in one.scene.links:
            away = link.id in back
            line, head = (one.by_uid[f"{part}_edge_{link.id}"] for part in ("line", "head"))
            assert line["line"]["color"].endswith(f", {dim})") == away
            assert head["marker"]["opacity"] == (dim if away else 1)
            assert head["textfont"]["color"] == (colours.rest if away else colours.muted)
        for thing in one.scene.things:
            own = [link.id for link in one.scene.links if thing.id in (link.source, link.target)]
            away = back.issuperset(own)
            frame, name = (one.by_uid[f"{part}_node_{thing.id}"] for part in ("frame", "name"))
            assert frame["line"]["color"].endswith(f", {dim})") == away
            assert at(name["textfont"]["color"], 0) == (colours.muted if away else colours.ink)
            stepped += away
    assert stepped


def test_the_dark_figure_is_the_light_one_in_other_colours(content: Mechanism, drawn: list[Drawn]) -> None:
    light, dark = (palette_of(theme).model_dump() for theme in Theme)
    for one in drawn:
        if one.level is Level.STUDENT:
            first, second = (json.dumps(Made(content, one, theme, Lens.ALL).figure) for theme in Theme)
            assert re.sub("#[0-9A-F]{6}", lambda found: dark[_name(light, found[0], dark)], first) == second


def _name(light: dict[str, str], colour: str, dark: dict[str, str]) -> str:
    """The name of a colour of the light palette; where several share one, they do so in the dark one too."""
    names = [name for name, value in light.items() if value == colour]
    assert names and len({dark[name] for name in names}) == 1, colour
    return names[0]


def test_words_cannot_become_markup(content: Mechanism, whole: list[Drawn]) -> None:
    scene: Scene = whole[0].scene
    thing, link = scene.things[0], scene.links[0]
    odd = replace(
        scene,
        things=(replace(thing, label=replace(thing.label, lines=("<b>a</b>", "b & c"))), *scene.things[1:]),
        links=(replace(link, verb=replace(link.verb, lines=("<i>d",))), *scene.links[1:]),
    )
    words = [text for text, *_ in texts(chart(odd, captions(content, whole[0].level, scene))["data"])]
    assert {"&lt;b&gt;a&lt;/b&gt;<br>b &amp; c", "&lt;i&gt;d"} <= set(words)
    assert not any(re.search("<(?!br>)", text) for text in words)


def test_one_px_of_the_figure_is_one_px_of_the_scene_and_y_grows_downwards(made: list[Made]) -> None:
    for one in made:
        layout, scene = one.figure["layout"], one.scene
        assert (layout["width"], layout["height"]) == (scene.width, scene.height)
        assert (layout["xaxis"]["range"], layout["yaxis"]["range"]) == ([0, scene.width], [scene.height, 0])
        assert not any(layout["margin"].values())
        assert all(layout[axis]["fixedrange"] and not layout[axis]["visible"] for axis in ("xaxis", "yaxis"))
        assert all(trace["hoverinfo"] == "skip" and trace["type"] == "scatter" for trace in one.data)
        assert not layout["showlegend"]
