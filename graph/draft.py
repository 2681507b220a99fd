"""The raw content as read from disk: every record with its place, valid or not.

The rules in `graph.rules` check a draft; `graph.content` turns a draft without faults into a `Mechanism`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from graph import kinetics, models, records, treatment
from graph.documents import Document, Path_, dotted, read
from graph.faults import Fault, explain
from graph.illustration import Illustration
from graph.layout import Camera, Layout
from graph.story import Moment
from graph.words import Verdicts, Words


@dataclass(frozen=True)
class Section:
    """A part of the content: its model, and whether its file holds one record or a list.

    A list may be split over the files of a folder with the same name. A `keyed` section is always a folder with one
    record per file, identified by the file's name. `key` is the field that identifies a record of a list. The main
    mechanism needs every section that is not `optional`, because the pages show them all; a mechanism that is only
    shown for comparison needs just those that are `basic`.
    """

    model: type[BaseModel]
    listed: bool = True
    keyed: bool = False
    key: str = "id"
    basic: bool = False
    optional: bool = False


SECTIONS: dict[str, Section] = {
    "mechanism": Section(models.Manifest, listed=False, basic=True),
    "steps": Section(models.Step, basic=True),
    "things": Section(models.Thing, basic=True),
    "arrows": Section(models.Arrow, basic=True),
    "absent": Section(models.AbsentArrow),
    "hypotheses": Section(models.Hypothesis, basic=True),
    "overview": Section(models.Overview, listed=False),
    "references": Section(records.Reference, basic=True),
    "identifiers": Section(records.Identifier, key="curie"),
    "articles": Section(records.Article),
    "claims": Section(records.Claim),
    "systems": Section(records.System),
    "unsaid": Section(records.Unsaid),
    "cautions": Section(records.Caution),
    "glossary": Section(records.Term),
    "experiments": Section(records.Experiment),
    "story": Section(Moment),
    "numbers": Section(records.Number),
    "treatment": Section(treatment.Passage),
    "rulings": Section(treatment.Ruling),
    "arrays": Section(treatment.IconArray),
    "crisis": Section(treatment.CrisisLine),
    "passages": Section(treatment.TreatmentWords, listed=False, keyed=True),
    "dynamics": Section(kinetics.Dynamics, listed=False),
    "words": Section(Words, listed=False, keyed=True, basic=True),
    "verdicts": Section(Verdicts, listed=False, keyed=True),
    "layout": Section(Layout, listed=False, keyed=True),
    "cameras": Section(Camera, listed=False, keyed=True),
    "illustrations": Section(Illustration, listed=False, keyed=True, optional=True),
}


@dataclass(frozen=True)
class Found:
    """A record and its place in a file. `item` is the validated record, or None if validation failed."""

    section: str
    id: str
    document: Document
    path: Path_
    item: Any

    def fault(self, rule: str, path: Path_, problem: str, fix: str) -> Fault:
        """A fault of this record, located at the field `path` inside it."""
        line = self.document.line((*self.path, *path))
        name = ": ".join(part for part in (self.id, dotted(path)) if part)
        return Fault(rule, self.document.name, line, name, problem, fix)


@dataclass
class Draft:
    """All records of a content folder, and the faults found while reading them."""

    folder: Path
    found: dict[str, list[Found]] = field(default_factory=lambda: {name: [] for name in SECTIONS})
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Files that are missing, unreadable or hold a record without an id, so that some ids are unknown."""
    digest: str = ""

    def all(self, section: str) -> Iterator[Found]:
        """The valid records of `section`, in file order."""
        return (found for found in self.found[section] if found.item is not None)

    def one(self, section: str) -> Found | None:
        """The only record of an unlisted section, or None if it is missing or invalid."""
        return next(self.all(section), None)

    def ids(self, section: str) -> set[str]:
        """Every id of `section`, including the ids of invalid records.

        A fault in a record is therefore reported once, and not again at each place that refers to it.
        """
        return {found.id for found in self.found[section] if found.id}

    def needs(self, section: str) -> bool:
        """Whether `section` is mandatory in this content."""
        manifest = self.one("mechanism")
        if SECTIONS[section].optional:
            return False
        return SECTIONS[section].basic or (manifest is not None and bool(manifest.item.main))

    def known(self, section: str) -> bool:
        """Whether every id of `section` is known, so that `ids` is complete."""
        return not any(_section_of(name) == section for name in self.unread)

    def whole(self, section: str) -> bool:
        """Whether every record of `section` is valid, so that `all` is complete."""
        return self.known(section) and all(found.item is not None for found in self.found[section])


def read_draft(folder: Path) -> Draft:
    """Read every content file in `folder`. Faults are collected in the draft, not raised."""
    draft = Draft(folder)
    digest = sha256()
    if not (folder / "mechanism.yaml").is_file():
        draft.faults.append(
            Fault(
                "missing-file",
                "mechanism.yaml",
                1,
                "",
                f"{folder} contains no mechanism.yaml, so it is not a content folder",
                "name a folder such as assets/content/NAME",
            )
        )
        draft.unread.update(map(_file_of, SECTIONS))
        return draft
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in files:
        name = path.relative_to(folder).as_posix()
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
        if path.suffix in (".yaml", ".yml"):
            _read_file(draft, path, name)
    for section, found in draft.found.items():
        if not found and not SECTIONS[section].optional:
            _report_missing(draft, section)
    draft.digest = digest.hexdigest()[:12]
    return draft


def _report_missing(draft: Draft, section: str) -> None:
    wanted, needed = _file_of(section), draft.needs(section)
    there = (draft.folder / wanted).is_file()
    reported = any(_section_of(fault.file) == section for fault in draft.faults)
    if not (needed or there or reported):
        return
    if not reported:
        rule, problem = ("empty", "the list has no records") if there else ("missing-file", "this file is missing")
        fix = f"write {wanted}" if not there else "add at least one" + ("" if needed else ", or delete the file")
        draft.faults.append(Fault(rule, wanted, 1, "", problem, fix))
    draft.unread.add(wanted)


def _file_of(section: str) -> str:
    return f"{section}/" if SECTIONS[section].keyed else f"{section}.yaml"


def _section_of(name: str) -> str:
    return name.partition("/")[0].removesuffix(".yaml")


def _belongs(spec: Section, depth: int) -> bool:
    """Whether a file `depth` folders down may contain records of this section."""
    return depth == 1 if spec.keyed else depth <= (1 if spec.listed else 0)


def _read_file(draft: Draft, path: Path, name: str) -> None:
    section = _section_of(name)
    spec = SECTIONS.get(section)
    if spec is None or path.suffix != ".yaml" or not _belongs(spec, name.count("/")):
        draft.faults.append(
            Fault("stray-file", name, 1, "", "this file is not part of the content", "move, rename or delete it")
        )
        return
    document, faults = read(path, name)
    draft.faults.extend(faults)
    if document is None:
        draft.unread.add(name)
        return
    if not spec.listed:
        draft.found[section].append(_validated(draft, section, path.stem if spec.keyed else "", document, ()))
    elif not isinstance(document.data, list):
        draft.unread.add(name)
        draft.faults.append(Fault("wrong-type", name, 1, "", "this should be a list", "start each record with “- id:”"))
    else:
        for position, raw in enumerate(document.data):
            id_ = raw.get(spec.key) if isinstance(raw, dict) else None
            if not id_:
                draft.unread.add(name)
            draft.found[section].append(_validated(draft, section, str(id_ or ""), document, (position,)))


def _validated(draft: Draft, section: str, id_: str, document: Document, path: Path_) -> Found:
    raw = document.data[path[0]] if path else document.data
    model = SECTIONS[section].model
    try:
        return Found(section, id_, document, path, model.model_validate(raw))
    except ValidationError as error:
        found = Found(section, id_, document, path, None)
        for detail in error.errors(include_url=False):
            # pydantic marks a key that is itself invalid, rather than its value.
            place = tuple(part for part in detail["loc"] if part != "[key]")
            rule, problem, fix = explain(detail, _fields(model, place[:-1]))
            draft.faults.append(found.fault(rule, place, problem, fix))
        return found


def _fields(kind: Any, path: Path_) -> Iterable[str]:
    """Names of the fields allowed in the block at `path` inside a record of type `kind`."""
    for part in path:
        kind = _bare(kind)
        if get_origin(kind) in (tuple, dict):
            kind = get_args(kind)[0 if get_origin(kind) is tuple else 1]
        elif part in getattr(kind, "model_fields", ()):
            kind = kind.model_fields[part].annotation
    return getattr(_bare(kind), "model_fields", ())


def _bare(kind: Any) -> Any:
    """`kind` without its None alternative."""
    return get_args(kind)[0] if isinstance(kind, UnionType) else kind
