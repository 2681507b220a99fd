"""A file is read with the line of every field, by either parser, and says why when it cannot be read."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from graph import documents
from graph.content import CONTENT
from graph.documents import Document, Path_, dotted, read
from graph.faults import Fault
from tests.graph.seeds import TOY

TEXT = """\
# A comment, which counts as a line.
- id: one
  evidence:
    supports:
      - first
      - second
    opposes: [third,
              fourth]
- id: two
  place: {x: 1,
          y: 2}
  note: >
    A text that goes on
    over two lines.
  after: text
"""

Reader = Callable[[Path, str], tuple[Document | None, list[Fault]]]


@pytest.fixture(scope="module")
def pure() -> ModuleType:
    """The module as it is on a machine whose PyYAML has no C parser."""
    spec = importlib.util.spec_from_file_location("pure_documents", documents.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        patch.setitem(sys.modules, spec.name, module)  # dataclasses look their module up
        spec.loader.exec_module(module)
    return module


def parsed(text: str, folder: Path, reader: Reader = read) -> tuple[Document, list[Fault]]:
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    document, faults = reader(path, "a.yaml")
    assert document is not None
    return document, faults


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((0,), 2),
        ((0, "id"), 2),
        ((0, "evidence"), 3),
        ((0, "evidence", "supports"), 4),
        ((0, "evidence", "supports", 1), 6),
        ((0, "evidence", "opposes"), 7),
        ((0, "evidence", "opposes", 1), 8),
        ((1,), 9),
        ((1, "place", "x"), 10),
        ((1, "place", "y"), 11),
        ((1, "after"), 15),
    ],
    ids=str,
)
def test_a_value_is_found_on_its_line(path: Path_, line: int, tmp_path: Path) -> None:
    document, faults = parsed(TEXT, tmp_path)
    assert faults == []
    assert document.line(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((1, "place", "z"), 10),
        ((0, "evidence", "supports", 7, "deeper"), 4),
        ((1, "nothing", "at", "all"), 9),
        ((5,), 2),
        ((), 2),
    ],
    ids=str,
)
def test_what_is_not_there_is_sought_on_the_line_of_what_should_hold_it(path: Path_, line: int, tmp_path: Path) -> None:
    assert parsed(TEXT, tmp_path)[0].line(path) == line


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("root",), "root"),
        (("evidence", "supports", 2), "evidence.supports[2]"),
        ((0, "id"), "[0].id"),
        (("links", 1, "via", 0), "links[1].via[0]"),
    ],
    ids=str,
)
def test_a_path_reads_as_an_author_would_write_it(path: Path_, text: str) -> None:
    assert dotted(path) == text


def test_every_repeat_of_a_key_is_a_fault_that_names_both_lines(tmp_path: Path) -> None:
    document, faults = parsed("a: 1\nb:\n  c: [1, 2]\n  c:\n    - 3\n    - 4\na: 5\na: 6\n", tmp_path)
    assert [(fault.rule, fault.field, fault.line) for fault in faults] == [
        ("duplicate-key", "b.c", 4),
        ("duplicate-key", "a", 7),
        ("duplicate-key", "a", 8),
    ]
    assert "first on line 3" in faults[0].problem
    assert "first on line 1" in faults[1].problem
    # The data holds the last one, so its lines must be those of the last one too.
    assert document.data == {"a": 6, "b": {"c": [3, 4]}}
    assert [document.line(path) for path in (("a",), ("b", "c"), ("b", "c", 0), ("b", "c", 1))] == [8, 4, 5, 6]


def test_the_same_key_in_two_blocks_is_no_fault(tmp_path: Path) -> None:
    assert parsed("- {id: a, b: {id: c}}\n- {id: a}\n", tmp_path)[1] == []


def test_a_field_that_overrides_a_merged_one_is_no_fault(tmp_path: Path) -> None:
    document, faults = parsed("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  x: 3\n", tmp_path)
    assert faults == []
    assert document.data["b"] == {"x": 3, "y": 2}
    assert document.line(("b", "x")) == 4


def test_a_date_stays_text_so_that_an_impossible_one_can_be_named(tmp_path: Path) -> None:
    document, _ = parsed("- 2026-01-31\n- 2026-02-30\n- 2026-01-31T10:00:00\n- 7\n", tmp_path)
    assert document.data == ["2026-01-31", "2026-02-30", "2026-01-31T10:00:00", 7]


def test_without_the_c_parser_the_pure_one_is_used(pure: ModuleType) -> None:
    assert not issubclass(pure.Loader, getattr(yaml, "CSafeLoader", ()))
    assert issubclass(pure.Loader, yaml.SafeLoader)


@pytest.mark.parametrize(
    "path",
    [
        *sorted(TOY.rglob("*.yaml")),
        CONTENT / "ketamine" / "steps.yaml",
        *sorted((CONTENT / "ketamine").glob("layout/*")),
    ],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_both_parsers_find_the_same_data_on_the_same_lines(path: Path, pure: ModuleType) -> None:
    document, faults = read(path, path.name)
    other, other_faults = pure.read(path, path.name)
    assert document is not None
    assert document.lines
    assert (document.data, document.lines, faults) == (other.data, other.lines, other_faults)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a: 1\nb: c: d\n", 2),
        (b"a: 1\n\tb: 2\n", 2),
        (b"a:\n  - 1\n b: 2\n", 3),
        (b"a: 1\nb: {[c]: d}\n", 2),
        (b"a: 1\nb: *nowhere\n", 2),
        (b"a: 1\nb: !thing 2\n", 2),
        (b"a: 1\n---\nb: 2\n", 2),
        ("é: „é”\né: 1\nb: \x07\nc: 1\n".encode(), 3),
        ("a: 1\nb: é\n".encode("latin-1"), 2),
        ("a: 1\nb: 2\n".encode("utf-16"), 1),
        (b"", 1),
        (b"# a comment\n\n", 1),
    ],
    ids=repr,
)
def test_both_parsers_name_the_line_that_cannot_be_read(
    data: bytes, line: int, pure: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    for reader in (read, pure.read):
        document, faults = reader(path, "a.yaml")
        assert document is None
        assert [(fault.rule, fault.file, fault.line) for fault in faults] == [("broken-yaml", "a.yaml", line)]
        assert faults[0].fix
