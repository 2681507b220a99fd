"""The footer of every page: what it leaves out, when it was checked, and the medical disclaimer."""

from __future__ import annotations

from graph import __version__
from graph.content import Mechanism
from graph.vocabulary import Level
from ui.address import of_level
from ui.catalogue import page_showing
from ui.citation_index import uses
from ui.html.cached import cached_html
from ui.html.crisis import crisis_line
from ui.html.markup import Markup, tag
from ui.page import Page
from ui.reader import Reader, page_href
from ui.subject import Subject
from wording.interface import interface
from wording.language import written


def disclaimer(content: Mechanism, level: Level) -> str:
    """The medical disclaimer, with check date, reviewers and version."""
    text, manifest = interface(level).text, content.manifest
    names = ", ".join(manifest.reviewed_by)
    lines = (
        text.not_advice,
        text.last_checked.format(date=written(manifest.last_checked)),
        text.reviewed.format(names=names) if names else text.not_reviewed,
        text.version.format(version=__version__, content=content.digest),
    )
    return " ".join(lines)


@cached_html
def footer(reader: Reader, page: Page) -> Markup:
    """The footer of `page`, with a link to the document without scripts."""
    level, text = reader.level, reader.says.text
    return tag(
        "footer",
        tag("h2", text.leaves_out),
        tag("p", page.leaves_out(level)),
        tag("p", disclaimer(reader.mechanism, level)),
        crisis_line(level),
        tag("p", _sources(level, page)),
        tag("p", tag("a", text.plain, href=of_level(level).href("plain", "/"), target="_self")),
        class_="foot",
    )


def _sources(level: Level, page: Page) -> Markup:
    """How many papers the page rests on, linked to their list."""
    count = sum(use.has(**page.papers) for use in uses().values())
    label = interface(level).step_page.sources.format(count=count)
    return tag("a", label, href=page_href(page_showing(Subject.PAPERS), level, **page.papers), target="_self")
