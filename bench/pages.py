"""Server time of every page and of search per keystroke, relative to an empty page with the same shell."""

from __future__ import annotations

import logging
from collections.abc import Callable
from statistics import median
from time import perf_counter
from unittest.mock import patch

from graph.vocabulary import Level
from tests.ui.pages import ran
from ui.catalogue import page_at, paths
from ui.search.find import find

RUNS = 15
PAGE, KEYSTROKE = 3.0, 1.5
"""Highest ratios to an empty page allowed for a page and for the response to a keystroke."""

TYPED = "how fast does it help anxiety"


def timed(act: Callable[[], object]) -> float:
    """Median duration of `act` in milliseconds, after a warm-up run."""
    act()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        act()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def page(path: str) -> float:
    """Duration of a run of the page at `path`, in milliseconds."""
    return timed(ran({}, path).run)


def empty(*, beside_map: bool) -> float:
    """Milliseconds of a page with nothing in it but the shell, beside the map or without one."""
    path = "nmda-blockade" if beside_map else "about"
    with patch.object(type(page_at(path)), "draw", lambda _: None):
        return page(path)


def main() -> None:
    """Measure, and print the table."""
    logging.disable(logging.CRITICAL)
    print(f"{'server time':28}  median ms  ratio to empty    target")
    for path in paths():
        # Right beside it, so that noise hits both.
        took, shell = page(path), empty(beside_map=page_at(path).has_map)
        ratio = took / shell
        print(f"/{path:27}  {took:9.1f}  {ratio:16.2f}  <= {PAGE:.1f} {'met' if ratio <= PAGE else 'MISSED'}")
    for number in (1, 3, 10, len(TYPED)):
        typed = TYPED[:number]
        took, shell = timed(lambda typed=typed: find(typed, Level.STUDENT)), empty(beside_map=False)  # type: ignore[misc]
        ratio = took / shell
        verdict = "met" if ratio <= KEYSTROKE else "MISSED"
        print(f"{f'search “{typed[:16]}”':28}  {took:9.1f}  {ratio:16.2f}  <= {KEYSTROKE:.1f} {verdict}")


if __name__ == "__main__":
    main()
