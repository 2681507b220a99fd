"""Full-text search with tolerance for typos: rare words weigh more, and names more than text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from rapidfuzz import fuzz, process

from graph.vocabulary import Level
from ui.html.listing import folded
from ui.search.entries import Entry, entries
from wording.interface import interface

# Weight of a word in the label, in the alternative names, or in the text.
LABEL, ALSO, BODY = 3.0, 2.0, 1.0
# Minimum similarity, from 0 to 100, of two words that count as the same, and minimum length of a misspelt one.
ALIKE = 80
SHORTEST = 4
BEST = 24
# Factors for entries that only mention a part: the part has its own, more informative entry.
ASIDE = {"term": 0.4, "paper": 0.6, "arrow": 0.7}
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Index:
    """The entries of a level; for each word, the entries that contain it and its weight there."""

    entries: Sequence[Entry]
    words: Mapping[str, Mapping[int, float]]
    labels: Sequence[Sequence[str]]


def split(text: str) -> list[str]:
    """The normalised words of `text`."""
    return _WORD.findall(folded(text))


@cache
def index(level: Level) -> Index:
    """Build the index of `level`."""
    found = entries(level)
    words: dict[str, dict[int, float]] = defaultdict(dict)
    for number, entry in enumerate(found):
        for weight, text in ((BODY, entry.body), (ALSO, entry.also), (LABEL, entry.label)):
            for word in split(text):
                words[word][number] = max(weight, words[word].get(number, 0))
    return Index(found, dict(words), [split(entry.label) for entry in found])


def find(query: str, level: Level) -> list[Entry]:
    """The best entries for `query`, best first, ties in listed order; empty if nothing matches."""
    held = index(level)
    ignored = {folded(word) for word in interface(level).search.ignored}
    typed = split(query)
    asked = [word for word in dict.fromkeys(typed) if word not in ignored] or typed
    scores: dict[int, float] = defaultdict(float)
    matched: dict[int, int] = defaultdict(int)
    for word in asked:
        for number, score in _matches(word, held).items():
            scores[number] += score
            matched[number] += 1

    def rank(number: int) -> tuple[float, int]:
        entry = held.entries[number]
        whole = (matched[number] / len(asked)) ** 2
        # If two entries match equally well, the one with the shorter name is meant.
        compact = 1 / (1 + 0.04 * len(held.labels[number]))
        aside = ASIDE.get(entry.kind, 1)
        return (-scores[number] * whole * compact * aside, number)

    best = sorted(scores, key=rank)
    # An exact full name always ranks first, however many other names share its words.
    named = [number for number in best[BEST:] if held.labels[number] == typed]
    return [held.entries[number] for number in (*best[: BEST - len(named)], *named)]


def _matches(word: str, held: Index) -> dict[int, float]:
    """Entries with `word`, a word that starts with it, or a similarly spelt one; each with its score."""
    alike: dict[str, float] = {}
    if word in held.words:
        alike[word] = 1.0
    if len(word) > 2:
        alike |= {other: 0.85 for other in held.words if other.startswith(word) and other != word}
    stem = word.removesuffix("s")
    if stem != word and stem in held.words:
        alike.setdefault(stem, 0.95)
    if len(word) >= SHORTEST and word not in held.words:
        for other, likeness, _ in process.extract(
            word, held.words.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=6
        ):
            alike.setdefault(other, 0.8 * likeness / 100)
    found: dict[int, float] = {}
    for other, likeness in alike.items():
        standing = held.words[other]
        rare = log(1 + len(held.entries) / len(standing))
        for number, weight in standing.items():
            found[number] = max(found.get(number, 0), likeness * weight * rare)
    return found
