"""What the map in the browser is made from: scenes, palettes and words of one level, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from figures.glyphs import Strokes, glyphs
from figures.scene import Scene, SceneLink, scene
from figures.svg import svg
from figures.tokens import tokens
from graph.cameras import OVERVIEW
from graph.content import Mechanism
from graph.evidence import badge
from graph.layout import picture
from graph.vocabulary import Level, PictureState, Theme
from wording.interface import Interface, interface

STORY_WORDS = ("label", "start", "back", "next", "play", "pause", "leave", "leave_short", "left", "place", "seen")
"""Interface words that the story needs in the browser; its panel has the others."""


def bundle(mechanism: Mechanism, level: Level, camera: str = OVERVIEW) -> dict[str, Any]:
    """What `camera` shows at every width, each as SVG too for the first paint, tokens, and the words of `level`.

    The SVG comes without the illustration, which the page lays under it.
    """
    scenes = {width: scene(mechanism, width, level, camera) for width in mechanism.manifest.widths}
    first = scenes[mechanism.manifest.widths[0]]
    words = mechanism.words[level]
    says = interface(level)
    into = {thing.id: sum(link.target == thing.id for link in first.links) for thing in first.things}
    out = {thing.id: sum(link.source == thing.id for link in first.links) for thing in first.things}
    return {
        "tokens": tokens().model_dump(mode="json", exclude={"glyphs"}) | {"drawn": _signs(scenes.values())},
        "scenes": {str(width): asdict(drawn) for width, drawn in scenes.items()},
        "svgs": {str(width): svg(drawn, None) for width, drawn in scenes.items()},
        "things": {
            thing.id: {
                "name": thing.name,
                "kind": says.kinds[mechanism.things[thing.id].kind],
                "text": words.things[thing.id].summary,
                "arrows": says.text.arrows_count.format(into=into[thing.id], out=out[thing.id]),
            }
            for thing in first.things
        },
        "links": {link.id: _link_words(mechanism, level, link) for link in first.links},
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


def _signs(scenes: Iterable[Scene]) -> dict[str, Strokes]:
    """The strokes of each glyph that one of the scenes shows, by its name; a narrow one may show others than a wide."""
    used = {thing.glyph for drawn in scenes for thing in drawn.things}
    return {name: strokes for name, strokes in glyphs().items() if name in used}


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


def _link_words(mechanism: Mechanism, level: Level, link: SceneLink) -> dict[str, str]:
    words = mechanism.words[level]
    says = interface(level)
    spoken = words.links[link.id] if link.id in words.links else words.arrows[link.id]
    evidence = badge(mechanism.chain(link.id))
    counts = {
        "for": len(evidence.supports),
        "against": len(evidence.opposes),
        "null": len(evidence.no_difference),
    }
    return {
        "name": says.text.acts.format(
            source=words.things[link.source].name, verb=spoken.verb, target=words.things[link.target].name
        ),
        "text": spoken.sentence,
        "evidence": f"{says.in_whom[evidence.in_whom]}, {says.directness[evidence.directness]} · "
        + says.text.papers_count.format(**counts),
    }


def pictures(mechanism: Mechanism) -> dict[str, bytes]:
    """Illustrations by file name."""
    closer = (layout for camera in mechanism.cameras.values() for layout in camera.layouts)
    drawn = {layout.pictures for layout in (*mechanism.layouts.values(), *closer) if layout.pictures}
    names = {picture(name, state, theme) for name in drawn for state in PictureState for theme in Theme}
    return {name: (mechanism.folder / "scene" / name).read_bytes() for name in sorted(names)}
