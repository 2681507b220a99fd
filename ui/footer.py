"""What stands under every page: what it leaves out, how old it is, and that it is no advice."""

from __future__ import annotations

from graph import __version__
from graph.content import Mechanism
from graph.interface import interface
from graph.vocabulary import Level
from ui.markup import Markup, tag


def footer(mechanism: Mechanism, level: Level) -> Markup:
    """The footer at `level`."""
    text, manifest = interface(level).text, mechanism.manifest
    names = ", ".join(manifest.reviewed_by)
    lines = (
        text.not_advice,
        text.last_checked.format(date=f"{manifest.last_checked:%-d %B %Y}"),
        text.reviewed.format(names=names) if names else text.not_reviewed,
        text.version.format(version=__version__, content=mechanism.digest),
    )
    return tag(
        "footer",
        tag("h2", text.leaves_out),
        tag("p", mechanism.words[level].mechanism.leaves_out),
        tag("p", " ".join(lines)),
        class_="foot",
    )
