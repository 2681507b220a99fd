"""What a view is about, and what its picture stresses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Lens(StrEnum):
    """What the picture stresses: nothing, what was seen in people, what is disputed, or how it was shown."""

    ALL = "all"
    PEOPLE = "people"
    CONTESTED = "contested"
    HOW = "how"


@dataclass(frozen=True)
class Focus:
    """The one thing or arrow that a view is about."""

    kind: Literal["node", "edge"]
    id: str

    @property
    def pick(self) -> str:
        """The name that the map gives it: ``node:ID`` or ``edge:ID``."""
        return f"{self.kind}:{self.id}"
