"""The story of the main picture in words: the current moment, and the list of all moments."""

from __future__ import annotations

from ui.address import FOCUS
from ui.html.badges import arrow_lines, chip
from ui.html.cached import cached_html
from ui.html.citations import paper_list
from ui.html.markup import Markup, joined, tag
from ui.html.terms import marked
from ui.params import Id
from ui.reader import Reader

STEP = Id("step", doc="The moment of the story that is told.", known=lambda content: content.story)


def to_moment(reader: Reader, id_: str, label: str) -> Markup:
    """A link to story moment `id_` that clears the selection; an empty `id_` leaves the story."""
    return tag("a", label, **reader.going((STEP, id_), (FOCUS, None)))


def moment_panel(reader: Reader, id_: str) -> Markup:
    """A story moment: what happens, who it was observed in, its arrows, further reading and papers."""
    mechanism, says = reader.mechanism, reader.says
    moment, words = mechanism.story[id_], mechanism.words[reader.level].story[id_]
    order = list(mechanism.story)
    place = says.story.told.format(number=order.index(id_) + 1, count=len(order))
    parts = [
        tag("h2", words.title, tag("small", place)),
        tag("p", marked(reader, words.text)),
        tag("p", chip(says.story.seen.format(seen=words.seen))),
    ]
    if moment.step:
        title = mechanism.words[reader.level].steps[moment.step].title
        parts.append(tag("p", reader.step(moment.step, says.story.more.format(title=title))))
    if moment.arrows:
        parts += [tag("h3", says.story.arrows), arrow_lines(reader, moment.arrows)]
    rests_on = tag("summary", f"{says.story.rests_on}: {len(moment.refs)}")
    parts.append(tag("details", rests_on, paper_list(reader, moment.refs)))
    return joined([*parts, tag("p", to_moment(reader, "", says.story.leave), class_="panel-close")])


@cached_html
def story_in_words(reader: Reader) -> Markup:
    """The whole story as a collapsible list; each moment links to its view."""
    words = reader.mechanism.words[reader.level].story
    told = (
        tag(
            "li",
            to_moment(reader, id_, words[id_].title),
            tag("p", marked(reader, words[id_].text)),
            tag("p", reader.says.story.seen.format(seen=words[id_].seen), class_="muted"),
            id=f"moment-{id_}",
        )
        for id_ in reader.mechanism.story
    )
    return tag("div", tag("details", tag("summary", reader.says.story.all), tag("ol", *told)), class_="list")
