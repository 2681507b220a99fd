"""The map's own JavaScript, tested by Node's test runner on the real scenes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from figures.bundle import bundle, scenes_of
from figures.captions import captions
from figures.chart import chart
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.support.patience import PATIENCE
from tests.ui.driven import cases
from ui.live.stops import kit

TESTS = Path(__file__).parent / "browser_js"
_WRITTEN = re.compile(r"^ *test\(", re.MULTILINE)
"""The start of a test; one in a loop counts once and passes several times."""


def counted(report: str, what: str) -> int:
    """How many tests Node says are `what`: "tests" for all, "pass" or "skipped"; it marks the line by # or ℹ."""
    (count,) = re.findall(rf"^(?:#|ℹ) {what} (\d+)$", report, re.MULTILINE)
    return int(count)


def written(files: list[Path]) -> int:
    """How many tests stand in `files`, each of which has at least one."""
    counts = [len(_WRITTEN.findall(path.read_text(encoding="utf-8"))) for path in files]
    assert all(counts)
    return sum(counts)


def test_the_map_s_javascript_passes_its_own_tests(content: Mechanism, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail("the map's tests need Node 20 or newer, and there is no node on the PATH")
    scenes = tmp_path / "bundle.json"
    scenes.write_text(json.dumps(bundle(content, Level.STUDENT)), encoding="utf-8")
    figures = tmp_path / "figures.json"
    seen = scenes_of(content, Level.STUDENT)
    drawn = {width: chart(one, captions(content, Level.STUDENT, one)) for width, one in seen.items()}
    figures.write_text(json.dumps(drawn), encoding="utf-8")
    addresses = tmp_path / "addresses.json"
    addresses.write_text(json.dumps(cases(1_000, content)), encoding="utf-8")
    sent = tmp_path / "kit.json"
    sent.write_text(kit(Level.STUDENT), encoding="utf-8")
    # The files are named one by one, since Node versions differ in what they take a folder for.
    files = sorted(TESTS.glob("*.test.js"))
    done = subprocess.run(
        [node, "--test", *files],
        env={
            **os.environ,
            "BUNDLE": str(scenes),
            "FIGURES": str(figures),
            "ADDRESSES": str(addresses),
            "KIT": str(sent),
            "NO_COLOR": "1",
            "FORCE_COLOR": "0",
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    report = done.stdout + done.stderr
    assert done.returncode == 0, report
    assert counted(report, "tests") == counted(report, "pass") >= written(files), report
