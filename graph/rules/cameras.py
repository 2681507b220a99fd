"""Cameras: each step has at least one, which draws its arrows; one shows every arrow; no arrow lacks an end."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft, Found
from graph.faults import Fault, nearest
from graph.models import Arrow
from graph.rules.registry import rule


@rule("camera-step")
def camera_step(draft: Draft) -> Iterator[Fault]:
    """If there are cameras, each step of the cascade has one, and the cameras of a step have different positions."""
    first: dict[str, str] = {}
    parts: dict[tuple[str, int], str] = {}
    for found in draft.all("cameras"):
        step, part = found.item.step, found.item.part
        if step is None:
            continue
        other = parts.setdefault((step, part), found.id)
        if other != found.id:
            yield found.fault(
                "camera-step", ("step",), f"{other} already has part {part}", "give this one a different part"
            )
        first.setdefault(step, found.id)
    whole = bool(first) and draft.whole("cameras") and draft.ids("steps") >= set(first)
    for found in draft.all("steps") if whole else ():
        if found.item.cascade and found.id not in first:
            yield found.fault("camera-step", ("id",), "no camera shows this step", f"write cameras/{found.id}.yaml")


@rule("camera-arrow")
def camera_arrow(draft: Draft) -> Iterator[Fault]:
    """A camera shows both ends of its arrows, and draws every arrow of its step or gives the reason not to."""
    arrows: dict[str, Arrow] = {found.id: found.item for found in draft.all("arrows")}
    steps = {found.id: found.item.step for found in draft.all("things")}
    for found in draft.all("cameras"):
        camera = found.item
        for number, id_ in enumerate(camera.arrows):
            ends = (arrows[id_].source, arrows[id_].target) if id_ in arrows else ()
            if hidden := [end for end in ends if end not in camera.things]:
                yield found.fault(
                    "camera-arrow", ("arrows", number), f"{hidden[0]} is not in the picture", "add it under things"
                )
        own = {id_ for id_, arrow in arrows.items() if steps.get(arrow.source) == camera.step}
        if camera.step is None:
            yield from _all_arrows(draft, found)
            continue
        if camera.step not in draft.ids("steps"):
            continue
        fellows = [one.item for one in draft.all("cameras") if one.item.step == camera.step]
        spoken = {id_ for one in fellows for id_ in (*one.arrows, *one.left_out)}
        for id_ in sorted(own - spoken) if camera is fellows[0] and draft.whole("cameras") else ():
            yield found.fault(
                "camera-arrow",
                ("arrows",),
                f"{id_} starts in this step but is not drawn",
                "add it, or give the reason in left_out",
            )
        for id_ in camera.left_out if draft.whole("arrows") and draft.whole("things") else ():
            path = ("left_out", id_)
            if any(id_ in one.arrows for one in fellows):
                yield found.fault("camera-arrow", path, "it is drawn as well", "keep one of the two")
            elif id_ in arrows and id_ not in own:
                yield found.fault("camera-arrow", path, "this is not an arrow of the step", nearest(id_, own))


def _all_arrows(draft: Draft, found: Found) -> Iterator[Fault]:
    """A camera without a step leaves nothing out, because an account may use any arrow."""
    for id_ in sorted(draft.ids("arrows") - set(found.item.arrows)) if draft.whole("arrows") else ():
        yield found.fault(
            "camera-arrow", ("arrows",), f"{id_} is missing, but this camera shows every account", "add it"
        )
    for id_ in found.item.left_out:
        yield found.fault(
            "camera-arrow", ("left_out", id_), "this camera leaves nothing out", "delete it, and draw the arrow"
        )


@rule("camera-thing")
def camera_thing(draft: Draft) -> Iterator[Fault]:
    """Every thing that a camera shows has an arrow in it."""
    arrows: dict[str, Arrow] = {found.id: found.item for found in draft.all("arrows")}
    for found in draft.all("cameras"):
        if any(id_ not in arrows for id_ in found.item.arrows):
            continue
        met = {end for id_ in found.item.arrows for end in (arrows[id_].source, arrows[id_].target)}
        for number, id_ in enumerate(found.item.things):
            if id_ not in met and id_ in draft.ids("things"):
                yield found.fault("camera-thing", ("things", number), "it has no arrow here", "add one, or delete it")
