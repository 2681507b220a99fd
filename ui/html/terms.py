"""Glossary terms, marked up where they occur in prose. Displayed by `ui/browser/page/terms.js`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache

from graph.content import Mechanism
from graph.vocabulary import Level
from graph.words import Words, capitalised
from ui.html.markup import Markup, joined, tag
from ui.reader import Reader

NEVER = "(?!)"
"""A pattern that nothing matches: some mechanism may explain no term."""


def marked(reader: Reader, said: str, met: set[str] | None = None) -> Markup:
    """`said` as HTML with each term of its mechanism and level that occurs in it as a button, where it stands first.

    Terms in `met` are skipped, and newly marked ones are added to it, so that texts read together can share one set and
    mark each term once. A `Markup` is returned unchanged.
    """
    if isinstance(said, Markup):
        return said
    pattern, owners = _forms(reader.mechanism, reader.level)
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
    """Map every form of a term, as listed and capitalised, to the term's id."""
    return {
        spelt: id_ for id_, term in words.glossary.items() for form in term.forms for spelt in (form, capitalised(form))
    }


@cache
def _forms(content: Mechanism, level: Level) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern that matches whole-word forms, longest first, and the term id of each form."""
    owners = {form: _name(content, id_) for form, id_ in spellings(content.words[level]).items()}
    longest_first = sorted(owners, key=len, reverse=True)
    any_form = "|".join(map(re.escape, longest_first)) or NEVER
    return re.compile(rf"(?<!\w)(?:{any_form})(?!\w)"), owners


def _name(content: Mechanism, id_: str) -> str:
    """What the page calls a term: two mechanisms may explain the same id each in its own way."""
    return id_ if content.manifest.main else f"{content.manifest.id}.{id_}"


def explained(contents: Iterable[Mechanism], level: Level) -> str:
    """JSON of all terms of a level as the page calls them, each as its name and its explanation."""
    terms = {
        _name(content, id_): [one.term, one.text]
        for content in contents
        for id_, one in content.words[level].glossary.items()
    }
    return json.dumps(terms, ensure_ascii=False, separators=(",", ":"))
