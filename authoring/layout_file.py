"""Write positions back to the content's YAML, formatted as authors write it.

The comment lines at the top of a file are kept, as is everything in a camera before its layouts. Comments inside a
layout are lost, because a layout is rewritten as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.cameras import OVERVIEW
from graph.content import Mechanism
from graph.layout import KeyPlace, Layout, LinkPlace, Place, ThingPlace, Zone


def save(mechanism: Mechanism, camera: str, layout: Layout) -> Path:
    """Replace the layout of `camera` at the width of `layout`; returns the path of the file."""
    if camera == OVERVIEW:
        path = mechanism.folder / "layout" / f"{layout.width}.yaml"
        write_overview(path, layout)
        return path
    path = mechanism.folder / "cameras" / f"{camera}.yaml"
    write_camera(path, [layout if one.width == layout.width else one for one in mechanism.cameras[camera].layouts])
    return path


def write_overview(path: Path, layout: Layout) -> None:
    """Write the main picture's layout for one width to its own file."""
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*comments, *lines(layout)]) + "\n", encoding="utf-8")


def write_camera(path: Path, layouts: Iterable[Layout]) -> None:
    """Write a camera's layouts to its file, leaving everything before them unchanged."""
    head = path.read_text(encoding="utf-8").partition("\nlayouts:\n")[0]
    body = [f"  {'- ' if not at else '  '}{line}" for layout in layouts for at, line in enumerate(lines(layout))]
    path.write_text("\n".join([head, "layouts:", *body]) + "\n", encoding="utf-8")


def lines(layout: Layout) -> list[str]:
    """A layout as lines of YAML."""
    written = [f"width: {layout.width}", f"height: {layout.height}", f"font_size: {layout.font_size}"]
    if layout.pictures:
        written.append(f"pictures: {layout.pictures}")
    if layout.crop:
        crop = layout.crop
        written.append(f"crop: {{x: {_number(crop.x)}, y: {_number(crop.y)}, width: {_number(crop.width)}}}")
    for name, texts in (("zones", layout.zones), ("times", layout.times)):
        if texts:
            written += [f"{name}:", *(f"  - {_text(one)}" for one in texts)]
    if layout.keys:
        written += ["keys:", *(f"  - {_key(one)}" for one in layout.keys)]
    written.append("things:")
    for id_, thing in layout.things.items():
        written += [f"  {id_}:", *(f"    {line}" for line in _thing(thing))]
    written.append("links:")
    for id_, link in layout.links.items():
        written += [f"  {id_}:", *(f"    {line}" for line in _link(link))]
    return written


def _thing(place: ThingPlace) -> Iterable[str]:
    for field in ("x", "y", "half_width", "half_height"):
        yield f"{field}: {_number(getattr(place, field))}"
    if place.label:
        yield f"label: {_text(place.label)}"
    if place.badge:
        yield f"badge: [{', '.join(map(_number, place.badge))}]"
    if place.filled:
        yield "filled: true"


def _link(place: LinkPlace) -> Iterable[str]:
    if place.via:
        yield f"via: [{', '.join('[' + ', '.join(map(_number, point)) + ']' for point in place.via)}]"
    yield f"verb: {_text(place.verb)}"
    if place.split != LinkPlace.model_fields["split"].default:
        yield f"split: {_number(place.split)}"


def _text(place: Place) -> str:
    said = f"x: {_number(place.x)}, y: {_number(place.y)}, anchor: {place.anchor}"
    if isinstance(place, Zone):
        return f"{{id: {place.id}, {said}{f', lines: {place.lines}' if place.lines > 1 else ''}}}"
    lines_ = getattr(place, "lines", None)
    return f"{{{said}, lines: {lines_}}}" if lines_ else f"{{{said}}}"


def _key(place: KeyPlace) -> str:
    return f"{{mark: {place.mark}, x: {_number(place.x)}, y: {_number(place.y)}}}"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
