"""Command line for the content and the model that runs on it: ``python -m graph --help`` lists the commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from graph.content import folders, load, main_folder
from graph.exports import EXPORTS
from graph.faults import ContentError
from graph.vocabulary import Dose
from wording.interface import broken


class Options(argparse.Namespace):
    """What was asked for; a command sets what it has."""

    command: str
    folder: Path | None
    format: str
    file: Path
    json: bool
    off: list[str]
    less: list[str]
    on: list[str]
    more: list[str]
    hypothesis: list[str]
    no_drug: bool
    dose: str
    csv: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Words of the command line; those of the process if None.

    Returns:
        The exit status: 0, or 1 if the content has faults or a file cannot be used.
    """
    parser = argparse.ArgumentParser(prog="python -m graph", description="Check and export content; run the model.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="report every fault in the content, with its file, line and fix")
    checking.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="one mechanism (default: all)")
    commands.add_parser("schema", help="write the JSON Schema of every content file")
    exporting = commands.add_parser("export", help="print the graph, the references or the claims")
    exporting.add_argument("format", choices=list(EXPORTS), help=_formats())
    exporting.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the main mechanism")
    predicting = commands.add_parser("predict", help="predict the results of experiments, and score the predictions")
    predicting.add_argument("file", type=Path, metavar="FILE", help="YAML file with the schema of experiments.yaml")
    predicting.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    predicting.add_argument("--json", action="store_true", help="print JSON, without the ablation of each setting")
    benchmarks = commands.add_parser("benchmark", help="recompute the model's benchmark against its experiments")
    benchmarks.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    simulating = commands.add_parser("simulate", help="print activities over two weeks, with things or arrows changed")
    for name, does in (("off", "block"), ("less", "reduce"), ("on", "activate"), ("more", "enhance")):
        simulating.add_argument(f"--{name}", action="append", default=[], metavar="IDS", help=f"{does} these")
    simulating.add_argument("--hypothesis", action="append", default=[], metavar="ID", help="use only these accounts")
    simulating.add_argument("--no-drug", action="store_true", help="without the drug")
    simulating.add_argument("--dose", choices=["usual", "high"], default="usual")
    simulating.add_argument("--csv", action="store_true", help="print every time point of the solution as CSV")
    simulating.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    options = parser.parse_args(arguments, Options())
    try:
        match options.command:
            case "check":
                return _check(options.folder) if options.folder else _check_all()
            case "schema":
                return _schema()
            case "predict":
                return _predict(options.file, options.folder, as_json=options.json)
            case "benchmark":
                return _standing(options.folder)
            case "simulate":
                return _simulate(options)
            case _:
                return _export(options.format, options.folder)
    except (ContentError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _check_all() -> int:
    failed = [_check(folder) for folder in folders().values()]
    main_folder()
    return max(failed, default=0)


def _check(folder: Path) -> int:
    start = perf_counter()
    faults = broken()
    try:
        content = load(folder)
    except ContentError as error:
        faults += error.faults
    if faults:
        print(ContentError(faults))
        print(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'} to fix in {folder}")
        return 1
    print(
        f"{folder.name} {content.digest}: {len(content.things)} things, {len(content.arrows)} arrows, "
        f"{len(content.hypotheses)} accounts, {len(content.claims)} claims, {len(content.references)} references, "
        f"{len(content.experiments)} experiments: no faults ({perf_counter() - start:.1f} s)"
    )
    seen = sum(one.url is not None for one in content.references.values())
    none = sum(one.no_doi is not None for one in content.references.values())
    print(f"DOIs: {seen} verified, {none} absent with a reason, {len(content.references) - seen - none} not verified")
    return 0


def _schema() -> int:
    from graph.schema import write

    for path in write():
        print(path)
    return 0


def _formats() -> str:
    """The names of all exports, by what they hold."""
    names: dict[str, list[str]] = {}
    for export in EXPORTS.values():
        names.setdefault(export.of, []).append(export.name)
    return "; ".join(f"{', '.join(some)}: the {of}" for of, some in names.items())


def _export(name: str, folder: Path | None) -> int:
    text = EXPORTS[name].whole(load(folder))
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    return 0


def _predict(file: Path, folder: Path | None, *, as_json: bool) -> int:
    from graph.forecast import predicted

    print(predicted(load(folder), file, as_json=as_json))
    return 0


def _standing(folder: Path | None) -> int:
    from graph.benchmark import write

    print(write(load(folder)))
    return 0


def _simulate(options: Options) -> int:
    from graph.dynamics import SolverError
    from graph.forecast import asked, simulated

    try:
        text = simulated(
            load(options.folder),
            asked(options.off, options.less, options.on, options.more),
            hypotheses=[part for text in options.hypothesis for part in text.split(",") if part],
            drug=not options.no_drug,
            dose=Dose(options.dose),
            as_csv=options.csv,
        )
    except (KeyError, SolverError) as error:
        print(error.args[0], file=sys.stderr)
        return 1
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
