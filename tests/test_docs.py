"""The documentation says what is true: commands, files, tests and versions it names exist."""

from __future__ import annotations

import re
from pathlib import Path

import plotly.graph_objects as go
import pytest

from graph import __version__
from pages.__main__ import document

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("doc", DOCS, ids=lambda path: path.name)
def test_every_file_and_target_that_is_named_exists(doc: Path) -> None:
    text = doc.read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)", text):
        if target not in ("and", "sure"):
            assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), target
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (doc.parent / link).exists(), link
    for path in re.findall(r"`((?:ui|graph|figures|assets|docs|tests|pages)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path


def test_every_test_that_a_document_names_exists() -> None:
    for doc in DOCS:
        for file, name in re.findall(r"`(test_\w+\.py)(?:::(\w+))?`", doc.read_text(encoding="utf-8")):
            (path,) = ROOT.glob(f"tests/**/{file}")
            assert not name or f"def {name}(" in path.read_text(encoding="utf-8"), (file, name)


def test_every_picture_of_the_documentation_is_quick_to_load() -> None:
    pictures = list((ROOT / "docs").glob("*.png"))
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size >= 2**20] == []


def test_the_changelog_and_the_project_know_the_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_notebook_example_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    shown: list[go.Figure] = []
    monkeypatch.setattr(go.Figure, "show", lambda figure: shown.append(figure))  # no notebook here
    monkeypatch.chdir(tmp_path)
    exec(example, {})  # noqa: S102 - our own README
    assert len(shown) == example.count(".show()")
    assert all(figure.data and figure.layout.images for figure in shown)


def test_plotly_is_one_version_in_both_package_lists() -> None:
    import json

    import plotly.offline

    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]["plotly.js-basic-dist-min"]
    assert named == plotly.offline.get_plotlyjs_version()


def test_every_parameter_of_every_page_is_documented() -> None:
    assert (ROOT / "docs" / "addresses.md").read_text(encoding="utf-8") == document(), (
        "run “python -m pages > docs/addresses.md” and commit the result"
    )
