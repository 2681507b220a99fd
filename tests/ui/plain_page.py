"""A document as its readers meet it: what stands in which element, where its links lead, and what is open or amiss."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser

from graph.vocabulary import Level
from wording.interface import Interface, interface

VOID = {"meta", "link", "img", "source", "br", "hr", "input"}


class Outline(HTMLParser):
    """What stands where in a document; a tag that closes out of turn is a fault."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.texts: dict[str, str] = defaultdict(str)
        self.links: dict[str, list[str]] = defaultdict(list)
        self.said: dict[str, list[str]] = defaultdict(list)
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self._seen(tag, attrs)
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("id")))
            self.said[tag].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of the drawing that holds nothing."""
        self._seen(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element ends; it must be the one that began last."""
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text belongs to every element that is open."""
        for tag, id_ in self.open:
            self.said[tag][-1] += data
            if id_:
                self.texts[id_] += data

    def _seen(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        for _, id_ in self.open:
            if id_ and (href := dict(attrs).get("href")):
                self.links[id_].append(href)

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of every element of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]


@dataclass(frozen=True)
class Page:
    """The document at one level, as sent and as parsed."""

    level: Level
    html: str
    outline: Outline = field(repr=False)

    @property
    def says(self) -> Interface:
        """Interface words of the level."""
        return interface(self.level)

    @property
    def expert(self) -> bool:
        """Whether the level shows what experts argue about."""
        return self.level is not Level.PATIENT
