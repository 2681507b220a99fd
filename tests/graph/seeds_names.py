"""Seeded faults in names: of what is not there, not named by anything, there twice, or without words."""

from __future__ import annotations

from collections.abc import Mapping

from tests.graph.seeds import PICTURE, SPOKEN, TOY, Change, Seed, Swap, add, gone, swap, swaps, whole, words

STEP = "{title: A, summary: B, time_window: C, doubt: D, leaves_out: E}"
RELIEF = """\
  relief: {title: Relief, summary: Mood lifts., time_window: hours, doubt: It may be hope., leaves_out: Bad moods.}
"""
SPARE = "\n- {id: spare, full_name: A spare, abbreviation: SPR, kind: ion, step: block, compartment: spine, refs: []}\n"
NUMBER = "- {id: n1, chart: relief, label: Again, value: 1, unit: h, refs: [], verified: false}\n"


def copy_of(file: str) -> Change:
    """The bytes of another file of the toy."""
    return lambda _: (TOY / file).read_bytes()


SIMPLE: Mapping[tuple[str, str], list[Swap]] = {
    ("unknown-thing", "mechanism.yaml"): [("root: drug", "root: drg", "root: “drg” … did you mean “drug”?")],
    ("unknown-thing", "experiments.yaml"): [("[signal]", "[signl]", "x1: also_readouts[0] … did you mean “signal”?")],
    ("unknown-step", "claims.yaml"): [("step: block", "step: blok", "step: “blok” … did you mean “block”?")],
    ("unknown-arrow", "overview.yaml"): [("[brake--s", "[brake--", "links[1].via[0] … did you mean “brake--signal”?")],
    ("unknown-arrow", "experiments.yaml"): [
        ("block}", "block, edge: drug--moo}", "x1: targets[0].edge … did you mean “drug--mood”?"),
    ],
    ("unknown-identifier", "things.yaml"): [("MONDO:3", "MONDO:4", "mood: about[0] … did you mean “MONDO:3”?")],
    ("unknown-experiment", "absent.yaml"): [("s: []", "s: [x9]", "brake--mood: experiments[0]: “x9” is not an id")],
    ("unknown-article", "claims.yaml"): [
        ("¶1}", "¶1}, {article: blog, where: ¶2}", "sources[1].article: “blog” … use an id that exists"),
    ],
    ("unknown-hypothesis", "mechanism.yaml"): [("t: brake", "t: brke", "default_account … did you mean “brake”?")],
    ("unknown-hypothesis", "hypotheses.yaml"): [
        ("dose: high", "dose: high\n  rests_on: [brakes]", "hope: rests_on[0] … did you mean “brake”?"),
    ],
    ("unknown-hypothesis", "arrows.yaml"): [
        ("[hope]", "[hope, cor]", "drug--mood: hypotheses[1]: “cor” … did you mean “core”?"),
    ],
    ("unknown-reference", "steps.yaml"): [
        ("[one2001]", "[one2001, two2003]", "block: refs[1]: “two2003” … did you mean “two2002”?"),
    ],
    ("unknown-reference", "arrows.yaml"): [
        ("e: [one2001]", "e: [nobody]", "signal--mood: evidence.no_difference[0]: “nobody” is not an id in references"),
    ],
    ("uncited-reference", "references.yaml"): [
        ("  background: true\n", "", "three2003: id … nothing cites", "id: three2003"),
        ("human-rct", "human-rct\n  background: true", "two2002: background … is cited"),
    ],
    ("missing-words", "words/student.yaml"): [
        (RELIEF, "", "student: steps … “relief”", "\nsteps:"),
        ("  signal: {name: Signal, summary: A signal.}\n", "", "student: things … “signal”", "\nthings:"),
        ("  signal--mood: {verb: lifts, sentence: The signal lifts mood.}\n", "", "student: arrows", "\narrows:"),
        (f"links:\n  {PICTURE}", "links: {}", "student: links: no words for “brake--mood--picture”"),
        (
            "  hope: {title: Hope, sentence: Hope does it., against: Mood lifts without hope.}\n",
            "",
            "student: hypotheses … “hope”",
            "\nhypotheses:",
        ),
        ("absent:\n  brake--mood: {", "absent: {}\n# {", "student: absent: no words for “brake--mood”", "absent: {}"),
        ("\n  cell: A cell", "", "student: zones: no words for “cell”", "\nzones:"),
    ],
    ("orphan-words", "words/student.yaml"): [
        ("\nsteps:", f"\nsteps:\n  relieve: {STEP}", "student: steps.relieve … mean “relief”?"),
        ("\nthings:", "\nthings:\n  signals: {name: A, summary: B}", "student: things.signals … mean “signal”?"),
        ("\narrows:", f"\narrows:\n  drug--moods: {SPOKEN}", "student: arrows.drug--moods … mean “drug--mood”?"),
        ("\nlinks:", f"\nlinks:\n  drug--brake: {SPOKEN}", "student: links.drug--brake … is not in links"),
        ("\nhypotheses:", "\nhypotheses:\n  fear: {title: A, sentence: B, against: C}", "student: hypotheses.fear"),
        ("\nabsent:", "\nabsent:\n  a--b: {sentence: A}", "student: absent.a--b … is not in absent"),
        ("\nzones:", "\nzones:\n  cells: A", "student: zones.cells … did you mean “cell”?"),
    ],
}

SEVERAL_EDITS = (
    Seed(
        "unused",
        "things.yaml",
        "id: spare",
        "spare: id: nothing in arrows",
        {"things.yaml": add(SPARE), **words("\nthings:", "\nthings:\n  spare: {name: A, summary: B}")},
    ),
    Seed("unused", "experiments.yaml", "id: x1", "x1: id … absent or arrows", {"arrows.yaml": swap("[x1]", "[]")}),
    Seed("unused", "hypotheses.yaml", "id: hope", "hope: id … in arrows", {"arrows.yaml": swap("[hope]", "[brake]")}),
    Seed(
        "unused",
        "articles.yaml",
        "id: blog",
        "blog: id … in claims",
        {"articles.yaml": add("- {id: blog, order: 2, title: null, described_as: A blog}\n")},
    ),
    Seed(
        "duplicate-id",
        "identifiers.yaml",
        "label: two",
        "CHEBI:1: curie … already used in identifiers.yaml:1",
        {"identifiers.yaml": add("- {curie: CHEBI:1, label: two, verified: true}\n")},
    ),
    Seed("duplicate-id", "numbers.yaml", "id: n1", "n1: id … numbers/more.yaml:1", {"numbers/more.yaml": add(NUMBER)}),
    whole("missing-level", "words/student.yaml", "no words … write the file", gone),
    whole("missing-level", "words/expert.yaml", "“expert” is not a level", copy_of("words/student.yaml")),
)

NAMED = (*swaps(SIMPLE), *SEVERAL_EDITS)
