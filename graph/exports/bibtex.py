"""References as BibTeX with LaTeX escapes, so that every version of BibTeX can sort and typeset them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pylatexenc.latexencode import (  # type: ignore[import-untyped]
    RULE_DICT,
    UnicodeToLatexConversionRule,
    UnicodeToLatexEncoder,
)

from graph.authors import Body, Person, take_apart
from graph.content import Mechanism
from graph.exports import seen
from graph.records import Reference

_SPECIAL = {ord(sign): rf"\{sign}" for sign in "%&#_$"}
# BibTeX counts braces even after a backslash, so a field must not contain an unpaired one.
_BRACES = {ord("{"): r"{\textbraceleft}", ord("}"): r"{\textbraceright}"}
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def bibtex(mechanism: Mechanism, ids: Sequence[str]) -> str:
    """The references with these ids as BibTeX entries, keyed by id. Raises KeyError for an unknown id."""
    return "\n".join(_entry(mechanism.references[id_]) for id_ in ids)


def _entry(reference: Reference) -> str:
    article = seen.in_a_journal(reference)
    volume, issue = seen.volume_and_issue(reference)
    title, doi = seen.title(reference), seen.doi(reference)
    fields = {
        "author": _authors(reference),
        "title": _title(title) if title else None,
        "journal" if article else "howpublished": latex(reference.journal),
        "year": str(reference.year),
        "volume": latex(volume) if volume else None,
        "number": _range(issue),
        "pages": _range(reference.pages),
        "doi": doi.translate(_IN_ADDRESS) if doi else None,
        "url": reference.url.translate(_IN_ADDRESS) if reference.url else None,
        "pmid": reference.pmid,
        "note": latex(seen.note(reference)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{'article' if article else 'misc'}{{{reference.id},\n{''.join(lines)}}}\n"


def latex(text: str) -> str:
    """`text` on one line with LaTeX escapes; characters without a LaTeX name are kept."""
    spelt: str = _encoder().unicode_to_latex(seen.one_line(text))
    return spelt


@cache
def _encoder() -> UnicodeToLatexEncoder:
    own = [
        UnicodeToLatexConversionRule(RULE_DICT, signs, replacement_latex_protection="none")
        for signs in (_SPECIAL, _BRACES)
    ]
    # BibTeX treats an accented letter in braces as one letter when it sorts and abbreviates names.
    return UnicodeToLatexEncoder(
        conversion_rules=[*own, "defaults"],
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )


def _title(title: str) -> str:
    """A title whose capitals are protected, because styles convert all but the first letter to lower case."""
    first, *others = title.split(" ")
    kept = [_kept(first, first[1:]), *(_kept(word, word) for word in others)]
    return " ".join(kept)


def _kept(word: str, part: str) -> str:
    """`word`, in braces if its part `part` contains a capital."""
    return f"{{{latex(word)}}}" if any(letter.isupper() for letter in part) else latex(word)


def _authors(reference: Reference) -> str:
    authors = take_apart(reference.authors)
    names = [_name(one) for one in authors.named]
    return " and ".join([*names, "others"] if names and authors.more else names)


def _name(author: Person | Body) -> str:
    if isinstance(author, Body):
        # In braces, so that neither “and” nor a comma splits the name.
        return f"{{{latex(author.name)}}}"
    initials = " ".join(f"{letter}." for letter in author.initials)
    return ", ".join(latex(part) for part in (author.family, author.suffix, initials) if part)


def _range(pages: str | None) -> str | None:
    """First and last page (or issue) joined by the double hyphen that BibTeX expects."""
    return "--".join(latex(page) for page in re.split(r"\s*[-–]\s*", pages)) if pages else None
