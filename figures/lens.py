"""What a lens stresses in a picture: which arrows step back, how lines are dashed, and what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from figures.scene import Scene, SceneLink
from graph.vocabulary import InWhom

Dash = Literal["solid", "dashed", "dotted"]
DASHES: Mapping[str, Dash] = {InWhom.ANIMAL: "dashed", InWhom.CELL: "dotted", InWhom.INFERRED: "dotted"}
"""Dash of a line by in whom it was seen, where lines say so; what was seen in people is solid."""


class Lens(StrEnum):
    """What the picture stresses: nothing, what was seen in people, what is disputed, or how it was shown."""

    ALL = "all"
    PEOPLE = "people"
    CONTESTED = "contested"
    HOW = "how"


@dataclass(frozen=True)
class Seen:
    """How an arrow looks through a lens: whether it steps back, its dash, and whether papers against it are counted."""

    away: bool
    dash: Dash
    counted: bool


def lens_of(scene: Scene, lens: Lens) -> Lens:
    """The lens in use: a closer camera says in its lines how each arrow was shown, unless another lens is asked for."""
    return Lens.HOW if lens is Lens.ALL and scene.by_evidence else lens


def through(link: SceneLink, lens: Lens) -> Seen:
    """How `link` looks through `lens`."""
    away = (lens is Lens.PEOPLE and link.in_people == "none") or (lens is Lens.CONTESTED and link.split is None)
    dash: Dash = "solid"
    if lens is Lens.HOW:
        dash = DASHES.get(link.in_whom, dash)
    elif lens is Lens.PEOPLE and link.in_people == "some":
        dash = "dashed"
    return Seen(away, dash, lens is Lens.CONTESTED and link.count is not None)


def away(scene: Scene, lens: Lens) -> frozenset[str]:
    """Ids of the arrows that step back through `lens`, and of the things all of whose arrows do."""
    links = {link.id for link in scene.links if through(link, lens).away}
    joined = {end for link in scene.links if link.id not in links for end in (link.source, link.target)}
    return frozenset(links | {thing.id for thing in scene.things if thing.id not in joined})
