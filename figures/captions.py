"""What is said of a thing and of an arrow where it is pointed at: a few words each, in the words of a level."""

from __future__ import annotations

from collections.abc import Mapping

from figures.scene import Scene, SceneLink, SceneThing
from graph.content import Mechanism
from graph.evidence import badge
from graph.vocabulary import Level
from wording.interface import interface

Caption = Mapping[str, str]
"""What is said, by what it is: ``name``, ``text``, and of a thing its ``kind``, of an arrow its ``evidence``."""


def captions(mechanism: Mechanism, level: Level, drawn: Scene) -> dict[str, Caption]:
    """What is said of each thing and each arrow of `drawn`, by id."""
    things = {thing.id: _thing(mechanism, level, thing) for thing in drawn.things}
    return things | {link.id: _link(mechanism, level, link) for link in drawn.links}


def _thing(mechanism: Mechanism, level: Level, thing: SceneThing) -> Caption:
    """Name and kind of `thing`, and a sentence about it."""
    return {
        "name": thing.name,
        "kind": interface(level).kinds[mechanism.things[thing.id].kind],
        "text": mechanism.words[level].things[thing.id].summary,
    }


def _link(mechanism: Mechanism, level: Level, link: SceneLink) -> Caption:
    """What `link` does as its name, a sentence about it, and how it was shown with its papers counted."""
    words = mechanism.words[level]
    says = interface(level)
    spoken = words.links[link.id] if link.id in words.links else words.arrows[link.id]
    evidence = badge(mechanism.chain(link.id))
    counts = {
        "for": len(evidence.supports),
        "against": len(evidence.opposes),
        "null": len(evidence.no_difference),
    }
    return {
        "name": says.text.acts.format(
            source=words.things[link.source].name, verb=spoken.verb, target=words.things[link.target].name
        ),
        "text": spoken.sentence,
        "evidence": f"{says.in_whom[evidence.in_whom]}, {says.directness[evidence.directness]} · "
        + says.text.papers_count.format(**counts),
    }
