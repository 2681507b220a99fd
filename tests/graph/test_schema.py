"""The JSON Schemas that editors use are those of the models, and every content file points to its own."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.content import CONTENT
from graph.draft import SECTIONS
from graph.schema import SCHEMAS, schema, schemas, write

CONTENT_FILES = sorted(path for path in CONTENT.rglob("*.yaml"))


@pytest.mark.parametrize("name", schemas())
def test_a_committed_schema_is_the_one_the_models_make(name: str) -> None:
    path = SCHEMAS / name
    committed = path.read_text(encoding="utf-8") if path.exists() else ""
    assert committed == schemas()[name], f"{name} is out of date: run “python -m graph schema” and commit the result"


def test_there_is_a_schema_for_each_section_and_no_other() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{section}.schema.json" for section in SECTIONS}


@pytest.mark.parametrize("path", CONTENT_FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_a_content_file_points_to_the_schema_of_its_section(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    pointer = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert pointer, f"the first line must be “# yaml-language-server: $schema=…”, not “{first}”"
    section = path.relative_to(CONTENT).parts[1].removesuffix(".yaml")
    target = (path.parent / pointer[1]).resolve()
    assert target.is_file()
    assert target == (SCHEMAS / f"{section}.schema.json").resolve()


def test_there_is_content_to_point_from() -> None:
    assert {path.relative_to(CONTENT).parts[1].removesuffix(".yaml") for path in CONTENT_FILES} == set(SECTIONS)


def record(section: str) -> dict[str, Any]:
    """The part of a schema that describes one record."""
    whole = schema(section)
    reference = (whole["items"] if SECTIONS[section].listed else whole).get("$ref")
    found: dict[str, Any] = whole["$defs"][reference.rpartition("/")[2]] if reference else whole
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_a_schema_knows_every_field_and_refuses_any_other(section: str) -> None:
    model = SECTIONS[section].model
    described = record(section)
    assert set(described["properties"]) == set(model.model_fields)
    assert described["additionalProperties"] is False
    needed = {name for name, field in model.model_fields.items() if field.is_required()}
    assert set(described["required"]) == needed


@pytest.mark.parametrize("section", SECTIONS)
def test_a_file_of_many_records_is_described_as_a_list(section: str) -> None:
    assert schema(section)["type"] == ("array" if SECTIONS[section].listed else "object")


def test_a_schema_offers_the_words_and_signs_that_are_allowed() -> None:
    definitions = schema("arrows")["$defs"]
    assert definitions["Sign"]["enum"] == [1, -1]
    assert "driver" in definitions["Role"]["enum"]


def test_schemas_are_written_where_there_is_no_folder_yet(tmp_path: Path) -> None:
    files = write(tmp_path / "new" / "schema")
    assert {path.name: path.read_text(encoding="utf-8") for path in files} == schemas()
    assert all(json.loads(path.read_text(encoding="utf-8"))["$schema"].endswith("2020-12/schema") for path in files)
