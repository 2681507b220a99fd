"""A queue that limits how many script runs execute at once.

Python executes one thread at a time and switches between those that have started: if a whole room requests runs at
once, all of them would finish only at the end, each later than in a queue. Runs execute in the order of their requests;
a run that restarts queues again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, local

AT_ONCE = 2
"""Runs at once: while one waits outside Python, for example for a file, the other proceeds."""


class RunQueue:
    """A first-in, first-out queue for threads, of which at most `most` proceed at once."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._waiting: deque[Lock] = deque()
        self._lock = Lock()
        self._mine = local()

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Wait for a turn and hold it until the block exits, even by an exception; a nested turn does not wait."""
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

    @property
    def waiting(self) -> int:
        """How many threads are waiting now."""
        return len(self._waiting)

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


RUNS = RunQueue(AT_ONCE)
"""The queue for the runs of all sessions of this process."""
