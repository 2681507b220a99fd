"""Rules that must hold between records. Each takes a draft and yields faults; all of them always run."""

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
    """Every fault of `draft`, both those found while reading it and those found by rules, in file order."""
    faults = [*draft.faults, *(fault for rule in RULES.values() for fault in rule(draft))]
    return sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.rule, fault.field, fault.problem))
