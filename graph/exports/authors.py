"""Authors as the content lists them, taken apart: people, bodies, and how much of the list is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SUFFIX = re.compile(r" (Jr|Sr|II|III|IV)$")
_REMARK = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True)
class Person:
    """Somebody with a family name, initials without dots, and perhaps a suffix such as Jr."""

    family: str
    initials: str
    suffix: str | None = None


@dataclass(frozen=True)
class Body:
    """An agency, a firm or a university, whose name is never taken apart."""

    name: str


@dataclass(frozen=True)
class Authors:
    """Those named in order; whether there are more; and entries whose remarks a reader should see as they are."""

    named: tuple[Person | Body, ...]
    more: bool
    remarks: tuple[str, ...]


def take_apart(listed: Sequence[str]) -> Authors:
    """The authors of a reference, given as in “Abbar M”, “Zarate CA Jr”, “University of Otago”, “et al.”.

    A name behind “...” stands for the end of a list with a gap; it is a remark, because its place is not known.
    """
    named: list[Person | Body] = []
    more = False
    for entry in listed:
        name = _REMARK.sub("", entry)
        if name == "et al." or name.startswith("..."):
            more = True
        elif name:
            named.append(_person(name) or Body(name))
    remarks = tuple(entry for entry in listed if "(" in entry or entry.startswith("..."))
    return Authors(tuple(named), more, remarks)


def _person(name: str) -> Person | None:
    """A person: a family name that is not all capitals, then initials; “Maker / US FDA” is none."""
    suffix = _SUFFIX.search(name)
    family, _, initials = _SUFFIX.sub("", name).rpartition(" ")
    capitals = initials.isalpha() and initials.isupper() and len(initials) <= 4
    if not capitals or "/" in name or not any(letter.islower() for letter in family):
        return None
    return Person(family, initials, suffix[1] if suffix else None)
