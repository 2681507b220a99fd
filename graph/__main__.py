"""Command line of the content: ``python -m graph check``, ``schema``, ``export``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from graph.content import folders, load, main_folder
from graph.exports import EXPORTS
from graph.faults import ContentError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 1 where the content has faults."""
    parser = argparse.ArgumentParser(prog="python -m graph", description="The mechanism's content.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="name every fault of the content, with file, line and mend")
    checking.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="one mechanism; every one if left out")
    commands.add_parser("schema", help="write the JSON Schema of every content file")
    exporting = commands.add_parser("export", help="print the graph, the references or the claims")
    exporting.add_argument(
        "format",
        choices=["json", *EXPORTS],
        help="json: the graph; bibtex, ris, csv: the references; claims-csv: the claims",
    )
    exporting.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the main mechanism if left out")
    options = parser.parse_args(arguments)
    try:
        match options.command:
            case "check":
                return _check(options.folder) if options.folder else _check_all()
            case "schema":
                return _schema()
            case _:
                return _export(options.format, options.folder)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1


def _check_all() -> int:
    failed = [_check(folder) for folder in folders().values()]
    main_folder()
    return max(failed, default=0)


def _check(folder: Path) -> int:
    start = perf_counter()
    try:
        content = load(folder)
    except ContentError as error:
        print(error)
        print(f"{len(error.faults)} to mend in {folder}")
        return 1
    print(
        f"{folder.name} {content.digest}: {len(content.things)} things, {len(content.arrows)} arrows, "
        f"{len(content.hypotheses)} accounts, {len(content.claims)} claims, {len(content.references)} references, "
        f"{len(content.experiments)} experiments: no fault ({perf_counter() - start:.1f} s)"
    )
    return 0


def _schema() -> int:
    from graph.schema import write

    for path in write():
        print(path)
    return 0


def _export(form: str, folder: Path | None) -> int:
    from graph.network import build
    from graph.nodelink import text

    mechanism = load(folder)
    if form in EXPORTS:
        export = EXPORTS[form]
        sys.stdout.write(export.write(mechanism, export.ids(mechanism)))
    else:
        print(text(mechanism, build(mechanism)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
