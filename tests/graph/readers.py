"""Readers of what the content is exported to: other programs' own, put together for the tests."""

from __future__ import annotations

import csv
import io
from typing import Any

import rispy  # type: ignore[import-untyped]
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from pylatexenc.latex2text import (  # type: ignore[import-untyped]
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)


def decoder() -> LatexNodes2Text:
    """Reads LaTeX, with the three signs that the library does not read as LaTeX sets them."""
    signs = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    context = get_default_latex_context_db()
    context.add_context_category("signs", macros=[MacroTextSpec(*sign) for sign in signs.items()], prepend=True)
    return LatexNodes2Text(latex_context=context)


def read_bibtex(text: str) -> dict[str, dict[str, Any]]:
    """The entries by key, with LaTeX decoded and names apart, as a program for references sees them."""
    read = decoder()
    names = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = parse_string(text, append_middleware=[*names, middlewares.LatexDecodingMiddleware(decoder=read)])
    assert not library.failed_blocks
    assert not library.comments
    entries: dict[str, dict[str, Any]] = {}
    for entry in library.entries:
        assert entry.key not in entries
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        for name in fields.get("author", []):
            for part in ("first", "von", "last", "jr"):
                setattr(name, part, [read.latex_to_text(word) for word in getattr(name, part)])
        entries[entry.key] = {"type": entry.entry_type, **fields}
    return entries


def read_ris(text: str) -> dict[str, dict[str, Any]]:
    """The entries by id."""
    entries: list[dict[str, Any]] = rispy.loads(text)
    return {entry["id"]: entry for entry in entries}


def read_csv(text: str) -> dict[str, dict[str, str]]:
    """The rows by id."""
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}
