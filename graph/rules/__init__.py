"""Rules that hold between records. Each looks at a draft and yields its faults; all run every time."""

from __future__ import annotations

from graph.draft import Draft
from graph.faults import Fault
from graph.rules import arrows, articles, cameras, clock, dynamics, evidence, ids, pictures, story, treatment, words
from graph.rules.registry import RULES

__all__ = [
    "RULES",
    "arrows",
    "articles",
    "broken",
    "cameras",
    "clock",
    "dynamics",
    "evidence",
    "ids",
    "pictures",
    "story",
    "treatment",
    "words",
]


def broken(draft: Draft) -> list[Fault]:
    """Every fault of `draft`, those met while reading it first in each file, in file order."""
    faults = [*draft.faults, *(fault for rule in RULES.values() for fault in rule(draft))]
    return sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.rule, fault.field, fault.problem))
