"""Seeded faults in the times of things."""

from __future__ import annotations

from tests.graph.seeds import Seed, add, swap

_FILE = "numbers.yaml"
_TIME = """
- id: seen
  chart: clock
  thing: mood
  label: Mood lifts, people
  value: 2
  unit: hours
  refs: [two2002]
  verified: true
"""


def _seeded(old: str, new: str, says: str, line: str) -> Seed:
    assert _TIME.count(old) == 1
    return Seed("clock-fact", _FILE, line, says, {_FILE: add(_TIME.replace(old, new))})


def _paper(old: str, new: str, says: str) -> Seed:
    """The time as it should be, and its paper with a difference."""
    paper = (
        "id: two2002\n  authors: [Two B, et al.]\n  year: 2002\n  title: A second paper\n  journal: Journal of Toys\n"
    )
    paper += "  doi_unseen: 10.1000/two\n  kind: human-rct\n  finding: People felt better.\n"
    paper += "  verified: {doi: false, title: true, finding: true, where: the abstract}\n"
    assert paper.count(old) == 1
    edits = {_FILE: add(_TIME), "references.yaml": swap(paper, paper.replace(old, new))}
    return Seed("clock-fact", _FILE, "unit: hours\n  refs: [two2002]", says, edits)


CLOCK = (
    _seeded(
        "  thing: mood\n", "", "seen: label: this says when, but not what was measured … add thing", "label: Mood lifts"
    ),
    _seeded(
        "unit: hours", "unit: years", "seen: unit: this is not a time … minutes, hours, days, weeks", "unit: years"
    ),
    _seeded("refs: [two2002]", "refs: [two2002, one2001]", "seen: refs … in whom … split it", "[two2002, one2001]"),
    _paper("kind: human-rct", "kind: review", "seen: refs: these papers do not say in whom … cite the study itself"),
    _paper("finding: true", "finding: false", "seen: refs: no finding of its papers is verified … verify one first"),
    _seeded(
        "chart: clock",
        "chart: mood",
        "seen: thing: only numbers of the chart “clock” have this … delete it",
        "chart: mood\n  thing: mood",
    ),
    Seed(
        "unknown-thing",
        _FILE,
        "thing: moot",
        "“moot” is not an id in things … did you mean “mood”",
        {_FILE: add(_TIME.replace("thing: mood", "thing: moot"))},
    ),
    Seed(
        "unknown-caution",
        "dynamics.yaml",
        "timed: [seen-twice]",
        "“seen-twice” is not an id in cautions",
        {"dynamics.yaml": swap("misses: []", "misses: []\ntimed: [seen-twice]")},
    ),
    Seed(
        "unknown-passage",
        "dynamics.yaml",
        "compared: [low-moot]",
        "“low-moot” is not an id in treatment … did you mean “low-mood”",
        {"dynamics.yaml": swap("misses: []", "misses: []\ncompared: [low-moot]")},
    ),
)
