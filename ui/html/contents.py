"""Sections of a page, and the links at its top that jump to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ui.html.markup import Markup, tag
from ui.reader import Reader


class Section(NamedTuple):
    """A part of a page under its title; `jump` is what the links at the top call it, where not by its title."""

    id: str
    title: str
    body: Markup
    jump: str = ""


def contents(reader: Reader, sections: Sequence[Section]) -> list[Markup]:
    """Links to the `sections`, and each of them."""
    return [
        jumps(reader, ((one.id, one.jump or one.title) for one in sections)),
        *(tag("section", tag("h2", one.title), one.body, id=one.id) for one in sections),
    ]


def jumps(reader: Reader, places: Iterable[tuple[str, str]]) -> Markup:
    """Links to places on the page, each given by its id and its name."""
    links = (tag("a", name, href=f"#{id_}") for id_, name in places)
    return tag("nav", *links, class_="jumps", aria_label=reader.says.text.plain_contents)
