"""Which pages there are: their addresses, titles and what each is about."""

from __future__ import annotations

from graph.cameras import accounts_camera, camera_of, cameras_of
from graph.vocabulary import Level
from ui.address import ACCOUNTS, LAB, TIME
from ui.content import mechanism
from wording.interface import interface

HOME = "cascade"
"""File of the page at ``/``."""

LISTS = ("treatment", "claims", "present", "sources", "glossary", "context", "follow", "about")
"""Pages without the map."""

TITLED = (LAB, TIME, ACCOUNTS, *LISTS)
"""Pages that are neither the whole picture nor a step, in the order of the menu."""

HIDDEN = ("follow",)
"""Pages that the menu leaves out: whoever follows comes by a code, or from the page that opens rooms."""

LOBBIES = ("present", "follow")
"""Pages of the live link, which no room is ever at."""


def paths() -> tuple[str, ...]:
    """Addresses of all pages in the order of the menu; the whole picture's is empty."""
    steps = sorted((step for step in mechanism().steps.values() if step.cascade), key=lambda step: step.order)
    return ("", *(step.id for step in steps), *TITLED)


def has_map(path: str) -> bool:
    """Whether the map and its panel stand on the page."""
    return path not in LISTS


def title_of(path: str, level: Level) -> str:
    """Title of the page at `path`: its own, its step's, or that of the whole picture."""
    if path in TITLED:
        return interface(level).pages[path].title
    words = mechanism().words[level]
    return words.steps[path].title if path in words.steps else words.mechanism.title


def menu_name(path: str, level: Level) -> str:
    """What the menu calls the page at `path`."""
    if path in TITLED:
        return interface(level).pages[path].menu
    return title_of(path, level) if path else interface(level).text.menu_overview


def lead_of(path: str, level: Level) -> str | None:
    """The sentence under the title; a step has none, because its panel says what it is."""
    if path in TITLED:
        return interface(level).pages[path].intro
    return None if path else mechanism().words[level].mechanism.subtitle


def leaves_out(path: str, level: Level) -> str:
    """What the page leaves out."""
    if path in TITLED:
        return interface(level).pages[path].leaves_out
    words = mechanism().words[level]
    return words.steps[path].leaves_out if path in words.steps else words.mechanism.leaves_out


def page_of(step: str) -> str:
    """Address of the page that a step stands on: its own, or the one of what lies beside the chain."""
    return step if mechanism().steps[step].cascade else "context"


def steps_on(path: str) -> tuple[str, ...]:
    """Steps that the page at `path` is about: its own, or those beside the chain; none for other pages."""
    return tuple(step for step in mechanism().steps if path and page_of(step) == path)


def step_of(path: str) -> int:
    """Number of the step that the page at `path` is about, 0 for none."""
    steps = mechanism().steps
    return steps[path].order if path in steps else 0


def camera_at(path: str, view: str = "", focus: str = "") -> str:
    """The camera that the page at `path` looks through: the one asked for as `view`, else one that shows `focus`."""
    if path == ACCOUNTS:
        return accounts_camera(mechanism())
    return view if view in cameras_of(mechanism(), path) else camera_of(mechanism(), path, focus)
