"""The story that the main picture tells, moment by moment."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from graph.models import ArrowId, Id, Record
from graph.vocabulary import PictureState


class Moment(Record):
    """A moment of the story (`story.yaml`): the part of the main picture it is about, and the illustration's state."""

    id: Id
    step: Annotated[Id | None, Field(description="Step whose page says more.")] = None
    state: PictureState
    close: Annotated[bool, Field(description="Whether the picture zooms in on what the moment is about.")] = False
    things: Annotated[tuple[Id, ...], Field(min_length=1)]
    arrows: tuple[ArrowId, ...] = ()
    refs: Annotated[tuple[Id, ...], Field(min_length=1)]
