"""No sentence of the content is taken from the articles that it grades."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
CONTENT = ROOT / "assets" / "content"
# The articles belong to their authors and are not part of the project; whoever has them lays them beside it.
ARTICLES = Path(os.environ.get("ARTICLES", ROOT.parent / "shared" / "sources"))
TOGETHER = 8
# Of references only the finding is ours: titles and names are those of the papers.
OTHERS_WORDS = frozenset({"title", "authors", "journal", "where", "label", "sources", "full_name"})


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words in `text`."""
    found = words(text)
    return {tuple(found[at : at + TOGETHER]) for at in range(len(found) - TOGETHER + 1)}


def texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every text of ours in a piece of content, with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in OTHERS_WORDS:
                yield from texts(each, f"{where}.{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            name = each.get("id", number) if isinstance(each, dict) else number
            yield from texts(each, f"{where}[{name}]")


def test_runs_of_words_are_found_across_punctuation() -> None:
    assert runs("One two, three four; five six seven “eight” nine") & runs(
        "zero one two three four five six seven eight!"
    )
    assert not runs("one two three four five six seven")


def test_no_sentence_shares_eight_words_in_a_row_with_an_article() -> None:
    articles = sorted(path for path in ARTICLES.glob("*") if path.is_file()) if ARTICLES.is_dir() else []
    if not articles:
        pytest.skip(f"the source articles are not at {ARTICLES}; name their folder in ARTICLES to run this")
    theirs = set().union(*(runs(path.read_text(encoding="utf-8", errors="replace")) for path in articles))
    assert len(theirs) > 1_000
    shared = [
        f"{where}: {' '.join(run)}"
        for path in sorted(CONTENT.rglob("*.yaml"))
        for where, text in texts(yaml.safe_load(path.read_text(encoding="utf-8")), path.relative_to(CONTENT).as_posix())
        for run in sorted(runs(text) & theirs)
    ]
    assert not shared
