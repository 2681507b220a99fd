"""What can be counted in a text: the numbers it states, the words of its sentences, its abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# A digit inside a word, or behind a hyphen that follows a capital, is part of a name.
DIGITS = re.compile(r"(?<![A-Za-z\d.])(?<![A-Z]-)\d+(?:\.\d+)?")
# “One” is left out: it is more often a pronoun than a number.
SPELT = {
    word: str(number)
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 2
    )
}
STATED = re.compile(rf"{DIGITS.pattern}|\b(?:{'|'.join(SPELT)})\b", re.IGNORECASE)
# How a share is said where per cent would be hard to read.
OF_A_HUNDRED = re.compile(r" (?:out of|in) (?:100|a hundred)\b")


def numbers(said: Iterable[str]) -> Counter[str]:
    """Numbers in digits or spelt out, as digits, with how often each is stated."""
    text = OF_A_HUNDRED.sub("%", " ".join(said))
    return Counter(SPELT.get(number.casefold(), number) for number in STATED.findall(text))


def sentences(said: str) -> list[str]:
    """The sentences of a text; a colon ends one too, as the reader may pause there."""
    return re.split(r"(?<=[.:?!])\s+", said)


def abbreviations(said: str) -> set[str]:
    """Abbreviations in a text, in the singular."""
    return set(re.findall(r"\b([A-Za-z]*[A-Z][A-Z0-9]+)s?\b", said))
