"""Tables: a row of headings, then rows that each begin with what they are about."""

from __future__ import annotations

from collections.abc import Iterable

from ui.html.markup import Markup, tag

Cell = str | Iterable[str]
"""What stands in a cell: one piece, or several."""


def table(headings: Iterable[Cell], rows: Iterable[Markup], caption: str = "") -> Markup:
    """A table of `rows` under their `headings`, of which there may be none."""
    head = [_cell("th", heading, scope="col") for heading in headings]
    return tag(
        "table",
        tag("caption", caption) if caption else "",
        tag("thead", tag("tr", *head)) if head else "",
        tag("tbody", *rows),
    )


def row(about: Cell, *cells: Cell, id_: str | None = None) -> Markup:
    """A row: what it is about, then the rest."""
    return tag("tr", _cell("th", about, scope="row"), *(_cell("td", cell) for cell in cells), id=id_)


def _cell(name: str, held: Cell, scope: str | None = None) -> Markup:
    return tag(name, *((held,) if isinstance(held, str) else held), scope=scope)


def scrolling(label: str, headings: Iterable[Cell], rows: Iterable[Markup], *, captioned: bool = False) -> Markup:
    """A wide table in a frame called `label` that scrolls by itself, also by keyboard; `captioned` shows the label."""
    drawn = table(headings, rows, label if captioned else "")
    return tag("div", drawn, class_="scrolls", tabindex="0", role="region", aria_label=label)
