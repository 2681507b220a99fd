"""What the map in the browser is made from: scenes, palettes and words of one level, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from figures.captions import captions
from figures.scene import Scene, scene
from figures.svg import svg
from figures.tokens import tokens
from graph.cameras import OVERVIEW
from graph.content import Mechanism
from graph.layout import picture
from graph.vocabulary import Level, PictureState, Theme
from wording.interface import Interface, interface

STORY_WORDS = ("label", "start", "back", "next", "play", "pause", "leave", "leave_short", "left", "place", "seen")
"""Interface words that the story needs in the browser; its panel has the others."""


def bundle(
    mechanism: Mechanism, level: Level, camera: str = OVERVIEW, scenes: Mapping[int, Scene] | None = None
) -> dict[str, Any]:
    """What `camera` shows at every width, each as SVG too for the first paint, tokens, and the words of `level`.

    The SVG comes without the illustration, which the page lays under it. `scenes` are those of the camera by width,
    where they are at hand.
    """
    scenes = scenes or scenes_of(mechanism, level, camera)
    first = scenes[mechanism.manifest.widths[0]]
    says = interface(level)
    said = captions(mechanism, level, first)
    into = {thing.id: sum(link.target == thing.id for link in first.links) for thing in first.things}
    out = {thing.id: sum(link.source == thing.id for link in first.links) for thing in first.things}
    return {
        "tokens": tokens().model_dump(mode="json", exclude={"glyphs", "shapes"}),
        "scenes": {str(width): _sent(drawn) for width, drawn in scenes.items()},
        "svgs": {str(width): svg(drawn, None) for width, drawn in scenes.items()},
        "things": {
            thing.id: {
                **said[thing.id],
                "arrows": says.text.arrows_count.format(into=into[thing.id], out=out[thing.id]),
            }
            for thing in first.things
        },
        "links": {link.id: said[link.id] for link in first.links},
        "story": _story(mechanism, level) if camera == OVERVIEW else [],
        "text": {
            "map_label": _label(mechanism, says, camera, len(first.things)),
            "caution": says.scene.nowhere_whole,
            "hint": says.text.start_hint,
            "keys": says.text.keys,
            "chosen": says.text.chosen,
            "level_changed": says.share.level_changed[level],
            "zoom_in": says.text.zoom_in,
            "zoom_out": says.text.zoom_out,
            "legend": _legend(says, first),
            "story": says.story.model_dump(include=set(STORY_WORDS)) if camera == OVERVIEW else {},
        },
    }


def scenes_of(mechanism: Mechanism, level: Level, camera: str = OVERVIEW) -> dict[int, Scene]:
    """The scene of `camera` at every width."""
    return {width: scene(mechanism, width, level, camera) for width in mechanism.manifest.widths}


def _sent(drawn: Scene) -> dict[str, Any]:
    """What the browser needs to know of a scene to find its way in it; how it looks stands in its figure."""
    whole = asdict(drawn)
    for thing in whole["things"]:
        for look in ("name", "shape", "outline", "filled", "glyph", "glyph_half"):
            del thing[look]
    for link in whole["links"]:
        link["contested"] = link.pop("split") is not None
        for look in ("head", "angle", "count"):
            del link[look]
    del whole["zones"], whole["keys"]
    return whole


def _story(mechanism: Mechanism, level: Level) -> list[dict[str, Any]]:
    """Moments of the story in the order in which they are told, in the words of `level`."""
    words = mechanism.words[level].story
    return [
        {
            "id": moment.id,
            "state": moment.state.value,
            "close": moment.close,
            "things": moment.things,
            "arrows": moment.arrows,
            "title": words[moment.id].title,
            "text": words[moment.id].text,
            "seen": words[moment.id].seen,
        }
        for moment in mechanism.story.values()
    ]


def _label(mechanism: Mechanism, says: Interface, camera: str, things: int) -> str:
    """What the map of so many things calls itself."""
    if camera == OVERVIEW:
        return says.text.map_label.format(count=things)
    return says.text.map_label_step.format(count=things) if mechanism.cameras[camera].step else says.rivals.map_label


def _legend(says: Interface, drawn: Scene) -> dict[str, Any]:
    """Texts of the legend by mark that was `drawn`, and for each lens its sentence and marks of its own."""
    text = says.text
    # A picture with a key of its own says there what its shapes mean.
    shapes = set() if drawn.keys else {thing.shape for thing in drawn.things}
    heads = {"increases": text.legend_increases, "decreases": text.legend_decreases, "modulates": text.legend_modulates}
    return {
        **{head: said for head, said in heads.items() if any(link.head == head for link in drawn.links)},
        **{shape: said for shape, said in says.key.model_dump().items() if shape in shapes},
        **({"split": text.legend_split} if any(link.split for link in drawn.links) else {}),
        **({"number": text.legend_number} if any(thing.badge for thing in drawn.things) else {}),
        "lenses": {
            "people": {"says": text.lens_people, "marks": {}},
            "contested": {"says": text.lens_contested, "marks": {}},
            "how": {
                "says": text.lens_how,
                "marks": {"solid": text.mark_people, "dashed": text.mark_animals, "dotted": text.mark_inferred},
            },
        },
    }


def pictures(mechanism: Mechanism) -> dict[str, bytes]:
    """Illustrations by file name."""
    closer = (layout for camera in mechanism.cameras.values() for layout in camera.layouts)
    drawn = {layout.pictures for layout in (*mechanism.layouts.values(), *closer) if layout.pictures}
    names = {picture(name, state, theme) for name in drawn for state in PictureState for theme in Theme}
    return {name: (mechanism.folder / "scene" / name).read_bytes() for name in sorted(names)}
