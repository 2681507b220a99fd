"""Ids: each is used once, and every reference to an id resolves."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import SECTIONS, Draft, Found
from graph.faults import Fault, nearest
from graph.models import CORE
from graph.rules.registry import rule

REFERENCES: dict[str, tuple[str, ...]] = {
    "steps": ("refs",),
    "things": ("refs",),
    "arrows": ("evidence.supports", "evidence.opposes", "evidence.no_difference"),
    "absent": ("refs",),
    "hypotheses": ("proponents", "challengers"),
    "claims": ("refs",),
    "unsaid": ("refs",),
    "cautions": ("refs",),
    "glossary": ("refs",),
    "experiments": ("ref", "disputed_by"),
    "numbers": ("refs",),
    "story": ("refs",),
    "treatment": ("statements.*.refs", "evidence.refs"),
    "rulings": ("refs",),
    "arrays": ("refs",),
    "dynamics": ("drug.refs", "choices.*.refs"),
}
"""Fields that refer to references, by section."""

LINKS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "mechanism": (("root", "things", "unknown-thing"), ("default_account", "hypotheses", "unknown-hypothesis")),
    "things": (
        ("step", "steps", "unknown-step"),
        ("identifiers", "identifiers", "unknown-identifier"),
        ("about", "identifiers", "unknown-identifier"),
    ),
    "arrows": (
        ("source", "things", "unknown-thing"),
        ("target", "things", "unknown-thing"),
        ("experiments", "experiments", "unknown-experiment"),
    ),
    "absent": (
        ("source", "things", "unknown-thing"),
        ("target", "things", "unknown-thing"),
        ("experiments", "experiments", "unknown-experiment"),
    ),
    "hypotheses": (("rests_on", "hypotheses", "unknown-hypothesis"),),
    "cameras": (
        ("step", "steps", "unknown-step"),
        ("things", "things", "unknown-thing"),
        ("arrows", "arrows", "unknown-arrow"),
        ("left_out", "arrows", "unknown-arrow"),
    ),
    "claims": (("step", "steps", "unknown-step"), ("sources.*.article", "articles", "unknown-article")),
    "systems": (
        ("things", "things", "unknown-thing"),
        ("claims", "claims", "unknown-claim"),
        ("said", "articles", "unknown-article"),
    ),
    "cautions": (
        ("steps", "steps", "unknown-step"),
        ("things", "things", "unknown-thing"),
        ("arrows", "arrows", "unknown-arrow"),
    ),
    "glossary": (("thing", "things", "unknown-thing"),),
    "experiments": (
        ("targets.*.node", "things", "unknown-thing"),
        ("targets.*.edge", "arrows", "unknown-arrow"),
        ("readout_node", "things", "unknown-thing"),
        ("also_readouts", "things", "unknown-thing"),
    ),
    "story": (("step", "steps", "unknown-step"), ("things", "things", "unknown-thing")),
    "treatment": (
        ("claims", "claims", "unknown-claim"),
        ("unsaid", "unsaid", "unknown-unsaid"),
        ("statements.*.numbers", "numbers", "unknown-number"),
        ("route.share", "numbers", "unknown-number"),
        ("route.peak", "numbers", "unknown-number"),
    ),
    "arrays": (("number", "numbers", "unknown-number"),),
    "numbers": (("thing", "things", "unknown-thing"),),
    "dynamics": (
        ("choices.*.arrow", "arrows", "unknown-arrow"),
        ("choices.*.thing", "things", "unknown-thing"),
        ("misses.*.experiment", "experiments", "unknown-experiment"),
        ("readouts.*.thing", "things", "unknown-thing"),
        ("disputed", "cautions", "unknown-caution"),
        ("timed", "cautions", "unknown-caution"),
        ("compared", "treatment", "unknown-passage"),
    ),
    "overview": (
        ("things.*.id", "things", "unknown-thing"),
        ("links.*.source", "things", "unknown-thing"),
        ("links.*.target", "things", "unknown-thing"),
        ("links.*.via", "arrows", "unknown-arrow"),
    ),
}
"""Fields that refer to records of another section, by section: the field, the other section, and the rule."""

Value = tuple[tuple[str | int, ...], str]


def values(item: object, field: str) -> Iterator[Value]:
    """Path and text of every id in a field of a record.

    Args:
        item: A record.
        field: Dotted path, where ``*`` matches each entry of a list. Of a mapping, the keys are the ids.
    """
    yield from _values(item, field.split("."), ())


def _values(item: object, parts: list[str], path: tuple[str | int, ...]) -> Iterator[Value]:
    if item is None:
        return
    if isinstance(item, tuple):
        rest = parts[1:] if parts[:1] == ["*"] else parts
        for position, entry in enumerate(item):
            yield from _values(entry, rest, (*path, position))
    elif isinstance(item, dict):
        for key in item:
            yield (*path, key), key
    elif parts:
        yield from _values(getattr(item, parts[0]), parts[1:], (*path, parts[0]))
    else:
        yield path, str(item)


def _unknown(draft: Draft, found: Found, field: str, section: str, name: str) -> Iterator[Fault]:
    known = draft.ids(section)
    for path, id_ in values(found.item, field) if draft.known(section) else ():
        if id_ not in known:
            yield found.fault(name, path, f"“{id_}” is not an id in {section}", nearest(id_, known))


def _links(draft: Draft, name: str) -> Iterator[Fault]:
    for section, fields in LINKS.items():
        for field, named, rule_name in fields:
            if rule_name == name:
                for found in draft.all(section):
                    yield from _unknown(draft, found, field, named, name)


@rule("unknown-thing")
def unknown_thing(draft: Draft) -> Iterator[Fault]:
    """Every reference to a thing resolves, so no arrow leads nowhere."""
    yield from _links(draft, "unknown-thing")


@rule("unknown-step")
def unknown_step(draft: Draft) -> Iterator[Fault]:
    """Every reference to a step resolves."""
    yield from _links(draft, "unknown-step")


@rule("unknown-arrow")
def unknown_arrow(draft: Draft) -> Iterator[Fault]:
    """Every reference to an arrow resolves."""
    yield from _links(draft, "unknown-arrow")


@rule("unknown-identifier")
def unknown_identifier(draft: Draft) -> Iterator[Fault]:
    """Every identifier of a thing is in the list of identifiers."""
    yield from _links(draft, "unknown-identifier")


@rule("unknown-experiment")
def unknown_experiment(draft: Draft) -> Iterator[Fault]:
    """Every reference to an experiment resolves."""
    yield from _links(draft, "unknown-experiment")


@rule("unknown-article")
def unknown_article(draft: Draft) -> Iterator[Fault]:
    """Every reference to an article resolves."""
    yield from _links(draft, "unknown-article")


@rule("unknown-claim")
def unknown_claim(draft: Draft) -> Iterator[Fault]:
    """Every reference to a claim resolves."""
    yield from _links(draft, "unknown-claim")


@rule("unknown-unsaid")
def unknown_unsaid(draft: Draft) -> Iterator[Fault]:
    """Every reference to a point left unsaid resolves."""
    yield from _links(draft, "unknown-unsaid")


@rule("unknown-caution")
def unknown_caution(draft: Draft) -> Iterator[Fault]:
    """Every reference to a caution resolves."""
    yield from _links(draft, "unknown-caution")


@rule("unknown-passage")
def unknown_passage(draft: Draft) -> Iterator[Fault]:
    """Every reference to a passage about treatment resolves."""
    yield from _links(draft, "unknown-passage")


@rule("unknown-number")
def unknown_number(draft: Draft) -> Iterator[Fault]:
    """Every reference to a number resolves."""
    yield from _links(draft, "unknown-number")


@rule("unknown-hypothesis")
def unknown_hypothesis(draft: Draft) -> Iterator[Fault]:
    """Every reference to an account resolves; arrows may also name the core that all accounts share."""
    yield from _links(draft, "unknown-hypothesis")
    known = draft.ids("hypotheses") | {CORE}
    for found in draft.all("arrows"):
        for path, id_ in values(found.item, "hypotheses") if draft.known("hypotheses") else ():
            if id_ not in known:
                yield found.fault(
                    "unknown-hypothesis", path, f"“{id_}” is not an id in hypotheses", nearest(id_, known)
                )


@rule("unknown-reference")
def unknown_reference(draft: Draft) -> Iterator[Fault]:
    """Every cited paper is in the list of references."""
    for section, fields in REFERENCES.items():
        for found in draft.all(section):
            for field in fields:
                yield from _unknown(draft, found, field, "references", "unknown-reference")


@rule("uncited-reference")
def uncited_reference(draft: Draft) -> Iterator[Fault]:
    """A reference is either cited or marked as background, never both."""
    cited = {
        id_
        for section, fields in REFERENCES.items()
        for found in draft.all(section)
        for field in fields
        for _, id_ in values(found.item, field)
    }
    whole = all(draft.whole(section) for section in REFERENCES)
    for found in draft.all("references"):
        if found.item.background and found.id in cited:
            yield found.fault(
                "uncited-reference", ("background",), "this is cited, so it is not background", "delete it"
            )
        elif whole and not found.item.background and found.id not in cited:
            yield found.fault("uncited-reference", ("id",), "nothing cites this", "cite it, or add background: true")


@rule("unused")
def unused(draft: Draft) -> Iterator[Fault]:
    """Every thing, experiment, article and account is used somewhere."""
    users = {
        "things": (("arrows", "source"), ("arrows", "target")),
        "experiments": (("arrows", "experiments"), ("absent", "experiments")),
        "articles": (("claims", "sources.*.article"),),
        "hypotheses": (("arrows", "hypotheses"),),
    }
    for section, pairs in users.items():
        if not all(draft.whole(user) for user, _ in pairs):
            continue  # a record that could not be read may be the user
        used = {id_ for user, field in pairs for found in draft.all(user) for _, id_ in values(found.item, field)}
        for found in draft.all(section):
            if found.id not in used:
                by = " or ".join(sorted({user for user, _ in pairs}))
                yield found.fault("unused", ("id",), f"nothing in {by} refers to this", "use it there, or delete it")


@rule("duplicate-id")
def duplicate_id(draft: Draft) -> Iterator[Fault]:
    """An id is unique within its section, across all of the section's files."""
    for section, spec in SECTIONS.items():
        if not spec.listed:
            continue
        first: dict[str, Found] = {}
        for found in draft.found[section]:
            if found.id and found.id in first:
                place = first[found.id]
                line = place.document.line(place.path)
                yield found.fault(
                    "duplicate-id",
                    (spec.key,),
                    f"this id is already used in {place.document.name}:{line}",
                    "give one of the two a different id",
                )
            first.setdefault(found.id, found)
