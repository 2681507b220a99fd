"""Dragging moves what is held and nothing else, and what is saved reads back the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from authoring.layout_file import save
from authoring.placing.moves import moved
from authoring.placing.server import Desk, server
from graph.cameras import OVERVIEW, cameras, shot
from graph.content import Mechanism, load

CAMERA = "synaptogenesis-structure"


@pytest.fixture
def copy(content: Mechanism, tmp_path: Path) -> Mechanism:
    """The content with a folder of its own, to be written to."""
    return replace(content, folder=Path(shutil.copytree(content.folder, tmp_path / content.folder.name)))


def files(mechanism: Mechanism) -> dict[Path, bytes]:
    """Everything in the folder of `mechanism`."""
    return {path: path.read_bytes() for path in mechanism.folder.rglob("*") if path.is_file()}


def test_a_thing_takes_its_name_and_number_along(content: Mechanism) -> None:
    before = content.layouts[736]
    after = moved(before, "thing", "ampar", (0, 0), (10, -5))
    old, new = before.things["ampar"], after.things["ampar"]
    assert old.label and new.label and old.badge and new.badge
    assert (new.x - old.x, new.y - old.y) == pytest.approx((10, -5))
    assert (new.label.x - old.label.x, new.label.y - old.label.y) == pytest.approx((10, -5))
    assert (new.badge[0] - old.badge[0], new.badge[1] - old.badge[1]) == pytest.approx((10, -5))
    assert {id_ for id_ in before.things if before.things[id_] != after.things[id_]} == {"ampar"}
    assert before.links == after.links


@pytest.mark.parametrize("what", ["name", "badge", "verb", "zone", "time"])
def test_a_text_moves_alone(content: Mechanism, what: str) -> None:
    before = content.layouts[736]
    id_ = {"verb": "bdnf-release--trkb", "zone": "dendrite", "time": "time-hours"}.get(what, "ampar")
    after = moved(before, what, id_, (5, 5), (8, 9)).model_dump()
    old = before.model_dump()
    differing = [
        (part, key) for part in ("things", "links") for key in old[part] if old[part][key] != after[part][key]
    ] + [(part, "") for part in ("zones", "times") if old[part] != after[part]]
    assert len(differing) == 1
    assert after["things"]["ampar"]["x"] == old["things"]["ampar"]["x"]


def test_a_line_is_bent_where_it_is_held(content: Mechanism) -> None:
    before = content.layouts[736]
    id_ = "glutamate-release--ampar"
    (bend,) = before.links[id_].via
    assert moved(before, "line", id_, (bend[0] + 3, bend[1]), (450, 250)).links[id_].via == ((450, 250),)
    far = moved(before, "line", id_, (bend[0], bend[1] + 60), (460, 330)).links[id_].via
    assert far == (bend, (460, 330))


@pytest.mark.parametrize("what", ["thing", "verb", "line", "zone"])
def test_what_is_not_there_cannot_be_moved(content: Mechanism, what: str) -> None:
    with pytest.raises(KeyError):
        moved(content.layouts[736], what, "nowhere", (0, 0), (1, 1))


def test_saving_what_was_read_changes_no_place(copy: Mechanism) -> None:
    for camera in cameras(copy):
        for layout in shot(copy, camera).layouts.values():
            save(copy, camera, layout)
    again = load(copy.folder)
    assert again.layouts == copy.layouts
    assert again.cameras == copy.cameras


def test_saving_keeps_the_comments_at_the_top(copy: Mechanism) -> None:
    for camera, name in ((OVERVIEW, "layout/736.yaml"), (CAMERA, f"cameras/{CAMERA}.yaml")):
        before = [line for line in (copy.folder / name).read_text("utf-8").splitlines() if line.startswith("#")]
        save(copy, camera, shot(copy, camera).layouts[736])
        after = (copy.folder / name).read_text("utf-8").splitlines()
        assert before
        assert after[: len(before)] == before


@pytest.fixture
def address(copy: Mechanism) -> Iterator[str]:
    with server(Desk(copy, CAMERA, 480), 0) as desk:
        thread = Thread(target=desk.serve_forever, args=(0.01,), daemon=True)  # looks often whether it shall stop
        thread.start()
        yield f"http://127.0.0.1:{desk.server_port}"
        desk.shutdown()
        thread.join()


def asked(address: str, body: object, **headers: str) -> Request:
    data = json.dumps(body).encode()
    return Request(f"{address}/move", data, {"content-type": "application/json", **headers})  # noqa: S310


def test_a_drag_in_the_browser_is_saved_in_the_content(address: str, copy: Mechanism) -> None:
    before = copy.cameras[CAMERA].layouts[1].things["trkb"]
    drag = {"what": "thing", "id": "trkb", "start": [0, 0], "end": [3, 4]}
    with urlopen(asked(address, drag)) as answer:  # noqa: S310
        said = json.load(answer)
    assert said["file"] == f"{CAMERA}.yaml"
    assert "<svg" in said["svg"]
    after = load(copy.folder).cameras[CAMERA].layouts[1].things["trkb"]
    assert (after.x, after.y) == pytest.approx((before.x + 3, before.y + 4))


def test_the_page_shows_the_picture(address: str) -> None:
    with urlopen(address) as page, urlopen(f"{address}/scene") as drawn:  # noqa: S310
        assert b"Drag a frame" in page.read()
        assert 'data-part="node:trkb"' in json.load(drawn)["svg"]


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ({"what": "thing", "id": "nowhere", "start": [0, 0], "end": [1, 1]}, {}, 400),
        ({"what": "thing", "id": "trkb"}, {}, 400),
        ([], {}, 400),
        ({"what": "thing", "id": "trkb", "start": [0, 0], "end": [9, 9]}, {"origin": "http://elsewhere.test"}, 403),
        ({"what": "thing", "id": "trkb", "start": [0, 0], "end": [9, 9]}, {"host": "elsewhere.test"}, 403),
    ],
)
def test_what_cannot_be_and_what_comes_from_elsewhere_changes_nothing(
    address: str, copy: Mechanism, body: object, headers: dict[str, str], status: int
) -> None:
    before = files(copy)
    with pytest.raises(HTTPError) as refused:
        urlopen(asked(address, body, **headers))  # noqa: S310
    refused.value.close()  # else the garbage collector does, in the middle of some other test
    assert refused.value.code == status
    assert files(copy) == before
