"""JSON Schema of every content file, so that editors can complete and validate it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from graph.content import CONTENT
from graph.draft import SECTIONS

SCHEMAS = CONTENT / "schema"


def schema(section: str) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) for the files of `section`."""
    spec = SECTIONS[section]
    kind: Any = list[spec.model] if spec.listed else spec.model  # type: ignore[name-defined]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(kind).json_schema(),
    }


def schemas() -> dict[str, str]:
    """Text of every schema by file name."""
    return {
        f"{section}.schema.json": json.dumps(schema(section), indent=2, ensure_ascii=False) + "\n"
        for section in SECTIONS
    }


def write(folder: Path = SCHEMAS) -> list[Path]:
    """Write every schema into `folder`, creating it if needed; returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        files.append(path)
    return files
