"""Layouts: each designed width places exactly the main picture, inside its canvas."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft
from graph.faults import Fault
from graph.rules.registry import rule


@rule("layout-width")
def layout_width(draft: Draft) -> Iterator[Fault]:
    """layout/ has one file for each width that the manifest names, called after it."""
    manifest = draft.one("mechanism")
    if manifest is None:
        return
    widths = {str(width) for width in manifest.item.widths}
    missing = () if "layout/" in draft.unread else widths - draft.ids("layout")
    for width in sorted(width for width in missing if f"layout/{width}.yaml" not in draft.unread):
        yield manifest.fault("layout-width", ("widths",), f"there is no layout/{width}.yaml", "write it")
    for found in draft.all("layout"):
        if found.id not in widths or found.id != str(found.item.width):
            yield found.fault(
                "layout-width",
                ("width",),
                f"{found.id} is not a width that mechanism.yaml names, or not the width in the file",
                "use one number in all three places",
            )


@rule("layout-complete")
def layout_complete(draft: Draft) -> Iterator[Fault]:
    """A layout places every thing and arrow of the main picture, and nothing else."""
    overview = draft.one("overview")
    if overview is None:
        return
    wanted = {
        "things": {thing.id for thing in overview.item.things},
        "links": {link.id for link in overview.item.links},
    }
    for found in draft.all("layout"):
        for part, ids in wanted.items():
            placed = set(getattr(found.item, part))
            for id_ in sorted(ids - placed):
                yield found.fault("layout-complete", (part,), f"“{id_}” has no place", f"add it under {part}")
            for id_ in sorted(placed - ids):
                yield found.fault("layout-complete", (part, id_), f"“{id_}” is not in the overview", "delete it")


@rule("off-canvas")
def off_canvas(draft: Draft) -> Iterator[Fault]:
    """Every thing lies inside the canvas."""
    for found in draft.all("layout"):
        width, height = found.item.width, found.item.height
        for id_, place in found.item.things.items():
            if not (0 <= place.x <= width and 0 <= place.y <= height):
                yield found.fault(
                    "off-canvas", ("things", id_), f"it lies outside the {width} × {height} px canvas", "move it inside"
                )


@rule("missing-picture")
def missing_picture(draft: Draft) -> Iterator[Fault]:
    """The illustrations that a layout names are there."""
    for found in draft.all("layout"):
        pictures = found.item.pictures
        for theme in ("light", "dark") if pictures else ():
            name = getattr(pictures, theme)
            if not (draft.folder / "scene" / name).is_file():
                yield found.fault("missing-picture", ("pictures", theme), f"scene/{name} is missing", "add the file")
