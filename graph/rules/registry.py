"""The registry of rules, filled by the other modules of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.draft import Draft
from graph.faults import Fault

Rule = Callable[[Draft], Iterator[Fault]]

RULES: dict[str, Rule] = {}
"""Every rule by its name, which is also the `rule` of its faults."""


def rule(name: str) -> Callable[[Rule], Rule]:
    """Decorator that registers a function as the rule `name`."""

    def register(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return register
