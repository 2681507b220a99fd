"""Lines of a panel or a record: a label, then what it says."""

from __future__ import annotations

from ui.html.markup import Markup, tag


def strong_line(label: str, *said: str) -> Markup:
    """A line whose label stands out."""
    return tag("p", tag("strong", f"{label}: "), *said)


def muted_line(label: str, *said: str, class_: str | None = None) -> Markup:
    """A line whose label stands back behind what it says."""
    return tag("p", tag("span", f"{label}: ", class_="muted"), *said, class_=class_)
