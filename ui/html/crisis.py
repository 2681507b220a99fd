"""Crisis contacts: one sentence for every page, and on one page the helplines by country."""

from __future__ import annotations

import re

from graph.content import Mechanism
from graph.treatment import CrisisLine
from graph.vocabulary import Level
from ui.address import of_level
from ui.catalogue import page_showing
from ui.html.markup import Markup, tag
from ui.reader import Reader
from ui.subject import Subject
from wording.interface import interface
from wording.language import written

SPOKEN = re.compile(r"suicid", re.IGNORECASE)
"""Matches texts that mention suicide, at every level."""


def crisis_line(level: Level, root: str = "./") -> Markup:
    """Advice to call the local emergency number or someone near; links, from `root`, to the helplines by country."""
    says = interface(level).crisis
    there = of_level(level).href(page_showing(Subject.TREATMENT).path, root)
    link = tag("a", says.link, href=f"{there}#crisis", target="_self")
    return tag("p", tag("strong", says.now), " ", link, class_="crisis")


def crisis_lines(reader: Reader) -> Markup:
    """The sentence, and each country's numbers collapsed under its name; the reader's country is never guessed."""
    says = reader.says.crisis
    lines = (_line(reader.mechanism, reader.level, one) for one in reader.mechanism.crisis.values())
    return tag(
        "section",
        tag("h2", says.title),
        tag("p", tag("strong", says.now)),
        tag("div", tag("p", says.choose), *lines, tag("p", says.elsewhere), class_="countries"),
        id="crisis",
        class_="crisis-lines",
    )


def _line(content: Mechanism, level: Level, one: CrisisLine) -> Markup:
    says = interface(level).crisis
    source = f"{one.source} ({one.published})" if one.published else one.source
    numbers = [says.emergency.format(number=one.emergency)] if one.emergency else []
    numbers.append(says.line.format(name=one.name, number=one.number))
    return tag(
        "details",
        tag("summary", content.passages[level].crisis[one.id]),
        tag("p", " ".join(numbers)),
        tag("p", says.seen.format(source=source, seen=written(one.seen)), class_="papers"),
    )
