"""Seeded faults in the glossary: its things and papers, its words at every level, and forms that two terms share."""

from __future__ import annotations

from collections.abc import Mapping

from tests.graph.seeds import Seed, Swap, add, swap, swaps

SIMPLE: Mapping[tuple[str, str], list[Swap]] = {
    ("unknown-thing", "glossary.yaml"): [("thing: brake", "thing: brakes", "brake: thing … did you mean “brake”?")],
    ("unknown-reference", "glossary.yaml"): [("[two2002]", "[two2003]", "brake: refs[0] … did you mean “two2002”?")],
    ("missing-words", "words/student.yaml"): [
        ("  lift: {term: Lift, forms: [lift], text: It takes things up.}\n", "", "glossary … “lift”", "\nglossary:"),
    ],
    ("orphan-words", "words/student.yaml"): [
        ("\nglossary:", "\nglossary:\n  lifts: {term: A, forms: [], text: B}", "glossary.lifts … mean “lift”?"),
    ],
    ("form-twice", "words/student.yaml"): [
        (
            "forms: [lift]",
            "forms: [brakes]",
            "glossary.lift.forms[0]: “brakes” is already a form of brake … one of the two",
        ),
        ("forms: [lift]", "forms: [lift, Brake]", "lift.forms[1]: “Brake” is already a form of brake"),
        ("forms: [lift]", "forms: [lift, lift]", "lift.forms[1]: “lift” is already a form of lift"),
    ],
}

SEVERAL_EDITS = (
    Seed(
        "duplicate-id",
        "glossary.yaml",
        "\n- {id: brake",
        "brake: id … already used in glossary.yaml:1",
        {"glossary.yaml": add("- {id: brake}\n")},
    ),
    Seed(
        "form-twice",
        "words/patient.yaml",
        "forms: [lift, brake",
        "patient: glossary.lift.forms[1] … is already a form of brake",
        {"words/patient.yaml": swap("forms: [lift]", "forms: [lift, brake]")},
    ),
)

GLOSSARY = (*swaps(SIMPLE), *SEVERAL_EDITS)
