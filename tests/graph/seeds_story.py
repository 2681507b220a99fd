"""Seeded faults in the story of the main picture."""

from __future__ import annotations

from collections.abc import Mapping

from tests.graph.seeds import Seed, Swap, swap, swaps

SIMPLE: Mapping[tuple[str, str], list[Swap]] = {
    ("unknown-step", "story.yaml"): [("step: block", "step: blok", "early: step … did you mean “block”?")],
    ("unknown-reference", "story.yaml"): [("[one2001]", "[one2002]", "early: refs[0] … did you mean “one2001”?")],
    ("unknown-thing", "story.yaml"): [("[brake, mood]", "[brake, moood]", "later: things[1] … did you mean “mood”?")],
    ("unknown-link", "story.yaml"): [
        (
            "[brake--mood--picture]",
            "[brake--signal]",
            "later: arrows[0]: “brake--signal” … not an arrow in overview.yaml",
        ),
    ],
    ("not-in-picture", "story.yaml"): [
        ("[brake, mood]", "[brake, signal]", "later: things[1]: “signal” is not in the main picture … remove it"),
    ],
    ("missing-words", "words/student.yaml"): [
        ("story:\n  early: {", "story:\n  # {", "student: story … no words for “early”", "story:"),
    ],
    ("orphan-words", "words/student.yaml"): [
        (
            "\nstory:",
            "\nstory:\n  latest: {title: A, text: B, seen: C, note: D}",
            "story.latest … did you mean “later”?",
        ),
    ],
}

BACKWARDS = Seed(
    "against-time",
    "story.yaml",
    "arrows: [drug--brake]",
    "early: arrows[0]: drug--brake belongs to the first hours, but later comes before it … before that one",
    {
        "arrows.yaml": swap(
            "onset: seconds\n  phase: both", "onset: seconds\n  phase: acute",
            "onset: hours\n  phase: both", "onset: hours\n  phase: sustained",
        ),
        "story.yaml": lambda before: b"\n\n".join(reversed(before.strip().split(b"\n\n"))),
    },
)  # fmt: skip

STORY = (*swaps(SIMPLE), BACKWARDS)
