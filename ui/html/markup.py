"""HTML building blocks. Text is escaped here and nowhere else; a `Markup` is already safe."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Self

import markupsafe
from markupsafe import escape


class Markup(markupsafe.Markup):
    """HTML that is already escaped."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        """`s` as HTML; itself if it is HTML already, of which the original would make two copies."""
        return s if isinstance(s, cls) else cls(escape(s))

    def _repr_html_(self) -> str:
        """The HTML itself: `st.html` uses this as it is, but would dedent a plain string line by line."""
        return str(self)


def text(value: str) -> Markup:
    """`value` as HTML, unless it is HTML already."""
    return Markup.escape(value)


def joined(pieces: Iterable[str], between: str = "") -> Markup:
    """`pieces` one after another, with `between` between them."""
    return text(between).join(pieces)


def filled(template: str, **values: str) -> Markup:
    """The sentence `template`, which is plain text, with `values` in its places; those that are HTML stay HTML."""
    return text(template).format(**values)


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """An element. In attribute names ``_`` stands for ``-`` and a trailing one is dropped; None leaves it out."""
    inside = "".join([child if isinstance(child, Markup) else escape(child) for child in children])
    return _safe(f"<{name}{_written(attributes)}>{inside}</{name}>")


def void(name: str, **attributes: str | None) -> Markup:
    """An element that has no end tag."""
    return _safe(f"<{name}{_written(attributes)}>")


def _safe(html: str) -> Markup:
    """`html` as it is; `Markup(html)` would first ask whether it has HTML to give, thousands of times on a page."""
    return str.__new__(Markup, html)


def _written(attributes: dict[str, str | None]) -> str:
    return "".join([f' {_attribute(key)}="{escape(value)}"' for key, value in attributes.items() if value is not None])


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def items(children: Iterable[str], **attributes: str | None) -> Markup:
    """A list of `children`."""
    return tag("ul", *(tag("li", child) for child in children), **attributes)
