"""Which pages there are. The folder `pages` fills the catalogue; whatever pages share looks them up here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from ui.subject import Subject

if TYPE_CHECKING:
    from ui.page import Page

_makers: list[Callable[[], Iterable[Page]]] = []


def install(make: Callable[[], Iterable[Page]]) -> None:
    """Let `make` give all pages in the order of the menu, as soon as the first is looked up."""
    _makers[:] = [make]
    pages.cache_clear()
    page_showing.cache_clear()


@cache
def pages() -> Mapping[str, Page]:
    """All pages by address, in the order of the menu; the first one's address is empty."""
    (make,) = _makers
    return {page.path: page for page in make()}


def paths() -> tuple[str, ...]:
    """Addresses of all pages in the order of the menu."""
    return tuple(pages())


def page_at(path: str) -> Page:
    """The page at `path`. Raises KeyError where there is none."""
    return pages()[path]


@cache
def page_showing(what: Subject) -> Page:
    """The page that shows `what`. Raises StopIteration where none does."""
    return next(page for page in pages().values() if what in page.subjects)


def page_of(step: str) -> Page:
    """The page that a step stands on: its own, or that of what lies beside the chain."""
    return next(page for page in pages().values() if step in page.steps)
