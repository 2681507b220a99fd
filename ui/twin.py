"""The text twin: everything the map says, as an outline of real links in reading order."""

from __future__ import annotations

from graph.evidence import badge
from graph.models import OverviewLink
from ui.markup import Markup, tag
from ui.reader import Reader


def twin(reader: Reader) -> Markup:
    """The main picture in words: each thing, and under it the arrows that start there."""
    overview = reader.mechanism.overview
    things = []
    for thing in overview.things:
        arrows = [tag("li", _arrow(reader, one)) for one in overview.links if one.source == thing.id]
        number = f"{thing.badge}. " if thing.badge else ""
        things.append(tag("li", number, reader.thing(thing.id), tag("ul", *arrows) if arrows else Markup("")))
    return tag("details", tag("summary", reader.says.text.twin), tag("ul", *things), class_="twin", open="")


def _arrow(reader: Reader, one: OverviewLink) -> Markup:
    says = reader.says
    evidence = badge(reader.mechanism.chain(one.id))
    sign = says.head.increases if one.sign > 0 else says.head.decreases
    facts = [sign, says.in_whom[evidence.in_whom], says.directness[evidence.directness]]
    if evidence.contested:
        facts.append(says.text.contested.lower())
    if evidence.against:
        facts.append(says.text.against.format(count=evidence.against))
    return Markup(reader.arrow(one.id) + tag("span", f" ({', '.join(facts)})", class_="muted"))
