"""The text twin: everything the map says, as an outline of real links in reading order."""

from __future__ import annotations

from graph.content import Mechanism
from graph.evidence import badge
from graph.interface import interface
from graph.models import OverviewLink
from graph.vocabulary import Level
from ui.address import Focus, link
from ui.html import Markup, tag


def twin(mechanism: Mechanism, level: Level) -> Markup:
    """The main picture in words: each thing, and under it the arrows that start there."""
    text = interface(level).text
    words = mechanism.words[level]
    things = []
    for thing in mechanism.overview.things:
        arrows = [
            tag("li", _arrow(mechanism, level, one)) for one in mechanism.overview.links if one.source == thing.id
        ]
        name = _to(level, Focus("node", thing.id), words.things[thing.id].name)
        badge_ = f"{thing.badge}. " if thing.badge else ""
        things.append(tag("li", badge_, name, tag("ul", *arrows) if arrows else Markup("")))
    return tag("details", tag("summary", text.twin), tag("ul", *things), class_="twin", open="")


def _arrow(mechanism: Mechanism, level: Level, one: OverviewLink) -> Markup:
    says, words = interface(level), mechanism.words[level]
    spoken = words.links[one.id] if one.id in words.links else words.arrows[one.id]
    evidence = badge(mechanism.chain(one.id))
    said = says.text.acts.format(
        source=words.things[one.source].name, verb=spoken.verb, target=words.things[one.target].name
    )
    sign = says.head.increases if one.sign > 0 else says.head.decreases
    facts = [sign, says.in_whom[evidence.in_whom], says.directness[evidence.directness]]
    if evidence.contested:
        facts.append(says.text.contested.lower())
    if evidence.against:
        facts.append(says.text.against.format(count=evidence.against))
    return Markup(_to(level, Focus("edge", one.id), said) + tag("span", f" ({', '.join(facts)})", class_="muted"))


def _to(level: Level, focus: Focus, label: str) -> Markup:
    return tag("a", label, href=link(focus, level), target="_self", data_pick=focus.pick)
