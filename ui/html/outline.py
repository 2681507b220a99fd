"""The text outline: everything the map shows, as nested lists of real links in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.cameras import OVERVIEW, shot
from graph.evidence import badge
from graph.models import Arrow, OverviewLink
from ui.html.cached import cached_html
from ui.html.markup import Markup, tag
from ui.reader import Reader


@cached_html
def text_outline(reader: Reader, *cameras: str) -> Markup:
    """What the `cameras` show, in words; by default, the main picture."""
    names = reader.mechanism.words[reader.level].cameras
    parts = []
    for camera in cameras or (OVERVIEW,):
        if len(cameras) > 1:
            parts.append(tag("p", tag("strong", names[camera])))
        seen = shot(reader.mechanism, camera)
        parts.append(outline(reader, seen.things, seen.links, seen.badges))
    return folded(reader, *parts)


def folded(reader: Reader, *parts: str) -> Markup:
    """`parts` as a collapsible text outline, initially open."""
    return tag("details", tag("summary", reader.says.text.twin), *parts, class_="twin", open="")


def outline(
    reader: Reader, shown: Sequence[str], links: Sequence[Arrow | OverviewLink], badges: Mapping[str, int]
) -> Markup:
    """Each part in `shown`, with its number on the picture, and below it the `links` that start there."""
    things = []
    for id_ in shown:
        arrows = [tag("li", _arrow(reader, one)) for one in links if one.source == id_]
        number = f"{badges[id_]}. " if id_ in badges else ""
        things.append(tag("li", number, reader.thing(id_), tag("ul", *arrows) if arrows else Markup("")))
    return tag("ul", *things)


def _arrow(reader: Reader, one: Arrow | OverviewLink) -> Markup:
    says = reader.says
    evidence = badge(reader.mechanism.chain(one.id))
    sign = says.head.increases if one.sign > 0 else says.head.decreases
    facts = [sign, says.in_whom[evidence.in_whom], says.directness[evidence.directness]]
    if evidence.contested:
        facts.append(says.text.contested.lower())
    if evidence.against:
        facts.append(says.text.against.format(count=evidence.against))
    return reader.arrow(one.id) + tag("span", f" ({', '.join(facts)})", class_="muted")
