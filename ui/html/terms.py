"""Glossary terms, marked up where they occur in prose. Displayed by `ui/browser/page/terms.js`."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape

from graph.vocabulary import Level
from graph.words import Words, capitalised
from ui.content import mechanism
from ui.html.markup import Markup, text
from ui.reader import Reader


def marked(reader: Reader, said: str, met: set[str] | None = None) -> Markup:
    """Return `said` as HTML, with the first occurrence of each of the level's terms as a button.

    Terms in `met` are skipped, and newly marked ones are added to it, so that texts read together can share one set and
    mark each term once. A `Markup` is returned unchanged.
    """
    if isinstance(said, Markup):
        return said
    pattern, owners = _forms(reader.level)
    seen = set() if met is None else met
    parts, end = [], 0
    for found in pattern.finditer(said):
        id_ = owners[found[0]]
        if id_ in seen:
            continue
        seen.add(id_)
        parts += [text(said[end : found.start()]), _button(id_, found[0])]
        end = found.end()
    return Markup("".join(parts) + text(said[end:]))


def _button(id_: str, form: str) -> str:
    return f'<button type="button" class="term" data-term="{id_}" aria-expanded="false">{escape(form)}</button>'


def spellings(words: Words) -> dict[str, str]:
    """Map every form of a term, as listed and capitalised, to the term's id."""
    return {
        spelt: id_ for id_, term in words.glossary.items() for form in term.forms for spelt in (form, capitalised(form))
    }


@cache
def _forms(level: Level) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern that matches whole-word forms, longest first, and the term id of each form."""
    owners = spellings(mechanism().words[level])
    longest_first = sorted(owners, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), owners


def explained(level: Level) -> str:
    """JSON of all terms of a level by id, each as its name and definition."""
    terms = {id_: [one.term, one.text] for id_, one in mechanism().words[level].glossary.items()}
    return json.dumps(terms, ensure_ascii=False, separators=(",", ":"))
