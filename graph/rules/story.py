"""The story: every moment is about what the main picture shows, and none runs against time."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft
from graph.faults import Fault, nearest
from graph.rules.registry import rule
from graph.vocabulary import Phase


@rule("unknown-link")
def unknown_link(draft: Draft) -> Iterator[Fault]:
    """Each arrow that a moment points at is one of the main picture."""
    overview = draft.one("overview")
    known = {link.id for link in overview.item.links} if overview else set()
    for found in draft.all("story") if overview else ():
        for position, id_ in enumerate(found.item.arrows):
            if id_ not in known:
                problem = f"“{id_}” is not an arrow in overview.yaml"
                yield found.fault("unknown-link", ("arrows", position), problem, nearest(id_, known))


@rule("not-in-picture")
def not_in_picture(draft: Draft) -> Iterator[Fault]:
    """Each thing that a moment points at is in the main picture."""
    overview = draft.one("overview")
    shown = {thing.id for thing in overview.item.things} if overview else set()
    for found in draft.all("story") if overview else ():
        for position, id_ in enumerate(found.item.things):
            if id_ in draft.ids("things") - shown:
                problem = f"“{id_}” is not in the main picture"
                yield found.fault("not-in-picture", ("things", position), problem, "name one that is, or leave it out")


@rule("against-time")
def against_time(draft: Draft) -> Iterator[Fault]:
    """What is bound to the first hours is told before what is bound to the days after."""
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
                    f"{id_} belongs to the first hours, but {late} is told before and belongs to the days after",
                    "move this moment before it",
                )
        if any(Phase.SUSTAINED in phases.get(id_, ()) for id_ in found.item.arrows):
            late = late or found.id
