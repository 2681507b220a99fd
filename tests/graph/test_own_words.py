"""No sentence of the content or the interface is taken from the articles that are graded here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.content import Mechanism
from tests.support.articles import FILE, SIZE, fingerprint, fingerprints, known, main, runs

ASSETS = Path(__file__).parent.parent.parent / "assets"
FOLDERS = ("content", "interface")
# Of references only the finding is ours: titles and names are those of the papers.
OTHERS_WORDS = frozenset({"title", "authors", "journal", "where", "label", "sources", "full_name"})
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def ours() -> Iterator[tuple[str, str]]:
    for path in sorted(path for folder in FOLDERS for path in (ASSETS / folder).rglob("*.yaml")):
        yield from texts(yaml.load(path.read_bytes(), LOADER), path.relative_to(ASSETS).as_posix())  # noqa: S506


def taken(theirs: frozenset[bytes], said: Iterator[tuple[str, str]]) -> list[str]:
    """Places and runs of words that somebody else has too."""
    return [f"{where}: {run}" for where, text in said for run in runs(text) if fingerprint(run) in theirs]


def test_runs_of_words_are_found_across_punctuation() -> None:
    theirs = known(fingerprints(["One two, three four; five six seven “eight” nine", "short"]))
    assert len(theirs) == 2
    here = {"a": [{"id": "b", "text": "Zero one two three four five six seven eight!"}], "title": "One two three"}
    assert taken(theirs, texts(here, "x")) == ["x.a[b].text: one two three four five six seven eight"]
    assert taken(theirs, texts({"text": "one two three four five six seven"}, "x")) == []


def test_the_hashes_are_those_of_the_articles(content: Mechanism) -> None:
    theirs = known(FILE.read_bytes())
    assert len(theirs) > 1_000
    long = [run for one in content.articles.values() for run in runs(one.title or "")]
    assert long, "else no title is long enough to tell"
    assert [run for run in long if fingerprint(run) not in theirs] == []


@pytest.mark.parametrize("kept", [b"1", b"b" * SIZE + b"a" * SIZE, b"a" * 2 * SIZE])
def test_what_is_no_file_of_hashes_is_refused(kept: bytes) -> None:
    with pytest.raises(ValueError, match="hashes"):
        known(kept)


def test_the_file_is_made_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text("One two three four five six seven eight nine", encoding="utf-8")
    monkeypatch.setattr("tests.support.articles.FILE", tmp_path / "out")
    assert main(tmp_path / "in") == 0
    assert (tmp_path / "out").read_bytes() == fingerprints(["one two three four five six seven eight nine"])


def test_no_sentence_shares_eight_words_in_a_row_with_an_article() -> None:
    said = list(ours())
    assert {where.partition("/")[0] for where, _ in said} == set(FOLDERS)
    assert sum(1 for _, text in said for _ in runs(text)) > 30_000
    assert taken(known(FILE.read_bytes()), iter(said)) == []
