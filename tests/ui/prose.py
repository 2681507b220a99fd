"""The prose of a page: what a reader reads as sentences, without names, headings, controls and citations."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "caption",
        "tr",
        "ul",
        "ol",
        "table",
        "section",
        "article",
        "div",
        "summary",
        "details",
    ]
)
_NO_PROSE = frozenset(["style", "cite", "h1", "h2", "h4", "th", "dt", "summary", "nav", "button"])
_NO_PROSE_CLASSES = frozenset({"twin", "filters", "chip", "papers", "links", "downloads", "accounts", "jumps"})
_VOID = frozenset(["img", "br", "input", "hr"])
# Fewer words than this are a label, not a sentence.
FEWEST = 4


class _Prose(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[list[str]] = [[]]
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        self.open.append((tag, tag in _NO_PROSE or bool(classes & _NO_PROSE_CLASSES)))
        if tag in _BLOCKS:
            self.blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in _BLOCKS:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        # A term inside a sentence is a button, and still a word of the sentence.
        hidden = [skips for tag, skips in self.open if tag != "button"]
        if not any(hidden):
            self.blocks[-1].append(data)


def sentences(shown: str) -> list[str]:
    """The sentences of a page's HTML."""
    prose = _Prose()
    prose.feed(shown)
    found = []
    for block in prose.blocks:
        text = re.sub(r"\s+", " ", "".join(block)).strip()
        if len(text.split()) >= FEWEST:
            found += re.split(r"(?<=[.!?])\s+(?=[A-Z0-9“(])", text)
    return [sentence if sentence[-1] in ".!?" else f"{sentence}." for sentence in found]
