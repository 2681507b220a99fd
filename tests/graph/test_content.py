"""The content loads whole, cannot be changed by accident, and any second mechanism loads the same way."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from graph.content import CONTENT, NO_DYNAMICS, NO_OVERVIEW, Mechanism, check, folders, load
from graph.draft import SECTIONS, read_draft
from graph.faults import ContentError
from graph.records import Experiment, Reference
from tests.graph.seeds import TOY, copy_toy

KETAMINE = CONTENT / "ketamine"
FOLDERS = pytest.mark.parametrize("folder", [*folders().values(), TOY], ids=lambda folder: folder.name)


@cache
def loaded(folder: Path) -> Mechanism:
    return load(folder)


@pytest.fixture
def ketamine() -> Mechanism:
    return loaded(KETAMINE)


@pytest.fixture
def toy() -> Mechanism:
    return loaded(TOY)


def plain(value: Any) -> Any:
    """YAML data as the models dump it: dates as text, texts without the space around them."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, str):
        return value.strip()
    return value.isoformat() if hasattr(value, "isoformat") else value


def written(folder: Path, section: str) -> list[Any]:
    """What the YAML files of `section` say, read without any code of ours, in file order."""
    files = sorted([*folder.glob(f"{section}.yaml"), *folder.glob(f"{section}/*.yaml")])
    contents = [plain(yaml.load(file.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))) for file in files]  # noqa: S506
    return [record for content in contents for record in (content if isinstance(content, list) else [content])]


def kept(mechanism: Mechanism, section: str) -> list[BaseModel]:
    """What the loaded mechanism holds of `section`."""
    value = getattr(mechanism, "manifest" if section == "mechanism" else "layouts" if section == "layout" else section)
    if value is NO_OVERVIEW or value is NO_DYNAMICS:
        return []
    return list(value.values()) if isinstance(value, Mapping) else [value]


@FOLDERS
@pytest.mark.parametrize("section", SECTIONS)
def test_loading_loses_and_adds_nothing(folder: Path, section: str) -> None:
    mechanism = loaded(folder)
    dumped = [record.model_dump(mode="json", exclude_unset=True) for record in kept(mechanism, section)]
    assert dumped or SECTIONS[section].optional or not (mechanism.manifest.main or SECTIONS[section].basic)
    assert dumped == written(folder, section)


@FOLDERS
def test_records_stand_under_their_own_id(folder: Path) -> None:
    mechanism = loaded(folder)
    for section, spec in SECTIONS.items():
        if spec.listed:
            records: Mapping[str, BaseModel] = getattr(mechanism, section)
            assert all(getattr(record, spec.key) == id_ for id_, record in records.items())
    assert all(layout.width == width for width, layout in mechanism.layouts.items())
    assert tuple(mechanism.layouts) == tuple(sorted(mechanism.manifest.widths))


def test_the_content_of_the_app_is_what_loads_without_a_name(ketamine: Mechanism) -> None:
    mechanism = load()
    assert (mechanism.folder, mechanism.digest) == (KETAMINE, ketamine.digest)
    assert mechanism.manifest.id == KETAMINE.name


def test_every_section_reaches_the_mechanism() -> None:
    fields = {field.name for field in dataclasses.fields(Mechanism)} - {"folder", "digest"}
    assert fields == {*SECTIONS} - {"mechanism", "layout"} | {"manifest", "layouts"}


def test_a_record_cannot_be_changed(ketamine: Mechanism) -> None:
    for section in SECTIONS:
        record = kept(ketamine, section)[0]
        name = next(iter(type(record).model_fields))
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, name, None)


def test_a_block_inside_a_record_cannot_be_changed(ketamine: Mechanism) -> None:
    arrow = next(iter(ketamine.arrows.values()))
    with pytest.raises(ValidationError, match="frozen"):
        arrow.evidence.supports = ()  # type: ignore[misc]
    assert isinstance(arrow.evidence.supports, tuple)


def test_the_mechanism_cannot_be_changed(ketamine: Mechanism) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ketamine.digest = ""  # type: ignore[misc]
    mappings = [value for value in vars(ketamine).values() if isinstance(value, Mapping)]
    assert len(mappings) >= len(SECTIONS) - 3
    assert all(isinstance(mapping, MappingProxyType) for mapping in mappings)


def test_a_chain_leads_from_end_to_end_of_an_arrow_of_the_picture(ketamine: Mechanism) -> None:
    for link in ketamine.overview.links:
        chain = ketamine.chain(link.id)
        assert tuple(arrow.id for arrow in chain) == link.via
        assert (chain[0].source, chain[-1].target) == (link.source, link.target)
        assert all(first.target == second.source for first, second in pairwise(chain))


def test_the_chain_of_any_other_arrow_is_the_arrow_itself(ketamine: Mechanism) -> None:
    others = [id_ for id_ in ketamine.arrows if id_ not in ketamine.links]
    assert others
    assert all(ketamine.chain(id_) == (ketamine.arrows[id_],) for id_ in others)


def test_an_id_that_is_no_arrow_has_no_chain(toy: Mechanism) -> None:
    assert [arrow.id for arrow in toy.chain("brake--mood--picture")] == ["brake--signal", "signal--mood"]
    with pytest.raises(KeyError, match="mood--drug"):
        toy.chain("mood--drug")


@pytest.mark.parametrize("file", sorted(path.relative_to(TOY).as_posix() for path in TOY.rglob("*.yaml")))
def test_the_digest_changes_with_any_file(file: str, tmp_path: Path, toy: Mechanism) -> None:
    folder = copy_toy(tmp_path)
    with (folder / file).open("ab") as stream:
        stream.write(b"#")
    assert load(folder).digest != toy.digest


def test_the_digest_changes_with_a_name_and_a_picture(tmp_path: Path, toy: Mechanism) -> None:
    folder = copy_toy(tmp_path)
    (folder / "scene").mkdir()
    (folder / "scene" / "a.svg").write_text("<svg/>", encoding="utf-8")
    pictured = read_draft(folder).digest
    (folder / "scene" / "a.svg").rename(folder / "scene" / "b.svg")
    renamed = read_draft(folder).digest
    assert len({toy.digest, pictured, renamed}) == 3


def test_the_digest_of_a_copy_is_the_same(tmp_path: Path, toy: Mechanism) -> None:
    assert load(Path(shutil.copytree(TOY, tmp_path / "elsewhere" / "renamed"))).digest == toy.digest


def test_what_does_not_load_lists_every_fault(tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    (folder / "claims.yaml").write_text("a: [", encoding="utf-8")
    (folder / "notes.yaml").write_text("a: 1", encoding="utf-8")
    steps = folder / "steps.yaml"
    steps.write_text(steps.read_text(encoding="utf-8").replace("order: ", "order: 1"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert {fault.rule for fault in caught.value.faults} == {"broken-yaml", "stray-file", "step-order"}
    assert list(caught.value.faults) == check(folder)
    assert str(caught.value).splitlines() == [str(fault) for fault in caught.value.faults]


@FOLDERS
def test_only_a_paper_whose_doi_was_seen_has_a_link(folder: Path) -> None:
    references = loaded(folder).references.values()
    linked = [reference for reference in references if reference.url is not None]
    assert [reference for reference in references if reference.verified.doi] == linked
    assert 0 < len(linked) < len(references)
    assert all(reference.url == f"https://doi.org/{reference.doi}" for reference in linked)


def test_a_doi_that_was_not_seen_is_no_link(toy: Mechanism) -> None:
    seen = toy.references["one2001"]
    unseen = seen.verified.model_copy(update={"doi": False})
    assert seen.url is not None
    assert seen.model_copy(update={"verified": unseen}).url is None
    assert seen.model_copy(update={"doi": None, "doi_unseen": seen.doi}).url is None


def test_the_experiments_keep_their_schema() -> None:
    # Other tools read this file: every row has all fields, in one order, under an id of its own.
    rows = written(KETAMINE, "experiments")
    ids = [row["id"] for row in rows]
    assert rows
    assert {tuple(row) for row in rows} == {tuple(Experiment.model_fields)}
    assert len(set(ids)) == len(ids)


def test_an_experiment_that_cuts_an_arrow_acts_on_one_of_its_ends(ketamine: Mechanism) -> None:
    cuts = [target for row in ketamine.experiments.values() for target in row.targets if target.edge]
    assert cuts
    for target in cuts:
        arrow = ketamine.arrows[str(target.edge)]
        assert target.node in (arrow.source, arrow.target)


@FOLDERS
def test_the_name_of_every_thing_in_the_picture_can_be_read(folder: Path) -> None:
    # Beside its frame, or inside one that hides the picture under it.
    for width, layout in loaded(folder).layouts.items():
        assert [id_ for id_, place in layout.things.items() if not place.label and not place.filled] == [], width


def test_a_step_number_stands_where_the_picture_has_one(ketamine: Mechanism) -> None:
    badges = {thing.id for thing in ketamine.overview.things if thing.badge}
    assert badges
    for width, layout in ketamine.layouts.items():
        assert {id_ for id_, place in layout.things.items() if place.badge} == badges, width


def test_a_step_number_is_that_of_a_step_of_the_cascade(ketamine: Mechanism) -> None:
    badges = [thing.badge for thing in ketamine.overview.things if thing.badge]
    assert sorted(badges) == [step.order for step in ketamine.steps.values() if step.cascade]


def test_a_reference_that_is_made_by_hand_is_checked_too() -> None:
    with pytest.raises(ValidationError, match="doi"):
        Reference.model_validate({**written(TOY, "references")[0], "doi": "https://doi.org/10.1000/one"})
