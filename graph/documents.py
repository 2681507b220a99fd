"""YAML files read together with the line of every field, so that a fault can name its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import yaml
from yaml.reader import ReaderError

from graph.faults import Fault

Path_ = tuple[str | int, ...]
"""Path of a value inside a document: keys and list positions, from the top."""

# The C parser is about fifteen times faster; the pure Python one is the fallback where libyaml is missing.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Parser):  # type: ignore[misc]  # the C parser has no types
    """Reads dates as text, so that the models validate them: YAML itself would fail on 30 February."""

    yaml_implicit_resolvers: ClassVar = {
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for first, pairs in _Parser.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True)
class Document:
    """One parsed file: its plain data, and the line of each path in it."""

    name: str
    data: Any
    lines: dict[Path_, int] = field(repr=False)

    def line(self, path: Path_) -> int:
        """Line (from 1) of the value at `path`, or of the nearest enclosing value that is known."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(path: Path, name: str) -> tuple[Document | None, list[Fault]]:
    """Parse the file at `path`.

    Args:
        path: The YAML file.
        name: What to call it in messages.

    Returns:
        The document and its faults. The document is None if it could not be parsed. Repeated keys are faults, because
        YAML itself would silently keep the last.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, [Fault("broken-yaml", name, line, "", "the file is not UTF-8 text", "save it as UTF-8")]
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        if node is None:
            return None, [Fault("broken-yaml", name, 1, "", "the file is empty", "write its content, or delete it")]
        lines: dict[Path_, int] = {}
        # Before the data is constructed, because that writes merged keys into the nodes.
        faults = list(_walk(node, (), node.start_mark.line + 1, lines, name))
        data = loader.construct_document(node)
    except ReaderError as error:
        # Its position counts bytes in one parser and characters in the other, so look for the character.
        line = text.partition(chr(error.character))[0].count("\n") + 1
        return None, [
            Fault("broken-yaml", name, line, "", f"this is not valid YAML: {error.reason}", "delete the character")
        ]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = " ".join(part for part in (error.context, error.problem) if part)
        return None, [
            Fault(
                "broken-yaml",
                name,
                line,
                "",
                f"this is not valid YAML: {problem}",
                "look at this line and the one before it: indentation, a missing colon or quote",
            )
        ]
    return Document(name, data, lines), faults


def _walk(node: yaml.Node, path: Path_, line: int, lines: dict[Path_, int], name: str) -> Iterator[Fault]:
    """Record the line of `node` and of every value below it in `lines`; yield a fault for every repeated key."""
    lines[path] = line
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue  # constructing the data reports it
            line = key.start_mark.line + 1
            if key.value in seen:
                yield Fault(
                    "duplicate-key",
                    name,
                    line,
                    dotted((*path, key.value)),
                    f"“{key.value}” is given twice, first on line {seen[key.value]}",
                    "keep one of the two",
                )
            seen[key.value] = line
            yield from _walk(value, (*path, key.value), line, lines, name)
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            yield from _walk(value, (*path, position), value.start_mark.line + 1, lines, name)


def dotted(path: Path_) -> str:
    """`path` as an author writes it, for example ``evidence.supports[2]``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
