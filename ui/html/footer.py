"""What stands under every page: what it leaves out, how old it is, and that it is no advice."""

from __future__ import annotations

from functools import cache

from graph import __version__
from graph.content import Mechanism
from graph.vocabulary import Level
from ui.address import Address
from ui.catalogue import leaves_out, steps_on
from ui.citation_index import uses
from ui.content import mechanism
from ui.html.crisis import crisis_line
from ui.html.markup import Markup, tag
from wording.interface import interface


def standing(content: Mechanism, level: Level) -> str:
    """That it is no advice, when it was checked, who reviewed it, and its version."""
    text, manifest = interface(level).text, content.manifest
    names = ", ".join(manifest.reviewed_by)
    lines = (
        text.not_advice,
        text.last_checked.format(date=f"{manifest.last_checked:%-d %B %Y}"),
        text.reviewed.format(names=names) if names else text.not_reviewed,
        text.version.format(version=__version__, content=content.digest),
    )
    return " ".join(lines)


@cache
def footer(level: Level, path: str = "") -> Markup:
    """The footer of the page at `path`, with a link to the document that needs no script."""
    text = interface(level).text
    plain = "/plain" + Address(level=level).query().removesuffix("?")
    return tag(
        "footer",
        tag("h2", text.leaves_out),
        tag("p", leaves_out(path, level)),
        tag("p", standing(mechanism(), level)),
        crisis_line(level),
        tag("p", _sources(level, path)),
        tag("p", tag("a", text.plain, href=plain, target="_self")),
        class_="foot",
    )


def _sources(level: Level, path: str) -> Markup:
    """How many papers the page rests on, as a link to them."""
    if steps := steps_on(path):
        filters, count = {"step": ",".join(steps)}, sum(bool(use.steps & set(steps)) for use in uses().values())
    elif used := {"": "mechanism", "claims": "claims", "treatment": "treatment"}.get(path):
        filters, count = {"used": used}, sum(used in use.kinds for use in uses().values())
    else:
        filters, count = {}, len(uses())
    query = Address(level=level).only(**filters).query().removesuffix("?")
    label = interface(level).step_page.sources.format(count=count)
    return tag("a", label, href=f"./sources{query}", target="_self")
