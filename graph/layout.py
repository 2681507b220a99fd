"""Positions of the main picture and of the cameras: hand-placed for each designed map width, in px."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graph.models import ArrowId, Id, Record, Text
from graph.vocabulary import PictureState, Theme

Px = Annotated[float, Field(ge=-200, le=4000)]
Point = tuple[Px, Px]
Anchor = Literal["start", "middle", "end"]


class Place(Record):
    """Position of a text: a point on the baseline of its first line, and which part of the line it anchors."""

    x: Px
    y: Px
    anchor: Anchor = "start"


class LabelPlace(Place):
    """Position of a thing's name, which wraps to at most `lines` lines."""

    lines: Annotated[int, Field(ge=1, le=2)] = 1


class ThingPlace(Record):
    """Frame of a thing: its centre and half its size. Without `label` the name is inside the frame."""

    x: Px
    y: Px
    half_width: Annotated[float, Field(gt=0)]
    half_height: Annotated[float, Field(gt=0)]
    label: LabelPlace | None = None
    badge: Annotated[Point | None, Field(description="Centre of the step number.")] = None
    filled: Annotated[bool, Field(description="Whether the frame hides the picture under it.")] = False


class LinkPlace(Record):
    """Course of an arrow: points between its ends, the position of its verb, and that of its split mark.

    `split` is a fraction of the arrow's length.
    """

    via: tuple[Point, ...] = ()
    verb: Place
    split: Annotated[float, Field(gt=0, lt=1)] = 0.5


class Zone(LabelPlace):
    """Position of the name of a region of the picture, or of a note on it."""

    id: Id


def picture(name: str, state: PictureState, theme: Theme) -> str:
    """Name of the file in `scene/` with the illustration `name` in one state and theme."""
    return f"{name}-{state.value}-{theme.value}.svg"


class Crop(Record):
    """Part of an illustration, in the illustration's own px. The height follows from the canvas that it fills."""

    x: Annotated[float, Field(ge=0)]
    y: Annotated[float, Field(ge=0)]
    width: Annotated[float, Field(gt=0)]


class KeyPlace(Place):
    """Position of a mark in the legend: its left end, and the baseline of the word next to it."""

    mark: Literal["hexagon", "square", "circle", "diamond", "pill", "increases", "decreases", "split"]


class Layout(Record):
    """The main picture at one width (`layout/<width>.yaml`), or a camera; all lengths in px."""

    width: Annotated[int, Field(gt=0)]
    height: Annotated[int, Field(gt=0)]
    font_size: Annotated[int, Field(ge=12)]
    pictures: Annotated[
        Id | None, Field(description="Name of the illustration under it; scene/ has a file for each state.")
    ] = None
    crop: Annotated[Crop | None, Field(description="Leave out to show the whole illustration.")] = None
    zones: tuple[Zone, ...] = ()
    times: Annotated[tuple[Zone, ...], Field(description="Words along the time ruler.")] = ()
    keys: Annotated[tuple[KeyPlace, ...], Field(description="Marks of the legend inside the picture.")] = ()
    things: dict[Id, ThingPlace]
    links: dict[ArrowId, LinkPlace]


class Camera(Record):
    """A closer look at a step, or at a part of it (`cameras/<id>.yaml`): things in reading order and single arrows.

    Arrows of the step that none of its cameras draws are listed in `left_out` with the reason. The camera without a
    step shows every arrow there is, for the accounts.
    """

    step: Annotated[Id | None, Field(description="Omit for the picture that shows the accounts.")] = None
    part: Annotated[int, Field(ge=1, description="Position among the cameras of its step.")] = 1
    things: Annotated[tuple[Id, ...], Field(min_length=1)]
    arrows: Annotated[tuple[ArrowId, ...], Field(min_length=1)]
    left_out: Annotated[
        dict[ArrowId, Text], Field(default_factory=dict, description="Arrows of the step that are not drawn, and why.")
    ]
    layouts: Annotated[tuple[Layout, ...], Field(min_length=1, description="One for each width.")]
