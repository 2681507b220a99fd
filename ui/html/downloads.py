"""Download links for a page's records."""

from __future__ import annotations

from graph.exports import EXPORTS, Of
from ui.html.markup import Markup, joined, tag
from ui.reader import Reader


def downloads(reader: Reader, of: Of, query: str = "") -> Markup:
    """A row of links to each export of `of`; `query` restricts them to some records."""
    links = (
        tag("a", reader.says.exports[one.label], href=f"./api/{one.file}{query}", download="")
        for one in EXPORTS.values()
        if one.of == of
    )
    return joined(links, " · ")
