"""Words: every level has words for exactly the same ids."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft, Found
from graph.faults import Fault, nearest
from graph.rules.registry import rule
from graph.vocabulary import Level
from graph.words import capitalised

PARTS = (
    "steps",
    "things",
    "arrows",
    "hypotheses",
    "absent",
    "cautions",
    "unsaid",
    "systems",
    "glossary",
    "story",
)
"""Parts of a words file that have the name of the section whose ids they are keyed by."""
BY_LEVEL = ("words", "verdicts", "passages")
"""Sections with a file for each level."""
SPOKEN_OF = {"passages": "treatment"}
"""Sections whose ids key a part with a different name, by part."""


def _wanted(draft: Draft) -> Iterator[tuple[str, str, set[str]]]:
    """Ids that every level must have words for: section, part of its files, and ids."""
    overview = draft.one("overview")
    links = overview.item.links if overview else ()
    layouts = [found.item for found in draft.all("layout")]
    layouts += [layout for found in draft.all("cameras") for layout in found.item.layouts]
    yield "words", "links", {link.id for link in links if len(link.via) > 1}
    yield "words", "zones", {zone.id for layout in layouts for zone in (*layout.zones, *layout.times)}
    yield "words", "cameras", {found.id for found in draft.all("cameras") if found.item.step}
    for part in PARTS:
        yield "words", part, draft.ids(part)
    yield "verdicts", "claims", draft.ids("claims")
    yield "passages", "passages", draft.ids("treatment")
    yield "passages", "rulings", draft.ids("rulings")
    yield "passages", "arrays", draft.ids("arrays")
    yield "passages", "groups", {found.item.group for found in draft.all("arrays")}
    yield "passages", "crisis", draft.ids("crisis")


@rule("missing-level")
def missing_level(draft: Draft) -> Iterator[Fault]:
    """There is a file of words, of verdicts and of passages for each level, and for no other name."""
    levels = {level.value for level in Level}
    for section in BY_LEVEL:
        missing = levels - draft.ids(section) if draft.found[section] else ()
        for file in sorted(f"{section}/{level}.yaml" for level in missing):
            if file not in draft.unread:
                yield Fault("missing-level", file, 1, "", f"this level has no {section}", "write the file")
        for found in draft.found[section]:
            if found.id not in levels:
                yield found.fault("missing-level", (), f"“{found.id}” is not a level", f"use one of {sorted(levels)}")


@rule("missing-words")
def missing_words(draft: Draft) -> Iterator[Fault]:
    """Every level has words for every id."""
    for section, part, wanted in _wanted(draft):
        for found in draft.all(section):
            for id_ in sorted(wanted - set(getattr(found.item, part))):
                yield found.fault(
                    "missing-words", (part,), f"no words for “{id_}” at the {found.id} level", f"add {id_} under {part}"
                )


@rule("orphan-words")
def orphan_words(draft: Draft) -> Iterator[Fault]:
    """No level has words for an id that does not exist."""
    for section, part, wanted in _wanted(draft):
        sources = {"zones": ("layout", "cameras"), "links": ("overview",), "groups": ("arrays",)}.get(part, ())
        if not (all(map(draft.whole, sources)) if sources else draft.known(SPOKEN_OF.get(part, part))):
            continue
        for found in draft.all(section):
            yield from _orphans(found, part, wanted)


def _orphans(found: Found, part: str, wanted: set[str]) -> Iterator[Fault]:
    for id_ in sorted(set(getattr(found.item, part)) - wanted):
        yield found.fault("orphan-words", (part, id_), f"“{id_}” is not in {part}", nearest(id_, wanted))


@rule("form-twice")
def form_twice(draft: Draft) -> Iterator[Fault]:
    """At each level a form is listed once and belongs to one term; an initial capital does not make another form."""
    for found in draft.all("words"):
        owners: dict[str, str] = {}
        for id_, words in found.item.glossary.items():
            for position, form in enumerate(words.forms):
                key = capitalised(form)
                if key in owners:
                    yield found.fault(
                        "form-twice",
                        ("glossary", id_, "forms", position),
                        f"“{form}” is already a form of {owners[key]}",
                        "keep it in one of the two",
                    )
                owners.setdefault(key, id_)
