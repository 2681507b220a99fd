"""The story: every moment refers to what the main picture shows, and moments are in order of time."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft
from graph.faults import Fault, nearest
from graph.rules.registry import rule
from graph.vocabulary import Phase


@rule("unknown-link")
def unknown_link(draft: Draft) -> Iterator[Fault]:
    """Each arrow that a moment refers to is an arrow of the main picture."""
    overview = draft.one("overview")
    known = {link.id for link in overview.item.links} if overview else set()
    for found in draft.all("story") if overview else ():
        for position, id_ in enumerate(found.item.arrows):
            if id_ not in known:
                problem = f"“{id_}” is not an arrow in overview.yaml"
                yield found.fault("unknown-link", ("arrows", position), problem, nearest(id_, known))


@rule("not-in-picture")
def not_in_picture(draft: Draft) -> Iterator[Fault]:
    """Each thing that a moment refers to is in the main picture."""
    overview = draft.one("overview")
    shown = {thing.id for thing in overview.item.things} if overview else set()
    for found in draft.all("story") if overview else ():
        for position, id_ in enumerate(found.item.things):
            if id_ in draft.ids("things") - shown:
                problem = f"“{id_}” is not in the main picture"
                yield found.fault("not-in-picture", ("things", position), problem, "name one that is, or remove it")


@rule("against-time")
def against_time(draft: Draft) -> Iterator[Fault]:
    """Moments of the first hours come before moments of the following days."""
    overview = draft.one("overview")
    if overview is None or not draft.whole("arrows"):
        return
    arrows = {found.id: found.item for found in draft.all("arrows")}
    phases = {
        link.id: {arrows[via].phase for via in link.via if via in arrows} - {Phase.BOTH} for link in overview.item.links
    }
    late = ""
    for found in draft.all("story"):
        for position, id_ in enumerate(found.item.arrows):
            if late and Phase.ACUTE in phases.get(id_, ()):
                yield found.fault(
                    "against-time",
                    ("arrows", position),
                    f"{id_} belongs to the first hours, but {late} comes before it and belongs to the following days",
                    "move this moment before that one",
                )
        if any(Phase.SUSTAINED in phases.get(id_, ()) for id_ in found.item.arrows):
            late = late or found.id
