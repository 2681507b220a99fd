"""The catalogue of pages. The folder `pages` fills it; shared modules look pages up here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from ui.subject import Subject

if TYPE_CHECKING:
    from ui.page import Page

_makers: list[Callable[[], Iterable[Page]]] = []


def install(make: Callable[[], Iterable[Page]]) -> None:
    """Register `make`, which returns all pages in menu order and is called at the first lookup."""
    _makers[:] = [make]
    pages.cache_clear()
    page_showing.cache_clear()


@cache
def pages() -> Mapping[str, Page]:
    """All pages by address, in menu order; the home page's address is empty."""
    (make,) = _makers
    return {page.path: page for page in make()}


def paths() -> tuple[str, ...]:
    """Addresses of all pages, in menu order."""
    return tuple(pages())


def page_at(path: str) -> Page:
    """The page at `path`. Raises KeyError if there is none."""
    return pages()[path]


@cache
def page_showing(what: Subject) -> Page:
    """The page that shows `what`. Raises StopIteration if none does."""
    return next(page for page in pages().values() if what in page.subjects)


def page_of(step: str) -> Page:
    """The page for a step: its own, or the one for steps outside the cascade."""
    return next(page for page in pages().values() if step in page.steps)
