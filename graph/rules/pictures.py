"""Layouts: for each width, exactly the contents of the main picture or camera are placed, inside the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graph.draft import Draft, Found
from graph.faults import Fault
from graph.layout import Layout, picture
from graph.rules.registry import rule
from graph.vocabulary import PictureState, Theme

Placed = tuple[Found, tuple[str | int, ...], Layout]


def _layouts(draft: Draft) -> Iterator[Placed]:
    """Every layout with its record and its path in the record: first the main picture's, then the cameras'."""
    for found in draft.all("layout"):
        yield found, (), found.item
    for found in draft.all("cameras"):
        for number, layout in enumerate(found.item.layouts):
            yield found, ("layouts", number), layout


@rule("layout-width")
def layout_width(draft: Draft) -> Iterator[Fault]:
    """There is one layout for each width in the manifest: a file in layout/ named after it, and one in each camera."""
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
                f"{found.id} is not a width in mechanism.yaml, or differs from the width in the file",
                "use the same number in all three places",
            )
    known = sorted(widths & draft.ids("layout"))
    for found in draft.all("cameras") if draft.whole("layout") else ():
        placed = sorted(str(layout.width) for layout in found.item.layouts)
        if not set(known) <= set(placed) or len(set(placed)) < len(placed):
            yield found.fault(
                "layout-width",
                ("layouts",),
                f"the layouts have widths {', '.join(placed)}",
                f"write one layout for each of {', '.join(known)}",
            )


@rule("layout-complete")
def layout_complete(draft: Draft) -> Iterator[Fault]:
    """A layout places every thing and arrow of the main picture or camera, and nothing else."""
    overview = draft.one("overview")
    for found, path, layout in _layouts(draft):
        if found.section == "cameras":
            whole, wanted = "camera", {"things": set(found.item.things), "links": set(found.item.arrows)}
        elif overview is None:
            continue
        else:
            main = overview.item
            whole, wanted = "overview", {part: {one.id for one in getattr(main, part)} for part in ("things", "links")}
        for part, ids in wanted.items():
            placed = set(getattr(layout, part))
            for id_ in sorted(ids - placed):
                yield found.fault("layout-complete", (*path, part), f"“{id_}” has no position", f"add it to {part}")
            for id_ in sorted(placed - ids):
                yield found.fault("layout-complete", (*path, part, id_), f"“{id_}” is not in the {whole}", "delete it")


@rule("off-canvas")
def off_canvas(draft: Draft) -> Iterator[Fault]:
    """Every thing is inside the canvas."""
    for found, path, layout in _layouts(draft):
        size = f"{layout.width} × {layout.height} px"
        for id_, place in layout.things.items():
            if not (0 <= place.x <= layout.width and 0 <= place.y <= layout.height):
                yield found.fault(
                    "off-canvas", (*path, "things", id_), f"it is outside the {size} canvas", "move it inside"
                )


@rule("missing-picture")
def missing_picture(draft: Draft) -> Iterator[Fault]:
    """The illustration that a layout names has a file for each state and theme."""
    for found, path, layout in _layouts(draft):
        if layout.pictures is None:
            continue
        for state, theme in product(PictureState, Theme):
            name = picture(layout.pictures, state, theme)
            if not (draft.folder / "scene" / name).is_file():
                yield found.fault("missing-picture", (*path, "pictures"), f"scene/{name} is missing", "add the file")
