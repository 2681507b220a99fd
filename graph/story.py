"""The story that the main picture tells, one moment after the other."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from graph.models import ArrowId, Id, Record
from graph.vocabulary import PictureState


class Moment(Record):
    """A moment of the story (`story.yaml`): what of the main picture it is about, and what the illustration shows."""

    id: Id
    step: Annotated[Id | None, Field(description="The step whose page tells more.")] = None
    state: PictureState
    close: Annotated[bool, Field(description="Whether the picture comes close to what the moment is about.")] = False
    things: Annotated[tuple[Id, ...], Field(min_length=1)]
    arrows: tuple[ArrowId, ...] = ()
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]
