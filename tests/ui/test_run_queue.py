"""Runs take turns: so many at once and no more, in the order in which they asked, and nobody keeps a turn for good."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event, Thread
from time import monotonic, sleep
from unittest.mock import patch

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, RerunException, StopException
from streamlit.testing.v1 import AppTest

from tests.support.patience import PATIENCE
from tests.ui.pages import html, ran
from ui.run_queue import AT_ONCE, RUNS, RunQueue

LONGEST = PATIENCE
"""Seconds after which a thread that still waits is taken to wait for ever."""


class Worker:
    """A thread that takes a turn, and keeps it until it is let go."""

    def __init__(self, turns: RunQueue, began: list[int], number: int) -> None:
        self.inside, self.go = Event(), Event()
        self.turns, self.began, self.number = turns, began, number
        self.thread = Thread(target=self._work, daemon=True)
        before = turns.waiting
        self.thread.start()
        end = monotonic() + LONGEST
        while not self.inside.is_set() and turns.waiting == before and monotonic() < end:
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


def whole(test: AppTest) -> None:
    """Run the page once more."""
    test.run()


def alone(test: AppTest) -> None:
    """Run map and panel alone, as the browser asks for after a pick."""
    (fragment,) = test._fragment_storage._fragments
    with patch("streamlit.testing.v1.local_script_runner.RerunData", partial(RerunData, fragment_id=fragment)):
        test.run()


@pytest.mark.parametrize(("path", "again", "titles"), [("about", whole, 1), ("", whole, 1), ("", alone, 0)])
def test_a_run_waits_for_its_turn_be_it_of_a_page_or_of_map_and_panel_alone(
    path: str, again: Callable[[AppTest], None], titles: int
) -> None:
    test = ran({}, path)
    held = [Worker(RUNS, [], number) for number in range(AT_ONCE)]
    assert all(worker.inside.is_set() for worker in held)
    with patch.object(st, "title", wraps=st.title) as title:
        run = Thread(target=again, args=(test,), daemon=True)
        run.start()
        end = monotonic() + LONGEST
        while not RUNS.waiting:
            assert run.is_alive() and monotonic() < end, "it did not wait"
            sleep(0.001)
        assert 'data-run="1"' in html(test)
        for worker in held:
            worker.end()
        run.join(LONGEST)
    assert not test.exception
    assert 'data-run="2"' in html(test)
    assert title.call_count == titles
    after = [Worker(RUNS, [], number) for number in range(AT_ONCE)]
    assert all(worker.inside.is_set() for worker in after), "it kept its turn"
    for worker in after:
        worker.end()
