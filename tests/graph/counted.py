"""What can be counted in a text: the numbers it states, the words of its sentences, its abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

# Numbers that belong to a name, and the level of an interval, which is no finding.
NAMES = re.compile(
    r"\(2R,6R\)-HNK|\b5-HT\w*|\b4E-(?:BPs?(?:\d(?:/\d)?)?|binding)(?!\d)|\b1[13]C\b|\bmGlu2/3|\bserine 421\b"
    r"|\b(?:kinase|protein|glycoprotein|complex|factor) \d[A-Z]?\b|\b3-kinase\b|\bcarbon-13\b"
    r"|\bKARMA-Dep 2\b|\b[Pp]hase \d\b|\b95% CI\b"
)
# The same stretch of time, however a level says it. “Twice a week” is no stretch of time.
TIMES = {
    "12 hours": re.compile(r"\bhalf a day\b", re.IGNORECASE),
    "30 minutes": re.compile(r"\bhalf an hour\b|\b30 ?min(?:utes)?\b", re.IGNORECASE),
    "a day": re.compile(
        r"\b24[ -]?h(?:ours?)?\b|\b(?:one|a|1|next|first)[ -]day\b|\bday (?:one|1)\b|\bday after\b", re.IGNORECASE
    ),
    "an hour": re.compile(r"\b(?:an|one|1) hour\b|\b1 h\b", re.IGNORECASE),
    "a week": re.compile(r"\b(?<!twice )(?<!once )(?:a|one|1|first) week\b|\bweek (?:1|one)\b", re.IGNORECASE),
}
# How a share is said where per cent would be hard to read.
OF_A_HUNDRED = re.compile(r" (?:out of|in) (?:100|a hundred)\b")

# A digit inside a word, or behind a hyphen that follows a capital, is part of a name.
DIGITS = re.compile(r"(?<![A-Za-z\d.])(?<![A-Z]-)\d+(?:\.\d+)?")
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
# “One” alone is left out: it is more often a pronoun than a number. A median is where half of a group lies.
SPELT = {
    **{word: str(number) for number, word in enumerate(ONES[1:] + TEENS, 2)},
    **{word: str(ten) for ten, word in zip(range(20, 100, 10), TENS, strict=True)},
    **{
        f"{word}-{one}": str(ten + unit)
        for ten, word in zip(range(20, 100, 10), TENS, strict=True)
        for unit, one in enumerate(ONES, 1)
    },
    **dict.fromkeys(["half", "halve", "halved", "halves", "halving", "median"], "half"),
    "twice": "twice",
}
STATED = re.compile(rf"{DIGITS.pattern}|\b(?:{'|'.join(sorted(SPELT, key=len, reverse=True))})\b", re.IGNORECASE)

# Stands in no text, so putting it there is wrong everywhere.
WRONG = "98765"


def numbers(said: Iterable[str]) -> Counter[str]:
    """Numbers in digits or spelt out, as digits, with how often each is stated; stretches of time in one spelling."""
    text = OF_A_HUNDRED.sub("%", NAMES.sub(" ", " ".join(said)))
    found: Counter[str] = Counter()
    for name, spelt in TIMES.items():
        text, times = spelt.subn(" ", text)
        found[name] += times
    found["12"] += found.pop("12 hours")
    found["30"] += found.pop("30 minutes")
    found += Counter(SPELT.get(number.casefold(), number) for number in STATED.findall(text))
    return +found


def mistaken(texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """`texts` with one number wrong, for each number that they state."""
    for place, text in enumerate(texts):
        for found in STATED.finditer(text):
            wrong = f"{text[: found.start()]}{WRONG}{text[found.end() :]}"
            yield (*texts[:place], wrong, *texts[place + 1 :])


def sentences(said: str) -> list[str]:
    """The sentences of a text; a colon ends one too, as the reader may pause there."""
    return re.split(r"(?<=[.:?!])\s+", said)


def abbreviations(said: str) -> set[str]:
    """Abbreviations in a text, in the singular."""
    return set(re.findall(r"\b([A-Za-z]*[A-Z][A-Z0-9]+)s?\b", said))
