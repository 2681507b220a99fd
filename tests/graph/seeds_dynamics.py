"""Seeded faults in the settings of the model."""

from __future__ import annotations

from tests.graph.seeds import Seed, swap

_FILE = "dynamics.yaml"
_TWICE = (
    "misses:\n- experiment: x1\n  reason: Late.\n  plain: Late.\n- experiment: x1\n  reason: Early.\n  plain: Early.\n"
)
_SECOND = "- id: other\n  kind: needed\n  arrow: brake--signal\n  reason: So it was.\n  refs: [two2002]\n"

DYNAMICS = (
    Seed(
        "choice-fits",
        _FILE,
        "  kind: lasts",
        "“lasts” applies to one thing … name only the thing",
        {_FILE: swap("  kind: needed\n", "  kind: lasts\n  value: 5\n")},
    ),
    Seed(
        "choice-fits",
        _FILE,
        "- id: mood-needs-signal",
        "“weight” takes a value … give it",
        {_FILE: swap("  kind: needed", "  kind: weight")},
    ),
    Seed(
        "choice-fits",
        _FILE,
        "  value: 2",
        "this is a fraction",
        {_FILE: swap("  kind: needed\n", "  kind: weight\n  value: 2\n")},
    ),
    Seed(
        "set-twice",
        _FILE,
        "  plain: Late.\n- experiment: x1",
        "“x1” is listed twice",
        {_FILE: swap("misses: []", _TWICE)},
    ),
    Seed(
        "set-twice",
        _FILE,
        "- id: other\n  kind: needed",
        "this is already set",
        {_FILE: swap("misses: []", _SECOND.replace("brake--signal", "signal--mood"))},
    ),
    Seed(
        "unknown-arrow",
        _FILE,
        "arrow: signal--moot",
        "“signal--moot” is not an id in arrows … did you mean “signal--mood”",
        {_FILE: swap("arrow: signal--mood", "arrow: signal--moot")},
    ),
)
