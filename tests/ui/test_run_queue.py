"""Runs take turns: so many at once and no more, in the order in which they asked, and nobody keeps a turn for good."""

from __future__ import annotations

import ast
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException, StopException

from tests.ui.pages import SHELL, ran
from ui.run_queue import RUNS, RunQueue

LONGEST = 20
"""Seconds after which a thread that still waits is taken to wait for ever."""


class Worker:
    """A thread that takes a turn, and keeps it until it is let go."""

    def __init__(self, turns: RunQueue, began: list[int], number: int) -> None:
        self.inside, self.go = Event(), Event()
        self.turns, self.began, self.number = turns, began, number
        self.thread = Thread(target=self._work, daemon=True)
        before = len(turns._waiting)
        self.thread.start()
        end = monotonic() + LONGEST
        while not self.inside.is_set() and len(turns._waiting) == before and monotonic() < end:
            self.inside.wait(0.001)

    def _work(self) -> None:
        with self.turns.slot():
            self.began.append(self.number)
            self.inside.set()
            self.go.wait(LONGEST)

    def end(self) -> None:
        """Let it go, and wait until it is gone."""
        self.go.set()
        self.thread.join(LONGEST)
        assert not self.thread.is_alive()


def test_only_so_many_work_at_once_and_who_asked_first_is_next() -> None:
    turns, began = RunQueue(2), list[int]()
    workers = [Worker(turns, began, number) for number in range(6)]
    assert began == [0, 1]
    assert [worker.inside.is_set() for worker in workers] == [True, True, False, False, False, False]
    for ended, then in ((1, 2), (0, 3), (3, 4), (2, 5)):
        workers[ended].end()
        assert workers[then].inside.wait(LONGEST)
        assert began == list(range(then + 1))
    for worker in workers:
        worker.end()
    assert began == [0, 1, 2, 3, 4, 5]


def test_a_turn_within_a_turn_waits_for_nothing() -> None:
    turns = RunQueue(1)
    with turns.slot():
        with turns.slot():
            pass
        other = Worker(turns, [], 0)
        assert not other.inside.is_set()  # leaving the inner one did not give the turn away
    assert other.inside.wait(LONGEST)
    other.end()


def test_a_run_that_ends_in_an_error_gives_its_turn_back() -> None:
    turns = RunQueue(1)
    for error in (ValueError(), StopException(), RerunException(RerunData())):
        with pytest.raises(type(error)), turns.slot():
            raise error
    other = Worker(turns, [], 0)
    assert other.inside.is_set()
    other.end()


def test_a_page_runs_within_a_turn() -> None:
    free = RUNS._free
    assert free > 0
    held = [Worker(RUNS, [], number) for number in range(free)]
    done = Event()

    def visit() -> None:
        try:
            ran({})
        finally:
            done.set()

    page = Thread(target=visit, daemon=True)
    page.start()
    end = monotonic() + LONGEST
    while not RUNS._waiting:
        assert not done.wait(0.001)
        assert monotonic() < end
    for worker in held:
        worker.end()
    assert done.wait(LONGEST)
    page.join(LONGEST)
    assert RUNS._free == free


def test_a_run_of_map_and_panel_alone_takes_a_turn_too() -> None:
    """It begins in the fragment, which no test can run without a browser; so its code is read."""
    functions = [
        one for one in ast.parse(Path(SHELL).read_text(encoding="utf-8")).body if isinstance(one, ast.FunctionDef)
    ]
    turned = {one.name for one in functions if "RUNS.slot()" in map(ast.unparse, one.decorator_list)}
    assert turned == {"main", "map_and_panel"}
    (fragment,) = [one for one in functions if "st.fragment" in map(ast.unparse, one.decorator_list)]
    assert "map_and_panel(" in ast.unparse(fragment)
