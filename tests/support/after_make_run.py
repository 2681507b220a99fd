"""Runs Python as it is after `make run` alone: with what the app requires, and without what only tests require.

``python -m tests.support.after_make_run MODULE …`` does what ``python -m MODULE …`` would do there.
"""

from __future__ import annotations

import re
import runpy
import sys
from collections.abc import Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path
from types import ModuleType

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def required(file: Path = ROOT / "requirements.txt") -> set[str]:
    """Names of the packages in a file of requirements, and of all that those require in turn."""
    lines = file.read_text(encoding="utf-8").splitlines()
    waiting = [Requirement(line) for line in lines if line.strip() and not line.startswith(("#", "-"))]
    found: dict[str, set[str]] = {}
    while waiting:
        asked = waiting.pop()
        name, extras = _name(asked.name), {"", *asked.extras}
        if extras <= found.get(name, set()):
            continue
        found.setdefault(name, set()).update(extras)
        try:
            needs = map(Requirement, distribution(name).requires or ())
        except PackageNotFoundError:
            continue
        waiting += [one for one in needs if not one.marker or any(one.marker.evaluate({"extra": e}) for e in extras)]
    return set(found)


@cache
def absent() -> frozenset[str]:
    """Modules that are installed here, and would not be after `make run` alone."""
    there = required()
    return frozenset(
        module for module, owners in packages_distributions().items() if not there & {_name(owner) for owner in owners}
    )


class Absent(MetaPathFinder):
    """Finds no module that would not be installed, as if it were not."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Say that a module is not there, or leave it to others."""
        if fullname.partition(".")[0] in absent():
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def hide() -> None:
    """From now on, find in this process only what `make run` installs."""
    for name in list(sys.modules):
        if name.partition(".")[0] in absent():
            del sys.modules[name]
    sys.meta_path.insert(0, Absent())


if __name__ == "__main__":
    hide()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
