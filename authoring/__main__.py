"""Command-line tools for authors: draw the illustrations, lay out the labels, drag parts into place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from authoring.layout_file import save
from graph.content import CONTENT, load

GEOMETRY = "shapely"
"""The package that computes outlines. Only the tools that draw or lay out need it, so only they import it."""


def main(words: list[str] | None = None) -> int:
    """Run the tool named in the arguments `words`; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m authoring", description=__doc__)
    tools = parser.add_subparsers(dest="tool", required=True)
    draw = tools.add_parser("draw", help="redraw the illustrations into scene/ of the content")
    draw.add_argument("folder", nargs="?", type=Path, default=CONTENT / "ketamine")
    letter = tools.add_parser("letter", help="lay out all labels of a picture again, using the font's metrics")
    letter.add_argument("camera", help="overview, or the name of a file in cameras/")
    letter.add_argument("width", type=int)
    letter.add_argument("--keep", nargs="*", default=[], metavar="ID", help="things and arrows whose labels stay")
    letter.add_argument("--folder", type=Path, default=CONTENT / "ketamine")
    place = tools.add_parser("place", help="drag things, labels and arrows of a picture in a browser")
    place.add_argument("camera", help="overview, or the name of a file in cameras/")
    place.add_argument("width", type=int)
    place.add_argument("--port", type=int, default=8510)
    place.add_argument("--folder", type=Path, default=CONTENT / "ketamine")
    asked = parser.parse_args(words)
    try:
        match asked.tool:
            case "place":
                return _place(asked.folder, asked.camera, asked.width, asked.port)
            case "letter":
                return _letter(asked.folder, asked.camera, asked.width, asked.keep)
            case _:
                return _draw(asked.folder)
    except ModuleNotFoundError as missing:
        if missing.name != GEOMETRY:
            raise
        needs = f"“{asked.tool}” needs {GEOMETRY}, which the app itself does without"
        print(f"{needs}; install it with: .venv/bin/python -m pip install -r requirements-dev.txt", file=sys.stderr)
        return 1


def _draw(folder: Path) -> int:
    """Redraw every illustration, and print the files that changed."""
    from authoring.illustration.files import write

    for path in write(load(folder)):
        print(path)
    return 0


def _letter(folder: Path, camera: str, width: int, keep: list[str]) -> int:
    """Lay out the labels of one picture and save them; returns 1 if some still overlap."""
    from authoring.lettering.solve import CLASH, lettered

    mechanism = load(folder)
    layout, cost = lettered(mechanism, camera, width, keep)
    save(mechanism, camera, layout)
    print(f"{camera} at {width} px: " + ("some labels still overlap" if cost >= CLASH else "no labels overlap"))
    return int(cost >= CLASH)


def _place(folder: Path, camera: str, width: int, port: int) -> int:
    """Serve the drag-and-drop page until it is interrupted."""
    from authoring.placing.server import Desk, server

    with server(Desk(load(folder), camera, width), port) as desk:
        address = f"http://127.0.0.1:{desk.server_port}"
        print(f"{address} – drag anything to move and save it; Ctrl+C stops the server", flush=True)
        try:
            desk.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
