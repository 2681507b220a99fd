"""Generate `docs/addresses.md`, the parameters of every page's address: ``python -m pages > docs/addresses.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pages  # noqa: F401 - fills the catalogue
from ui.address import DEFAULT_LEVEL, Params
from ui.catalogue import pages as catalogue
from ui.params import Choice

HEAD = """# Addresses

The address of a view is its only state: whatever a reader can choose is in it, so any view can be shared, cited and
restored. A value that is unknown, malformed or repeated never breaks a page; one line names what was ignored. Ids are
those of the content. Lists are separated by commas, and a default is left out. “Own” parameters belong to the reader:
a room does not share them. Streamlit keeps `embed` and `embed_options` to itself.

Written by `python -m pages > docs/addresses.md` from what each page in `pages/` says of itself.
"""


def document() -> str:
    """Return the document as Markdown: one table of parameters for each set of pages that accept the same ones."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    sets: dict[tuple[tuple[tuple[str, ...], str], ...], list[str]] = {}
    known: dict[tuple[tuple[tuple[str, ...], str], ...], Params] = {}
    for path, page in catalogue().items():
        key = tuple((param.names, param.doc) for param in page.params)
        sets.setdefault(key, []).append(f"`/{path}` {page.title(DEFAULT_LEVEL)}")
        known[key] = page.params
    for key, titles in sets.items():
        yield f"## {', '.join(titles)}\n"
        yield "| parameter | what it holds | own |\n|---|---|---|"
        for param in known[key]:
            names = ", ".join(f"`{name}`" for name in param.names)
            words = ", ".join(f"`{word}`" for word in type(param.default)) if isinstance(param, Choice) else ""
            yield f"| {names} | {param.doc}{words and f' One of {words}.'} | {'yes' if param.own else ''} |"
        yield ""


if __name__ == "__main__":
    sys.stdout.write(document())
