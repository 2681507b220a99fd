"""The pages. Each folder or module is named after the address of its page, and holds all that is that page's own.

A module gives its page as ``PAGE``, or by ``pages(content)`` where there is one for each of something in the content.
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
    """Each page there is, in the order of the menu."""
    for name in IN_MENU_ORDER:
        module = import_module(f"{__name__}.{name}")
        yield from module.pages(mechanism()) if hasattr(module, "pages") else (module.PAGE,)


install(every_page)
