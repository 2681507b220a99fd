"""Seeded faults: each turns the valid toy content into content with one known fault, at a known place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

TOY = Path(__file__).parent.parent / "resources" / "toy"
LEVELS = ("patient", "student", "clinician")

Change = Callable[[bytes], bytes | None]
"""RunQueue the bytes of a file (none, if there is no such file) into others; None deletes the file."""


@dataclass(frozen=True)
class Seed:
    """One fault to plant.

    The fault of `rule` is expected in `file`, on the line where the text `at` ends, or on line 1
    where `at` is empty: so a seed's line moves with the toy. Its printed line holds every part of `says`.
    """

    rule: str
    file: str
    at: str
    says: str
    edits: Mapping[str, Change]

    @property
    def name(self) -> str:
        """Name of this seed in the list of tests."""
        return f"{self.rule}: {self.says}"

    def found_in(self, message: str) -> bool:
        """Whether `message` holds every part of `says`, which are parted by an ellipsis."""
        return all(part in message for part in self.says.split(" … "))

    def plant(self, folder: Path) -> None:
        """Apply the edits to the content in `folder`."""
        for file, change in self.edits.items():
            path = folder / file
            after = change(path.read_bytes() if path.exists() else b"")
            if after is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(after)

    def line(self, folder: Path) -> int:
        """Line of the planted content in `folder` on which the fault must be reported."""
        if not self.at:
            return 1
        text = (folder / self.file).read_text(encoding="utf-8", errors="replace")
        assert text.count(self.at) == 1, f"{self.rule}: “{self.at}” must stand once in {self.file}"
        return text[: text.index(self.at) + len(self.at)].count("\n") + 1


def copy_toy(folder: Path) -> Path:
    """A fresh copy of the toy content below `folder`."""
    return shutil.copytree(TOY, folder / "toy")


def swap(*pairs: str) -> Change:
    """Replace text: old, new, old, new … Each old text must stand once, so that no seed does nothing."""

    def change(before: bytes) -> bytes:
        text = before.decode()
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert text.count(old) == 1, f"“{old}” must stand once"
            text = text.replace(old, new)
        return text.encode()

    return change


def add(text: str) -> Change:
    """Append `text`, which makes a new file where there was none."""
    return lambda before: before + text.encode()


def words(*pairs: str) -> dict[str, Change]:
    """The same replacement in the words of every level."""
    return {f"words/{level}.yaml": swap(*pairs) for level in LEVELS}


def gone(_: bytes) -> None:
    """Delete the file."""


Swap = tuple[str, ...]
"""Old text, new text, what the fault says, and where it stands, if that is not the end of the new text."""


def swaps(groups: Mapping[tuple[str, str], Iterable[Swap]]) -> Iterator[Seed]:
    """Seeds that replace one text, grouped by rule and file."""
    for (rule, file), entries in groups.items():
        for old, new, says, *at in entries:
            yield Seed(rule, file, at[0] if at else new, says, {file: swap(old, new)})


def whole(rule: str, file: str, says: str, change: Change) -> Seed:
    """A change to a whole file, reported on its first line."""
    return Seed(rule, file, "", says, {file: change})


def _latin_1(before: bytes) -> bytes:
    return before.decode().encode("latin-1")


PICTURE = "brake--mood--picture: {verb: holds down, sentence: The brake holds mood down.}"
SPOKEN = "{verb: lifts, sentence: It lifts.}"
PLUS = "sign: 1\n  bel: increases\n  hypotheses: [hope]"
EVIDENCE = "onset: seconds\n  phase: both\n  evidence:"

READING = (
    *swaps(
        {
            ("broken-yaml", "claims.yaml"): [
                ("  topic: mech", "   topic: mech", "not valid YAML … indentation"),
                ("  topic: mech", "\ttopic: mech", "not valid YAML … tab"),
                # After the pilcrow above it, characters and bytes are counted differently.
                ("overstated", "over\astated", "characters … delete the", "verdict: over"),
            ],
            ("broken-yaml", "words/student.yaml"): [
                ("Nobody has looked.", "Nobody: nobody", "not valid YAML … quote"),
                ("    doubt: Nobody", "    [doubt]: Nobody", "not valid YAML … key"),
            ],
            ("duplicate-key", "arrows.yaml"): [("seconds", "seconds\n  role: driver", "[0].role … given twice … keep")],
            ("duplicate-key", "words/student.yaml"): [
                ("  mood: {", "  drug: {name: B, summary: C}\n  mood: {", "things.drug … given twice", "summary: C}"),
            ],
            ("missing-field", "steps.yaml"): [
                ("  strength_human: mixed\n", "", "relief: strength_human … add it", "- id: relief"),
            ],
            ("missing-field", "words/student.yaml"): [
                ("    time_window: minutes\n", "", "student: steps.block.time_window … add it", "  block:"),
                ("    doubt: Nobody has looked.\n", "", "student: steps.block.doubt … add it", "  block:"),
                ("    leaves_out: How it is blocked.\n", "", "student: steps.block.leaves_out … add it", "  block:"),
            ],
            ("missing-field", "arrows.yaml"): [
                ("    opposes: [two2002]\n", "", "drug--brake: evidence.opposes … add it", EVIDENCE),
            ],
            ("missing-field", "verdicts/student.yaml"): [
                ("    why: It was seen once.\n", "", "student: claims.it-works.why … add it", "  it-works:"),
            ],
            ("unknown-field", "references.yaml"): [
                ("background:", "backgroud:", "three2003: backgroud … did you mean “background”?"),
            ],
            ("unknown-field", "experiments.yaml"): [
                ("block}", "block, edg: a--b}", "x1: targets[0].edg … did you mean “edge”?"),
            ],
            ("unknown-field", "layout/300.yaml"): [
                ("x: 60,", "x: 60, ancor: end,", "things.drug.label.ancor … did you mean “anchor”?"),
            ],
            ("unknown-field", "steps.yaml"): [("order: 2", "order: 2\n  zzz: 1", "relief: zzz … Fix: delete it [")],
            ("word-not-allowed", "arrows.yaml"): [
                ("modulator", "modulater", "drug--mood: role … “modulater” … 'modulator'"),
                (PLUS, PLUS.replace("1", "2"), "drug--mood: sign … “2” … use 1 or -1", "sign: 2"),
            ],
            ("word-not-allowed", "systems.yaml"): [
                ("press: stated", "press: said", "stopping: said.press … “said” … 'stated'"),
            ],
            ("word-not-allowed", "unsaid.yaml"): [
                ("topic: safety", "topic: price", "price: topic … “price” … 'safety'")
            ],
            ("word-not-allowed", "experiments.yaml"): [("tier: core", "tier:", "x1: tier … an empty field … 'core'")],
            ("bad-form", "references.yaml"): [
                ("unseen: 10", "unseen: doi:10", "two2002: doi_unseen … of a DOI"),
                ("kind: review", "kind: review\n  pmid: PMC1", "three2003: pmid … of a number"),
            ],
            ("bad-form", "numbers.yaml"): [
                ("chart: relief", "chart: Relief", "n1: chart … of an id (lower"),
                ("'1970'", "'70'", "d1: date … of a date"),
            ],
            ("bad-form", "overview.yaml"): [("signal--mood]", "signal-mood]", "links[1].via[1] … of an arrow id")],
            ("bad-form", "things.yaml"): [("MONDO:3", "MONDO 3", "mood: about[0] … of a registry name")],
            ("bad-form", "layout/300.yaml"): [("  mood: {x", "  Mood: {x", "300: things.Mood: … of an id")],
            ("empty", "words/student.yaml"): [
                ("It may be hope.", "'  '", "student: steps.relief.doubt … fill it in"),
                ("Bad moods.", "' '", "student: steps.relief.leaves_out … fill it in"),
            ],
            ("empty", "cautions.yaml"): [("[block]", "[]", "seen-once: steps … fill it in")],
            ("word-not-allowed", "story.yaml"): [("state: days", "state: day", "later: state … “day” … 'days'")],
            ("empty", "story.yaml"): [("[two2002]", "[]", "later: refs … fill it in")],
            ("empty", "systems.yaml"): [("[it-works]", "[]", "stopping: claims … fill it in")],
            ("empty", "unsaid.yaml"): [("[one2001]", "[]", "price: refs … fill it in")],
            ("empty", "references.yaml"): [("[Three C]", "[]", "three2003: authors … fill it in")],
            ("wrong-type", "steps.yaml"): [
                ("order: 2", "order: two", "relief: order: “two” … valid integer"),
                ("order: 2", "order: 2.5", "relief: order: “2.5” … valid integer"),
            ],
            ("wrong-type", "verdicts/student.yaml"): [
                ("claim: It works.", "claim:", "student: claims.it-works.claim: an empty field … valid string"),
            ],
            ("wrong-type", "mechanism.yaml"): [("2026-01-31", "2026-02-30", "last_checked: “2026-02-30” … valid date")],
            ("wrong-type", "experiments.yaml"): [("[two2002]", "two2002", "x1: disputed_by … a list … [a, b]")],
            ("wrong-type", "arrows.yaml"): [("{dose: high}", "high", "drug--mood: condition … a block")],
            ("out-of-range", "references.yaml"): [
                ("year: 2001", "year: 2101", "one2001: year: “2101” … or equal to 2100")
            ],
            ("out-of-range", "layout/300.yaml"): [("split: 0.4", "split: 1.5", "picture.split: “1.5” … less than 1")],
        }
    ),
    Seed("broken-yaml", "claims.yaml", "sources:", "not UTF-8 … save it as", {"claims.yaml": _latin_1}),
    Seed("broken-yaml", "claims.yaml", "---", "single document", {"claims.yaml": add("---\n- id: b\n")}),
    whole("broken-yaml", "absent.yaml", "the file is empty … write its content", lambda _: b""),
    whole("broken-yaml", "absent.yaml", "the file is empty … or delete it", lambda _: b"# later\n"),
    whole("missing-file", "articles.yaml", "missing … write articles.yaml", gone),
    whole("missing-file", "mechanism.yaml", "not a content folder … assets/content/NAME", gone),
    Seed("missing-file", "layout/", "", "missing … write layout/", {"layout/300.yaml": gone}),
    whole("stray-file", "notes.yaml", "not part of the content … rename", add("a: 1\n")),
    whole("stray-file", "claims/more.yml", "claims/more.yml … not part of the content", add("[]\n")),
    whole("stray-file", "claims/old/more.yaml", "not part of the content … move", add("[]\n")),
    whole("stray-file", "verdicts.yaml", "not part of the content … move", add("{}\n")),
    whole("stray-file", "overview/more.yaml", "not part of the content … delete", add("{}\n")),
    whole("empty", "absent.yaml", "no record … add at least one", lambda _: b"[]\n"),
    whole("wrong-type", "claims.yaml", "a list … - id:", lambda _: b"it-works:\n  topic: mechanism\n"),
    Seed("wrong-type", "claims.yaml", "- text", "a block of fields", {"claims.yaml": add("- text\n")}),
)
