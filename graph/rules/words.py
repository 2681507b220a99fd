"""Words: every level says something about the same things, and about nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft, Found
from graph.faults import Fault, nearest
from graph.rules.registry import rule
from graph.vocabulary import Level


def _wanted(draft: Draft) -> dict[str, set[str]]:
    """Ids, by part of a words file, that every level must speak about."""
    overview = draft.one("overview")
    links = overview.item.links if overview else ()
    zones = {zone.id for found in draft.all("layout") for zone in found.item.zones}
    return {
        "steps": draft.ids("steps"),
        "things": draft.ids("things"),
        "arrows": draft.ids("arrows"),
        "hypotheses": draft.ids("hypotheses"),
        "absent": draft.ids("absent"),
        "links": {link.id for link in links if len(link.via) > 1},
        "zones": zones,
    }


@rule("missing-level")
def missing_level(draft: Draft) -> Iterator[Fault]:
    """There is a words file for each level, and none for another."""
    levels = {level.value for level in Level}
    missing = () if "words/" in draft.unread else levels - draft.ids("words")
    for level in sorted(level for level in missing if f"words/{level}.yaml" not in draft.unread):
        yield Fault("missing-level", f"words/{level}.yaml", 1, "", "this level has no words", "write the file")
    for found in draft.found["words"]:
        if found.id not in levels:
            yield found.fault("missing-level", (), f"“{found.id}” is not a level", f"use one of {sorted(levels)}")


@rule("missing-words")
def missing_words(draft: Draft) -> Iterator[Fault]:
    """Every level has words for every id."""
    for part, wanted in _wanted(draft).items():
        for found in draft.all("words"):
            for id_ in sorted(wanted - set(getattr(found.item, part))):
                yield found.fault(
                    "missing-words", (part,), f"no words for “{id_}” at the {found.id} level", f"add {id_} under {part}"
                )


@rule("orphan-words")
def orphan_words(draft: Draft) -> Iterator[Fault]:
    """No level speaks about something that does not exist."""
    for part, wanted in _wanted(draft).items():
        source = {"zones": "layout", "links": "overview"}.get(part, part)
        if not (draft.known(source) if source == part else draft.whole(source)):
            continue
        for found in draft.all("words"):
            yield from _orphans(found, part, wanted)


def _orphans(found: Found, part: str, wanted: set[str]) -> Iterator[Fault]:
    for id_ in sorted(set(getattr(found.item, part)) - wanted):
        yield found.fault("orphan-words", (part, id_), f"“{id_}” is not in {part}", nearest(id_, wanted))
