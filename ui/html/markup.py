"""HTML building blocks. Text is escaped here and nowhere else; a `Markup` is already safe."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class Markup(str):
    """HTML that is already escaped."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """The HTML itself: `st.html` uses this as it is, but would dedent a plain string line by line."""
        return str(self)


def text(value: str) -> Markup:
    """`value` escaped, unless it is already HTML."""
    return value if isinstance(value, Markup) else Markup(escape(value))


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """An element. In attribute names ``_`` becomes ``-`` and a trailing ``_`` is dropped; None omits the attribute."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{''.join(text(child) for child in children)}</{name}>")


def void(name: str, **attributes: str | None) -> Markup:
    """An element without an end tag."""
    return Markup(tag(name, **attributes).removesuffix(f"</{name}>"))


def items(children: Iterable[str], **attributes: str | None) -> Markup:
    """A list of `children`."""
    return tag("ul", *(tag("li", child) for child in children), **attributes)


def scrolling(table: str, label: str) -> Markup:
    """A wide table in its own scrolling frame, which the keyboard can also scroll."""
    return tag("div", table, class_="scrolls", tabindex="0", role="region", aria_label=label)
