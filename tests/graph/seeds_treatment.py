"""Seeded faults for the rules about treatment: at least one for every branch of every rule."""

from __future__ import annotations

from collections.abc import Mapping

from tests.graph.seeds import Seed, Swap, swap, swaps

EASY = "{id: easy, sort: advantage, refs: [one2001]}"
ALONE = "alone: Harm unknown., "

SIMPLE: Mapping[tuple[str, str], list[Swap]] = {
    ("unknown-unsaid", "treatment.yaml"): [("[price]", "[prize]", "low-mood: unsaid[0] … did you mean “price”?")],
    ("unknown-number", "treatment.yaml"): [
        ("[n2]", "[n4]", "low-mood: statements[0].numbers[0]: “n4” is not an id in numbers"),
        ("share: n2", "share: n5", "drops: route.share: “n5” is not an id in numbers"),
    ],
    ("unverified-number", "treatment.yaml"): [
        ("[n2]", "[n3]", "low-mood: statements[0].numbers[0] … not verified … verify it first"),
        ("share: n2", "share: n2, peak: n3", "drops: route.peak … not verified"),
    ],
    ("statement-unsourced", "treatment.yaml"): [
        (EASY, EASY.replace(", refs: [one2001]", ""), "drops: statements[0]: “easy” cites no paper … not-found"),
    ],
    ("twice-in-passage", "treatment.yaml"): [
        (EASY, f"{EASY}\n    - {EASY}", "drops: statements[1].id: “easy” is used twice. Fix: rename one"),
    ],
    ("not-placed", "treatment.yaml"): [
        (
            "id: drops\n",
            "id: drops\n  unsaid: [price]\n",
            "“price” is already in low-mood. Fix: keep one",
            "id: drops\n  unsaid: [price]",
        ),
    ],
    ("statement-words", "passages/student.yaml"): [
        (
            ", gap: Nothing was found.",
            "",
            "low-mood.statements … “gap” at the student level",
            "low-mood: {title: Low mood",
        ),
        ("{easy: They", "{hard: A, easy: They", "drops.statements.hard … not a statement of drops … delete it"),
    ],
    ("array-count", "arrays.yaml"): [
        (
            "{count: 40, interval: none}\n  compared: {count: 10",
            "{count: 41, interval: none}\n  compared: {count: 10",
            "sick: treated.count: the number is 39.5. Fix: write 40",
            "{count: 41",
        ),
        ("events: 8,", "events: 7,", "better: treated.events: 7 of 20 is not 40 of 100"),
        (
            "low: 30, ",
            "",
            "better: treated.interval: low and high do not agree with this",
            "treated: {count: 40, high: 50",
        ),
        ("low: 30, high: 50", "low: 45, high: 50", "better: treated.low: the count is outside"),
        ("{count: 5, i", "{count: 5, low: 1, high: 9, i", "lasting: compared.interval … give both, or neither"),
    ],
    ("array-alone", "passages/student.yaml"): [
        (ALONE, "", "student: groups.week: only one of benefit and harm … in alone", "week: {title"),
        (
            "day: {title: A day,",
            f"day: {{title: A day, {ALONE}",
            "student: groups.day: benefit and harm … delete alone",
        ),
    ],
}


def unlike(old: str, new: str) -> Seed:
    """The second array of a group with one thing that differs from the first."""
    first = (
        "- id: sick\n  group: day\n  outcome: harm\n  drug: drug-x\n  route: drops-x\n  comparator: water\n  days: 1\n"
    )
    assert first.count(old) == 1
    says = "sick: group: drug, route, comparator or time differs from better … its own group"
    return Seed(
        "array-unlike",
        "arrays.yaml",
        "id: sick\n  group: day",
        says,
        {"arrays.yaml": swap(first, first.replace(old, new))},
    )


UNLIKE = (
    unlike("drug: drug-x", "drug: drug-y"),
    unlike("route: drops-x", "route: vein-x"),
    unlike("comparator: water", "comparator: wine"),
    unlike("days: 1", "days: 2"),
)
UNPLACED = (
    Seed(
        "not-placed",
        "unsaid.yaml",
        "- {id: price",
        "price: id: no passage about treatment contains this",
        {"treatment.yaml": swap("  unsaid: [price]\n", "")},
    ),
    Seed(
        "not-placed",
        "claims.yaml",
        "id: it-works",
        "it-works: id: no passage about treatment contains this",
        {"claims.yaml": swap("topic: mechanism", "topic: route")},
    ),
)

TREATMENT = (*swaps(SIMPLE), *UNLIKE, *UNPLACED)
