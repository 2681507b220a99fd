"""The page about the project: grades of evidence, links not found, limitations, and who is responsible."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.evidence import badge
from graph.models import Arrow
from graph.vocabulary import Level
from ui.html.citations import cite
from ui.html.downloads import downloads
from ui.html.footer import disclaimer
from ui.html.markup import Markup, items, joined, tag
from ui.html.table import row, scrolling, table
from ui.html.terms import marked
from ui.page import Page
from ui.params import Focus
from ui.reader import Reader
from ui.state import current_reader
from wording.interface import interface


def _grades(reader: Reader) -> Markup:
    """Explain both axes of the evidence grades, with a worked example."""
    says = reader.says
    axes = (
        (says.text.in_whom, [(says.in_whom[word], says.about.in_whom[word.value]) for word in says.in_whom]),
        (
            says.text.how_directly,
            [(says.directness[word], says.about.directness[word.value]) for word in says.directness],
        ),
    )
    tables = (table((), (row(name, meaning) for name, meaning in rows), heading) for heading, rows in axes)
    return joined(tables) + _example(reader)


def _example(reader: Reader) -> Markup:
    """Grade the longest chain of the main picture arrow by arrow, then as a whole."""
    says, mechanism = reader.says, reader.mechanism
    link = max(mechanism.overview.links, key=lambda one: len(one.via))
    chain = mechanism.chain(link.id)
    headings = (says.step_page.arrow, says.text.in_whom, says.text.how_directly, says.text.contested)
    rows = [_graded(reader, reader.on_map(Focus("edge", one.id), reader.statement(one.id)), [one]) for one in chain]
    rows.append(_graded(reader, tag("strong", says.about.example_row), chain))
    name = reader.statement(link.id)
    caption = says.about.example.format(name=name, count=len(chain))
    return scrolling(caption, headings, rows, captioned=True)


def _graded(reader: Reader, name: Markup, arrows: Sequence[Arrow]) -> Markup:
    says, evidence = reader.says, badge(arrows)
    contested = says.text.contested if evidence.contested else "–"
    return row(name, says.in_whom[evidence.in_whom], says.directness[evidence.directness], contested)


def _absent(reader: Reader) -> Markup:
    """List the links that were looked for and not found, with the papers that looked for them."""
    words = reader.mechanism.words[reader.level].absent
    found = (
        tag(
            "li",
            tag("p", marked(reader, words[one.id].sentence)),
            tag("details", tag("summary", reader.says.about.papers), items(cite(reader, paper) for paper in one.refs)),
            id=f"absent-{one.id}",
        )
        for one in reader.mechanism.absent.values()
    )
    return tag("section", tag("h2", reader.says.about.absent), tag("ul", *found), id="absent")


def _versions(reader: Reader) -> Markup:
    manifest, about = reader.mechanism.manifest, reader.says.about
    paid = ", ".join(manifest.funded_by)
    return tag(
        "section",
        tag("h2", about.version),
        tag("p", disclaimer(reader.mechanism, reader.level)),
        tag("p", about.funded.format(names=paid) if paid else about.not_funded),
        tag("p", downloads(reader, "graph")),
        id="version",
    )


class AboutPage(Page):
    """Prose sections, the grades of evidence with a worked example, links not found, and the versions."""

    def headings(self, level: Level) -> str:
        """The titles of its sections, as search text."""
        return " ".join(section.title for section in interface(level).about.sections.values())

    def draw(self) -> None:
        """Draw the page."""
        reader = current_reader()
        parts = []
        for id_, section in reader.says.about.sections.items():
            met: set[str] = set()
            body = [tag("p", marked(reader, paragraph, met)) for paragraph in section.text]
            if id_ == "grading":
                body.append(_grades(reader))
            parts.append(tag("section", tag("h2", section.title), *body, id=id_))
            if id_ == "grading":
                parts.append(_absent(reader))
        parts.append(_versions(reader))
        st.html(tag("div", *parts, class_="list prose"))


PAGE = AboutPage("about")
