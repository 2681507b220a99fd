"""Building blocks of the plain document: a reader whose links stay inside it, sections, fact lists, studies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.models import Step, Thing
from ui.html.badges import chip
from ui.html.citations import author_year
from ui.html.markup import Markup, items, joined, tag, text
from ui.params import Focus
from ui.reader import Reader

CONTENTS = "contents"
# Media query for the landscape scene; below that width the style sheet shows the portrait one.
WIDE = "(min-width: 48rem)"


@dataclass(frozen=True)
class PlainReader(Reader):
    """A reader whose links all point into the document itself."""

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each paper in the list of references."""
        return {paper: number for number, paper in enumerate(self.mechanism.references, 1)}

    @cached_property
    def grouped(self) -> list[tuple[Step, list[Thing]]]:
        """The parts of each step, those in the main picture first."""
        ids = dict.fromkeys([*(thing.id for thing in self.mechanism.overview.things), *self.mechanism.things])
        things = [self.mechanism.things[id_] for id_ in ids]
        steps = sorted(self.mechanism.steps.values(), key=lambda step: step.order)
        return [(step, [thing for thing in things if thing.step == step.id]) for step in steps]

    def to(self, focus: Focus | None, label: str) -> Markup:
        """A link to the description of a part or an arrow; without a focus, to the table of contents."""
        return tag("a", label, href=f"#{focus.kind}-{focus.id}" if focus else f"#{CONTENTS}")

    def arrows(self, ids: Sequence[str]) -> Markup:
        """A list of links to arrows; empty if there are none."""
        return items(self.arrow(id_) for id_ in ids) if ids else Markup("")

    def accounts(self, ids: Iterable[str]) -> Markup:
        """Accounts by title, each linked to its description."""
        titles = self.mechanism.words[self.level].hypotheses
        return joined((tag("a", titles[id_].title, href=f"#account-{id_}") for id_ in ids), ", ")

    def studies(self, papers: Iterable[str]) -> Markup:
        """Papers by author, year and number, each linked to the list of references."""
        return joined((self._study(paper) for paper in papers), ", ")

    def studies_or_none(self, papers: Sequence[str]) -> Markup:
        """The same as `studies`, or a note that none was found, with the date of the last check."""
        said = self.says.text.none_found.format(date=self.checked_on)
        return self.studies(papers) if papers else tag("span", said, class_="muted")

    def linked(self, remark: str) -> Markup:
        """A remark with the paper ids in it turned into links."""
        known = self.mechanism.references
        pieces = re.split(r"([\w-]+)", remark)
        return joined(self._study(piece) if piece in known else text(piece) for piece in pieces)

    def _study(self, paper: str) -> Markup:
        one = self.mechanism.references[paper]
        return tag("a", f"{author_year(one)} [{self.numbers[paper]}]", href=f"#ref-{paper}")

    def step_title(self, step: Step) -> str:
        """The title of a step at this level."""
        return self.mechanism.words[self.level].steps[step.id].title


@dataclass(frozen=True)
class Section:
    """A section of the document: its entry in the table of contents, and its HTML."""

    id: str
    heading: str
    markup: Markup


def section(reader: PlainReader, id_: str, heading: str, *children: str) -> Section:
    """A section of the document, with a link back to the table of contents."""
    back = tag("p", reader.to(None, reader.says.text.plain_contents), class_="back")
    return Section(id_, heading, tag("section", tag("h2", heading), *children, back, id=id_))


def jumps(places: Iterable[tuple[str, str]]) -> Markup:
    """Links to the groups of a section, given as (id, label)."""
    return items((tag("a", label, href=f"#{id_}") for id_, label in places), class_="jumps")


def facts(*rows: tuple[str, str]) -> Markup:
    """A list of (heading, value) pairs; rows without a value are omitted."""
    written = [tag("div", tag("dt", heading), tag("dd", value)) for heading, value in rows if value]
    return tag("dl", *written) if written else Markup("")


def chips(*labels: str) -> Markup:
    """A row of short labels; empty if there are none."""
    marks = joined((chip(label) for label in labels if label), " ")
    return tag("p", marks, class_="chips") if marks else marks
