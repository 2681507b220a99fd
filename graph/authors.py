"""Parsing of author lists into people and organisations, and whether the list is complete."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SUFFIX = re.compile(r" (Jr|Sr|II|III|IV)$")
_REMARK = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True)
class Person:
    """A person: family name, initials without dots, and optionally a suffix such as Jr."""

    family: str
    initials: str
    suffix: str | None = None


@dataclass(frozen=True)
class Body:
    """An organisation, such as an agency, company or university, whose name is never split."""

    name: str


@dataclass(frozen=True)
class Authors:
    """The named authors in order, whether there are more, and entries with remarks to be shown verbatim."""

    named: tuple[Person | Body, ...]
    more: bool
    remarks: tuple[str, ...]


def take_apart(listed: Sequence[str]) -> Authors:
    """Parse the authors of a reference.

    Args:
        listed: Entries such as “Abbar M”, “Zarate CA Jr”, “University of Otago” and “et al.”. A name after “...” is the
            last author of a list with a gap; it becomes a remark, because its position is not known.
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
    """`name` as a person (family name, not all in capitals, then initials), or None for an organisation."""
    suffix = _SUFFIX.search(name)
    family, _, initials = _SUFFIX.sub("", name).rpartition(" ")
    capitals = initials.isalpha() and initials.isupper() and len(initials) <= 4
    if not capitals or "/" in name or not any(letter.islower() for letter in family):
        return None
    return Person(family, initials, suffix[1] if suffix else None)
