"""Words that the glossary explains, marked where they are met in prose. Shown by `ui/browser/page/terms.js`."""

from __future__ import annotations

import json
import re
from functools import cache

from graph.vocabulary import Level
from graph.words import Words, capitalised
from ui.content import mechanism
from ui.html.markup import Markup, joined, tag
from ui.reader import Reader


def marked(reader: Reader, said: str, met: set[str] | None = None) -> Markup:
    """`said` as HTML with each term of the level that occurs in it as a button, where it stands first.

    Terms in `met` are left alone, and those marked here are added to it: so texts that are read together, and share
    one set, mark a term once. What is HTML already stays as it is.
    """
    if isinstance(said, Markup):
        return said
    pattern, owners = _forms(reader.level)
    seen = set() if met is None else met
    parts: list[str] = []
    end = 0
    for found in pattern.finditer(said):
        id_ = owners[found[0]]
        if id_ in seen:
            continue
        seen.add(id_)
        parts += [said[end : found.start()], _button(id_, found[0])]
        end = found.end()
    return joined([*parts, said[end:]])


def _button(id_: str, form: str) -> Markup:
    return tag("button", form, type="button", class_="term", data_term=id_, aria_expanded="false")


def spellings(words: Words) -> dict[str, str]:
    """Every form of the level, as it is listed and with a capital at its start, and the id of its term."""
    return {
        spelt: id_ for id_, term in words.glossary.items() for form in term.forms for spelt in (form, capitalised(form))
    }


@cache
def _forms(level: Level) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds whole words that are forms, the longest of those that begin at one place, and whose they are."""
    owners = spellings(mechanism().words[level])
    longest_first = sorted(owners, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), owners


def explained(level: Level) -> str:
    """JSON of all terms of a level by id, each as its name and its explanation."""
    terms = {id_: [one.term, one.text] for id_, one in mechanism().words[level].glossary.items()}
    return json.dumps(terms, ensure_ascii=False, separators=(",", ":"))
