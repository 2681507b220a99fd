"""Turns: how many runs are worked on at once.

Python works on one run at a time, and changes between those that have begun: when a whole room asks at once, all of
them would be done only at the end, each later than in a queue. Who asked first has the first turn; a run that starts
again asks again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, local

AT_ONCE = 2
"""While one run waits for what is not Python, such as a file, another works."""


class Turns:
    """A queue for threads of which at most `most` have their turn."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._waiting: deque[Lock] = deque()
        self._lock = Lock()
        self._mine = local()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and keep it until the block is left, however that is; inside one nothing is waited for."""
        if getattr(self._mine, "held", False):
            yield
            return
        self._wait()
        self._mine.held = True
        try:
            yield
        finally:
            self._mine.held = False
            self._next()

    def _wait(self) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
            called = Lock()
            called.acquire()
            self._waiting.append(called)
        called.acquire()

    def _next(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1


RUNS = Turns(AT_ONCE)
"""The turns of the runs of all sessions of this process."""
