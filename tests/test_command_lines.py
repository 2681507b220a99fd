"""Commands run after `make run` alone, or say in one sentence what they need. Those about content are in test_cli."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from graph.content import Mechanism
from tests.support.after_make_run import ROOT, absent, required
from tests.support.patience import PATIENCE

TOY = ROOT / "tests" / "resources" / "toy"
COMMAND = [sys.executable, "-W", "error", "-m", "tests.support.after_make_run"]
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1"}
PRODUCT = ("app", "graph", "wording", "figures", "live", "ui", "pages")


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """`python -m` with `words`, where nothing is installed that only tests need."""
    return subprocess.run(
        [*COMMAND, *words],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def folder(content: Mechanism, tmp_path: Path) -> Path:
    """A copy of the content, to be written to."""
    return Path(shutil.copytree(content.folder, tmp_path / content.folder.name))


def test_what_only_tests_need_is_hidden_and_nothing_else() -> None:
    assert {"shapely", "pytest", "playwright", "hypothesis", "httpx2"} <= absent()
    assert {"streamlit", "plotly", "starlette", "networkx", "scipy"} <= required()
    assert not absent() & (sys.stdlib_module_names | required() | set(PRODUCT))
    done = run("shapely")
    assert done.returncode == 1
    assert "No module named 'shapely'" in done.stderr


def test_every_module_of_the_app_can_be_imported() -> None:
    files = [path for name in PRODUCT for path in (ROOT / name).rglob("*.py") if path.name != "__main__.py"]
    names = [path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in (*files, ROOT / "app.py")]
    assert len(names) > 150
    script = f"import importlib; [importlib.import_module(name) for name in {sorted(names)!r}]"
    program = f"from tests.support.after_make_run import hide; hide(); {script}"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (f"graph predict {TOY / 'experiments.yaml'} {TOY} --json", '"agreement"'),
        (f"graph simulate --csv {TOY}", "hours,"),
    ],
)
def test_the_model_runs(words: str, says: str) -> None:
    done = run(*words.split(" "))
    assert (done.returncode, done.stderr) == (0, "")
    assert says in done.stdout


def test_parts_can_be_placed(folder: Path) -> None:
    words = ["authoring", "place", "overview", "736", "--port", "0", "--folder", str(folder)]
    serving = subprocess.Popen(
        [*COMMAND, *words],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert serving.stdout and serving.stderr
        said = serving.stdout.readline()
        found = re.match(r"http://127\.0\.0\.1:\d+", said)
        assert found, said + serving.stderr.read()
        with urlopen(f"{found[0]}/scene", timeout=PATIENCE) as scene:  # noqa: S310 - our own
            assert "<svg" in json.load(scene)["svg"]
        serving.send_signal(signal.SIGINT)
        assert serving.wait(PATIENCE) == 0
    finally:
        serving.kill()
        serving.communicate()


@pytest.mark.parametrize(
    "words", [["draw"], ["letter", "nmda-blockade", "736", "--folder"]], ids=lambda words: words[0]
)
def test_what_needs_more_says_in_one_sentence_what_to_install(words: list[str], folder: Path) -> None:
    done = run("authoring", *words, str(folder))
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(
        r"“(draw|letter)” needs shapely, .+; install it with: .+ -r requirements-dev\.txt", done.stderr.strip()
    )
    assert re.search(r"^shapely==", (ROOT / "requirements-dev.txt").read_text(encoding="utf-8"), re.MULTILINE)
