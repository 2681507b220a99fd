"""The pages. Each folder or module is named after its page's address and holds everything specific to that page.

A module exposes its page as ``PAGE``, or as ``pages(content)`` if it makes one page per record of the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from ui.catalogue import install
from ui.content import mechanism
from ui.page import Page

IN_MENU_ORDER = (
    "cascade",
    "step",
    "what_if",
    "time",
    "hypotheses",
    "treatment",
    "claims",
    "present",
    "sources",
    "glossary",
    "context",
    "follow",
    "about",
)


def every_page() -> Iterator[Page]:
    """Yield every page in menu order."""
    for name in IN_MENU_ORDER:
        module = import_module(f"{__name__}.{name}")
        yield from module.pages(mechanism()) if hasattr(module, "pages") else (module.PAGE,)


install(every_page)
