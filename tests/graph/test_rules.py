"""Every rule finds the fault that is seeded for it, names its place, and finds nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graph import documents, draft, faults
from graph.content import check
from graph.draft import SECTIONS
from graph.faults import Fault
from graph.rules import RULES
from tests.graph.seeds import READING, TOY, Seed, copy_toy, swap
from tests.graph.seeds_cameras import CAMERAS
from tests.graph.seeds_clock import CLOCK
from tests.graph.seeds_dynamics import DYNAMICS
from tests.graph.seeds_glossary import GLOSSARY
from tests.graph.seeds_limits import BLOGGED
from tests.graph.seeds_rules import BETWEEN
from tests.graph.seeds_story import STORY
from tests.graph.seeds_treatment import TREATMENT

RULED = (*BETWEEN, *CAMERAS, *CLOCK, *DYNAMICS, *GLOSSARY, *STORY, *TREATMENT)
SEEDS = (*READING, *RULED)
FILES = sorted(path.relative_to(TOY).as_posix() for path in TOY.rglob("*.yaml"))
LISTS = [file for file in FILES if file.removesuffix(".yaml") in SECTIONS and SECTIONS[file[:-5]].listed]


def places(found: list[Fault]) -> list[tuple[str, str, int]]:
    return [(fault.rule, fault.file, fault.line) for fault in found]


def reading_rules() -> set[str]:
    """Names of the rules of reading, taken from the code so that a new one cannot lack a seed."""
    texts = {
        node.value
        for module in (documents, draft, faults)
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch("[a-z]{3,}(-[a-z]+)+", text)} | {"empty"}


def test_the_toy_has_no_fault() -> None:
    assert check(TOY) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_seeded_fault_is_the_only_one_and_names_its_line_and_its_fix(seed: Seed, tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    seed.plant(folder)
    found = check(folder)
    assert places(found) == [(seed.rule, seed.file, seed.line(folder))], "\n".join(map(str, found))
    assert seed.found_in(str(found[0])), f"“{seed.says}” is not in: {found[0]}"
    assert found[0].fix


@pytest.mark.parametrize("seed", RULED, ids=lambda seed: seed.name)
def test_without_its_rule_a_seeded_fault_goes_unseen(
    seed: Seed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_toy(tmp_path)
    seed.plant(folder)
    monkeypatch.delitem(RULES, seed.rule)
    assert check(folder) == []


def test_every_rule_has_a_seed() -> None:
    assert {seed.rule for seed in RULED} == set(RULES)
    assert {seed.rule for seed in READING} == reading_rules()


def planted(rule: str, file: str) -> Seed:
    return next(seed for seed in SEEDS if (seed.rule, seed.file) == (rule, file))


@pytest.mark.parametrize(
    "seeds",
    [
        (planted("broken-yaml", "claims.yaml"), planted("missing-field", "steps.yaml")),
        (planted("word-not-allowed", "arrows.yaml"), planted("unknown-step", "claims.yaml")),
        (
            planted("stray-file", "notes.yaml"),
            planted("out-of-range", "references.yaml"),
            planted("number-range", "numbers.yaml"),
            planted("off-canvas", "layout/300.yaml"),
            planted("missing-words", "words/student.yaml"),
        ),
    ],
    ids=len,
)
def test_faults_in_several_files_are_all_reported_at_once(seeds: tuple[Seed, ...], tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    for seed in seeds:
        seed.plant(folder)
    assert sorted(places(check(folder))) == sorted((seed.rule, seed.file, seed.line(folder)) for seed in seeds)


def test_faults_are_listed_by_file_line_rule_and_field(tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    frame = "half_width: 14, half_height: 14, label: {x: 60"
    plus = "bel: increases\n  hypotheses: [hope]"
    # Faults whose rules come in one order and their lines in the other; several rules and fields on one line;
    # and so many in one field that chance would hardly sort them.
    edits = {
        "arrows.yaml": swap("difference: [one2001]", "difference: [nobody]", plus, plus.replace("inc", "dec")),
        "layout/300.yaml": swap(f"x: 40, y: 40, {frame}", f"x: b, y: a, zz: 1, {frame}".replace("width", "widht")),
        "words/student.yaml": lambda before: re.sub(rb"(?<=\n  )(?=[a-z-]+: {(name|verb))", b"no-", before),
        "words/patient.yaml": swap("  drug: {name", "  gin: {name"),
    }
    Seed("", "", "", "", edits).plant(folder)
    found = check(folder)
    assert len(found) > 20
    assert len({fault.file for fault in found}) == len(edits)
    assert found == sorted(found, key=lambda fault: (fault.file, fault.line, fault.rule, fault.field, fault.problem))


IDS = {record[SECTIONS[file[:-5]].key] for file in LISTS for record in yaml.safe_load((TOY / file).read_bytes())}
# Ids that a record or a link gives itself, and fields that hold other words.
OWN = {"id", "curie", "links.id", "acts_on", "readout", "action", "targets.action", "chart", "kind", "country"}


def names(node: yaml.Node | None, field: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Every value or key below `node` that is the id of something else, with the name of its field."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in IDS:
                yield field, key
            yield from names(value, f"{field}.{key.value}".removeprefix("."))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from names(value, field)
    elif isinstance(node, yaml.ScalarNode) and node.value in IDS and field not in OWN:
        yield field, node


NAMES = [
    pytest.param(file, node, id=f"{file}: {field}")
    for file in FILES
    if not file.startswith(("words", "verdicts", "passages", "layout"))
    for field, node in names(yaml.compose((TOY / file).read_text(encoding="utf-8"), yaml.SafeLoader))
    if not field.startswith("layouts.")  # of places there is a rule of its own
]


@pytest.mark.parametrize(("file", "node"), NAMES)
def test_an_id_that_names_nothing_is_found_wherever_it_stands(file: str, node: yaml.ScalarNode, tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    text = (folder / file).read_text(encoding="utf-8")
    end = node.end_mark.index
    (folder / file).write_text(f"{text[:end]}9{text[end:]}", encoding="utf-8")
    unknown = [place for place in places(check(folder)) if place[0].startswith("unknown-")]
    assert [place[1:] for place in unknown] == [(file, node.start_mark.line + 1)]


@pytest.mark.parametrize(
    ("condition", "dose", "reached"),
    [("", "usual", True), ("", "high", True), ("high", "usual", False), ("high", "high", True)],
)
def test_an_account_is_reached_by_the_arrows_of_its_own_dose(
    condition: str, dose: str, reached: bool, tmp_path: Path
) -> None:
    folder = copy_toy(tmp_path)
    # The second account's only arrow starts at the signal; the way there begins with the first arrow.
    rising = "sign: 1\n  bel: increases\n  hypotheses: "
    edits = {
        "arrows.yaml": swap(
            *("[brake]", "[core]" + (f"\n  condition: {{dose: {condition} }}" if condition else "")),
            *(f"{rising}[hope]", f"{rising}[brake]"),
            *(f"{rising}[core]", f"{rising}[hope]"),
        ),
        "hypotheses.yaml": swap("dose: high", f"dose: {dose}"),
    }
    Seed("", "", "", "", edits).plant(folder)
    assert [fault.rule for fault in check(folder)] == ([] if reached else ["account-leads-nowhere"])
    if reached:  # An arrow that cannot be read may be the one that leads there.
        Seed(
            "", "", "", "", {"arrows.yaml": swap("role: driver\n  onset: seconds", "role: drvr\n  onset: seconds")}
        ).plant(folder)
        assert [fault.rule for fault in check(folder)] == ["word-not-allowed"]


def test_an_article_that_only_hints_at_something_needs_no_claim(tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    hint = swap("press: stated", "press: stated, blog: implied")
    Seed("", "", "", "", {**BLOGGED, "systems.yaml": hint}).plant(folder)
    assert check(folder) == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_is_one_fault(file: str, tmp_path: Path) -> None:
    # Nothing else may be called unknown, unused or orphaned on its account.
    folder = copy_toy(tmp_path)
    (folder / file).write_text("a: [\n", encoding="utf-8")
    assert [(fault.rule, fault.file) for fault in check(folder)] == [("broken-yaml", file)]


@pytest.mark.parametrize("text", ["a: [\n", "a: 1\n", "- {a: 1}\n"])
def test_a_part_of_a_list_that_cannot_be_read_hides_nothing_and_invents_nothing(text: str, tmp_path: Path) -> None:
    # The records that were in it are not known, so nobody may be told that they do not exist.
    folder = copy_toy(tmp_path)
    for file in LISTS:
        path = folder / file
        first, parting, rest = path.read_text(encoding="utf-8").partition("\n- ")
        path.write_text(parting.strip() + " " + rest if rest else "[]\n", encoding="utf-8")
        part = path.with_suffix("") / "first.yaml"
        part.parent.mkdir()
        part.write_text(first, encoding="utf-8")
    assert check(folder) == []
    for file in LISTS:
        (folder / file[:-5] / "first.yaml").write_text(text, encoding="utf-8")
    faulty = {fault.file for fault in check(folder)}
    assert faulty == {f"{file[:-5]}/first.yaml" for file in LISTS}


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_missing_is_one_fault(file: str, tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    (folder / file).unlink()
    assert [fault.rule for fault in check(folder)] == [
        "missing-level" if file.startswith(("words", "verdicts", "passages")) else "missing-file"
    ]


@pytest.mark.parametrize("file", LISTS)
def test_a_record_without_its_id_is_one_fault(file: str, tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    records = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
    del records[0][SECTIONS[file[:-5]].key]
    (folder / file).write_text(yaml.safe_dump(records), encoding="utf-8")
    assert places(check(folder)) == [("missing-field", file, 1)]


def test_records_without_ids_are_not_called_the_same(tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    Seed("", "", "", "", {"steps.yaml": swap("- id: block\n ", "-", "- id: relief\n ", "-")}).plant(folder)
    assert [fault.rule for fault in check(folder)] == ["missing-field", "missing-field"]


def test_a_paper_is_not_called_uncited_while_a_record_cannot_be_read(tmp_path: Path) -> None:
    folder = copy_toy(tmp_path)
    cited = swap("refs: [one2001]", "refs: [three2003]")
    Seed("", "", "", "", {"steps.yaml": cited, "references.yaml": swap("  background: true\n", "")}).plant(folder)
    assert check(folder) == []
    Seed("", "", "", "", {"steps.yaml": swap("order: 1", "order: one")}).plant(folder)
    assert [fault.rule for fault in check(folder)] == ["wrong-type"]


@pytest.mark.parametrize("file", LISTS)
def test_a_record_with_a_fault_of_its_own_is_one_fault(file: str, tmp_path: Path) -> None:
    # Its other fields are not known to be wrong, so neither what it names nor what names it is.
    folder = copy_toy(tmp_path)
    records = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
    records[0]["zzz"] = 1
    text = yaml.safe_dump(records)
    (folder / file).write_text(text, encoding="utf-8")
    assert places(check(folder)) == [("unknown-field", file, text[: text.index("zzz")].count("\n") + 1)]
