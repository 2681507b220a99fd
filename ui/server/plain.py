"""`GET /plain`: the whole mechanism as one document without scripts, for archives, crawlers and slow phones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from figures.svg import themes_css
from graph.network import accounts, active
from graph.vocabulary import Level
from ui.address import LEVEL, Address, ignored_line, of_level, read
from ui.catalogue import page_showing
from ui.content import mechanism, network
from ui.html.crisis import crisis_line
from ui.html.footer import disclaimer
from ui.html.markup import Markup, items, tag, void
from ui.packed import Packed
from ui.server import plain_graph, plain_records
from ui.server.plain_parts import CONTENTS, PlainReader, Section
from ui.styles import sheet
from ui.subject import Subject
from wording.interface import interface

PATH = "/plain"


async def plain(request: Request) -> Response:
    """The document at the requested level; 304 if the reader already has it."""
    query = request.query_params
    page = page_showing(Subject.PICTURE)
    asked = read({name: query.getlist(name) for name in query}, page.path, page.params, mechanism())
    found = _with_notice(asked) if asked.ignored else document(asked[LEVEL])
    return found.answer(request.headers)


def address(level: Level, path: str = PATH) -> str:
    """Address of the document at `level`, or of the page at `path`."""
    return of_level(level).href("", path)


@cache
def document(level: Level) -> Packed:
    """The document at `level`."""
    return Packed.of("".join(_halves(level)).encode(), "text/html")


def _with_notice(asked: Address) -> Packed:
    """The document with a line that names the ignored parts of the address."""
    said = interface(asked[LEVEL]).text.ignored.format(what=ignored_line(asked.ignored))
    return Packed.of(tag("p", said, class_="notice").join(_halves(asked[LEVEL])).encode(), "text/html")


@cache
def _halves(level: Level) -> tuple[Markup, Markup]:
    """The document before and after the position of the notice."""
    content = mechanism()
    reader = PlainReader(content, network(), active(network(), accounts(content)), of_level(level))
    sections = [
        plain_graph.picture(reader),
        plain_graph.story(reader),
        plain_graph.steps(reader),
        plain_graph.things(reader),
        plain_graph.arrows(reader),
        plain_records.absent(reader),
        plain_records.accounts(reader),
        plain_records.claims(reader),
        plain_records.glossary(reader),
        plain_records.references(reader),
    ]
    before = f'<!doctype html>\n<html lang="en">{_head(reader)}<body>{_header(reader)}<main id="main">'
    body = "".join(section.markup for section in sections)
    after = f"{_contents(reader, sections)}{body}</main>{_foot(reader)}</body></html>\n"
    return Markup(before), Markup(after)


def _head(reader: PlainReader) -> Markup:
    words = reader.mechanism.words[reader.level].mechanism
    return tag(
        "head",
        void("meta", charset="utf-8"),
        void("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name_="color-scheme", content="light dark"),
        void("meta", name_="description", content=words.subtitle),
        void("link", rel="canonical", href=address(reader.level)),
        tag("title", f"{words.title} · {reader.says.text.plain} · {reader.level.value}"),
        tag("style", style()),
    )


@cache
def style() -> Markup:
    """The style sheet of documents without scripts, with the colours of both themes."""
    return Markup(themes_css() + sheet("plain"))


def _header(reader: PlainReader) -> Markup:
    says, words = reader.says.text, reader.mechanism.words[reader.level].mechanism
    levels = (
        tag("a", level.value, href=address(level), aria_current="page" if level is reader.level else None)
        for level in Level
    )
    return tag("a", says.plain_skip, href="#main", class_="skip") + tag(
        "header",
        tag("h1", words.title),
        tag("p", words.subtitle, class_="subtitle"),
        tag("nav", tag("p", f"{says.level}:"), items(levels), class_="levels", aria_label=says.level),
        tag("p", tag("a", says.plain_back, href=address(reader.level, "/"))),
        tag("p", says.not_advice),
        crisis_line(reader.level, "/"),
    )


def _contents(reader: PlainReader, sections: Iterable[Section]) -> Markup:
    heading = reader.says.text.plain_contents
    links = items(tag("a", section.heading, href=f"#{section.id}") for section in sections)
    return tag("nav", tag("h2", heading), links, id=CONTENTS, aria_label=heading)


def _foot(reader: PlainReader) -> Markup:
    """The check date and medical disclaimer; what the picture leaves out is stated next to it."""
    return tag("footer", tag("p", disclaimer(reader.mechanism, reader.level)), class_="foot")
