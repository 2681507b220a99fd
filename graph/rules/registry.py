"""The list of rules, filled by the modules beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.draft import Draft
from graph.faults import Fault

Rule = Callable[[Draft], Iterator[Fault]]

RULES: dict[str, Rule] = {}
"""Every rule by its name, which its faults carry too."""


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register the decorated function as the rule called `name`."""

    def register(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return register
