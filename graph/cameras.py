"""What each picture shows: the whole scene, or a closer camera on one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.content import Mechanism
from graph.layout import Layout
from graph.models import Arrow, OverviewLink

OVERVIEW = "overview"
"""Name of the main picture among the cameras."""


@dataclass(frozen=True)
class Shot:
    """What one camera shows: things in reading order, arrows, and the layout for each width in px.

    `badges` maps the first thing of a step to the step's number; only the main picture has badges.
    """

    things: tuple[str, ...]
    links: tuple[Arrow | OverviewLink, ...]
    layouts: Mapping[int, Layout]
    badges: Mapping[str, int]

    def shows(self, id_: str) -> bool:
        """Whether the thing or arrow `id_` is in the picture."""
        return id_ in self.things or any(link.id == id_ for link in self.links)


def shot(mechanism: Mechanism, camera: str = OVERVIEW) -> Shot:
    """What `camera` shows. Raises KeyError for an unknown camera."""
    if camera == OVERVIEW:
        main = mechanism.overview
        badges = {thing.id: thing.badge for thing in main.things if thing.badge}
        return Shot(tuple(thing.id for thing in main.things), main.links, mechanism.layouts, badges)
    closer = mechanism.cameras[camera]
    arrows = tuple(mechanism.arrows[id_] for id_ in closer.arrows)
    return Shot(closer.things, arrows, {layout.width: layout for layout in closer.layouts}, {})


def cameras(mechanism: Mechanism) -> tuple[str, ...]:
    """Ids of all cameras: the main picture, those of the steps in order, then the one for the accounts."""
    closer = {id_: one for id_, one in mechanism.cameras.items() if one.step}
    order = {id_: (mechanism.steps[one.step].order, one.part) for id_, one in closer.items() if one.step}
    whole = [id_ for id_ in mechanism.cameras if id_ not in closer]
    return (OVERVIEW, *sorted(order, key=order.__getitem__), *whole)


def accounts_camera(mechanism: Mechanism) -> str:
    """The camera that shows every arrow, used for the accounts; the main picture if there is none."""
    return next((id_ for id_, camera in mechanism.cameras.items() if camera.step is None), OVERVIEW)


def cameras_of(mechanism: Mechanism, step: str) -> tuple[str, ...]:
    """Ids of the cameras of a step, in order."""
    return tuple(id_ for id_ in cameras(mechanism)[1:] if mechanism.cameras[id_].step == step)


def camera_of(mechanism: Mechanism, step: str, focus: str = "") -> str:
    """The first camera of a step that shows the thing or arrow `focus`, else its first, else the main picture."""
    own = cameras_of(mechanism, step)
    return next((id_ for id_ in own if shot(mechanism, id_).shows(focus)), own[0] if own else OVERVIEW)


def camera_showing(mechanism: Mechanism, id_: str) -> str | None:
    """The first camera that shows the thing or arrow `id_`, starting with the main picture; None if none does."""
    return next((camera for camera in cameras(mechanism) if shot(mechanism, camera).shows(id_)), None)
