"""Small pieces of HTML. Text is escaped here and nowhere else; a `Markup` is already safe."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class Markup(str):
    """HTML that needs no more escaping."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Itself: what `st.html` takes as it is, where it would look through every line of a string for indents."""
        return str(self)


def text(value: str) -> Markup:
    """`value` as HTML, unless it is HTML already."""
    return value if isinstance(value, Markup) else Markup(escape(value))


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """An element. In attribute names ``_`` stands for ``-`` and a trailing one is dropped; None leaves it out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{''.join(text(child) for child in children)}</{name}>")


def void(name: str, **attributes: str | None) -> Markup:
    """An element that has no end tag."""
    return Markup(tag(name, **attributes).removesuffix(f"</{name}>"))


def items(children: Iterable[str], **attributes: str | None) -> Markup:
    """A list of `children`."""
    return tag("ul", *(tag("li", child) for child in children), **attributes)


def scrolling(table: str, label: str) -> Markup:
    """A wide table in a frame that scrolls by itself, also by keyboard."""
    return tag("div", table, class_="scrolls", tabindex="0", role="region", aria_label=label)
