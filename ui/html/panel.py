"""The panel: what one part or arrow is, what it does, and how certain that is. Returns HTML, draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph import __version__
from graph.cameras import shot
from graph.evidence import badge
from graph.models import Arrow, Step
from graph.queries import causes, effects
from graph.vocabulary import Dose, Level, Role, Shown
from ui.address import ACCOUNTS, FOCUS
from ui.html.badges import arrow_line, arrow_lines, chip, contested
from ui.html.cached import cached_html
from ui.html.citations import papers
from ui.html.lines import muted_line, strong_line
from ui.html.markup import Markup, items, joined, tag
from ui.html.related import (
    accounts_of_arrow,
    accounts_of_step,
    accounts_of_thing,
    claims,
    experiments_of_arrow,
    experiments_of_thing,
)
from ui.html.terms import marked
from ui.params import Focus
from ui.reader import Reader
from ui.subject import Subject


@cached_html
def panel(reader: Reader, drawn: bool | None = None, back: str = "") -> Markup:
    """The panel for the selection in the reader's address; without one, for the whole picture.

    Args:
        reader: The reader's view of the content.
        drawn: Whether the picture beside the panel shows the selection, so that it can highlight paths from there;
            None checks the whole picture.
        back: Label of the link that clears the selection, if it does not lead to the whole picture.
    """
    focus = reader.address[FOCUS]
    if focus is None:
        return overview(reader)
    ways = shot(reader.mechanism).shows(focus.id) if drawn is None else drawn
    body = (thing_panel if focus.kind == "node" else arrow_panel)(reader, focus.id, ways)
    return body + _tools(reader, focus, back or reader.says.text.close)


def overview(reader: Reader) -> Markup:
    """What the picture as a whole says, and the evidence for each step."""
    says, words = reader.says, reader.mechanism.words[reader.level]
    met: set[str] = set()
    caption = marked(reader, words.mechanism.caption, met)
    steps = [
        tag(
            "li",
            tag("strong", words.steps[step.id].title),
            tag("span", f" · {words.steps[step.id].time_window}", class_="muted"),
            tag("p", marked(reader, words.steps[step.id].summary, met)),
            tag("p", *_strengths(reader, step)),
        )
        for step in sorted(reader.mechanism.steps.values(), key=lambda step: step.order)
        if step.cascade
    ]
    return (
        tag("h2", says.text.start_title)
        + tag("p", caption)
        + tag("p", says.text.start_hint, class_="muted")
        + joined(_account(reader, id_) for id_ in reader.address[ACCOUNTS])
        + tag("h3", says.text.steps_title)
        + tag("ol", *steps, class_="steps")
    )


def step_panel(reader: Reader, id_: str) -> Markup:
    """What a step says, when it happens, its evidence and main doubt; details are in the sections below the map."""
    mechanism, says = reader.mechanism, reader.says
    step, words = mechanism.steps[id_], mechanism.words[reader.level].steps[id_]
    note = step.strength_note
    count = sum(one.cascade for one in mechanism.steps.values())
    met: set[str] = set()
    parts = [
        tag("h2", words.title, tag("small", says.text.step_of.format(number=step.order, count=count))),
        tag("p", marked(reader, words.summary, met)),
        strong_line(says.step_page.when, words.time_window),
        tag("p", reader.page(Subject.TIMES, says.clock.see_times)),
        strong_line(says.text.support, *_strengths(reader, step)),
        tag("p", marked(reader, note, met)) if note and reader.level is not Level.PATIENT else "",
        strong_line(says.text.doubt, marked(reader, words.doubt, met)),
        *(_account(reader, account) for account in reader.address[ACCOUNTS]),
        accounts_of_step(reader, id_),
    ]
    return joined(parts)


def _strengths(reader: Reader, step: Step) -> tuple[Markup, Markup]:
    says = reader.says
    return (
        chip(f"{says.text.step_in_rodents}: {says.strength[step.strength_rodent]}"),
        chip(f"{says.text.step_in_people}: {says.strength[step.strength_human]}"),
    )


def _account(reader: Reader, id_: str) -> Markup:
    """A chosen account, and the arrows that it adds to the shared ones."""
    words = reader.mechanism.words[reader.level].hypotheses[id_]
    own = [arrow.id for arrow in reader.mechanism.arrows.values() if id_ in arrow.hypotheses]
    return (
        tag("h3", words.title)
        + tag("p", marked(reader, words.sentence))
        + tag("h4", reader.says.text.account_adds)
        + arrow_lines(reader, own)
    )


def thing_panel(reader: Reader, id_: str, ways: bool) -> Markup:
    """What a part is, its causes and effects; `ways` offers to trace those through the picture."""
    mechanism, says = reader.mechanism, reader.says
    thing = mechanism.things[id_]
    words = mechanism.words[reader.level].things[id_]
    parts = [tag("h2", words.name, tag("small", says.kinds[thing.kind])), tag("p", marked(reader, words.summary))]
    if reader.level is not Level.PATIENT:
        parts.append(muted_line(says.text.also_called, f"{thing.full_name} ({thing.abbreviation})", class_="row"))
        parts.append(_registries(reader, says.text.registry, thing.identifiers))
        parts.append(_registries(reader, says.text.measured_in, thing.about))
    for heading, empty, way, find in (
        (says.text.acts_on_it, says.text.nothing_acts, ("up", says.text.way_up), causes),
        (says.text.it_acts_on, says.text.acts_on_nothing, ("down", says.text.way_down), effects),
    ):
        everywhere, now = find(reader.whole, id_), set(find(reader.active, id_))
        parts.append(tag("h3", heading))
        parts.append(arrow_lines(reader, [key for key in everywhere if key in now]) if everywhere else tag("p", empty))
        if elsewhere := [key for key in everywhere if key not in now]:
            parts += [tag("h4", says.text.other_accounts), arrow_lines(reader, elsewhere)]
        if everywhere and ways:
            parts.append(_way(*way))
    parts += [accounts_of_thing(reader, id_), experiments_of_thing(reader, id_), claims(reader, thing.step)]
    return joined(parts)


def _registries(reader: Reader, heading: str, curies: Sequence[str]) -> Markup:
    known = [reader.mechanism.identifiers[curie] for curie in curies]
    links = [
        tag("a", f"{one.label} ({one.curie})", href=one.url, rel="noopener", target="_blank")
        for one in known
        if one.url
    ]
    return muted_line(heading, joined(links, ", "), class_="row") if links else Markup("")


def _way(direction: str, label: str) -> Markup:
    return tag("p", tag("button", label, type="button", class_="tool", data_way=direction, aria_pressed="false"))


def arrow_panel(reader: Reader, id_: str, ways: bool) -> Markup:
    """What an arrow says and its evidence; a collapsed one lists its chain. `ways` as in `thing_panel`."""
    mechanism, says = reader.mechanism, reader.says
    chain = mechanism.chain(id_)
    verb, sentence = reader.spoken(id_)
    met: set[str] = set()
    evidence = badge(chain)
    parts = [
        tag("h2", reader.thing(chain[0].source), f": {verb} ", reader.thing(chain[-1].target)),
        tag("p", marked(reader, sentence, met)),
    ]
    if len(chain) == 1 and (notes := notes_on(reader, chain[0])):
        parts.append(items(notes))
    parts.append(tag("h3", says.text.how_sure))
    if len(chain) > 1:
        parts.append(tag("p", says.text.weakest.format(count=len(chain)), class_="muted"))
    parts += [
        muted_line(says.text.in_whom, says.in_whom[evidence.in_whom], class_="row"),
        muted_line(says.text.how_directly, says.directness[evidence.directness], class_="row"),
    ]
    if evidence.contested:
        parts.append(tag("p", contested(reader, evidence)))
    if len(chain) > 1:
        sentences = [tag("p", marked(reader, reader.spoken(arrow.id)[1], met)) for arrow in chain]
        steps = [arrow_line(reader, arrow.id) + said for arrow, said in zip(chain, sentences, strict=True)]
        parts += [tag("h3", says.text.chain), tag("ol", *(tag("li", step) for step in steps), class_="arrows")]
    parts.append(papers(reader, evidence))
    if reader.level is not Level.PATIENT:
        parts.append(_remarks(reader, says.text.contested, [arrow.contested for arrow in chain]))
        parts.append(_remarks(reader, says.text.note, [arrow.note for arrow in chain]))
    parts += [accounts_of_arrow(reader, chain), experiments_of_arrow(reader, chain)]
    parts.append(claims(reader, mechanism.things[chain[-1].target].step))
    if ways:
        parts += [_way("up", says.text.way_up), _way("down", says.text.way_down)]
    return joined(parts)


def _remarks(reader: Reader, heading: str, remarks: Iterable[str | None]) -> Markup:
    said = [marked(reader, remark) for remark in remarks if remark]
    return tag("h3", heading) + items(said) if said else Markup("")


def notes_on(reader: Reader, arrow: Arrow) -> list[str]:
    """What experiments and conditions say about a single arrow."""
    text = reader.says.text
    said = {
        text.high_dose: bool(arrow.condition and arrow.condition.dose is Dose.HIGH),
        text.marker: arrow.role is Role.MARKER,
        text.needed_shown: arrow.needed is Shown.SHOWN,
        text.enough_shown: arrow.enough is Shown.SHOWN,
        text.enough_refuted: arrow.enough is Shown.REFUTED,
    }
    return [note for note, holds in said.items() if holds]


def _tools(reader: Reader, focus: Focus, back: str) -> Markup:
    """Links to cite the view, or to return to the whole picture."""
    text, mechanism = reader.says.text, reader.mechanism
    cited = text.cite_as.format(
        title=mechanism.words[reader.level].mechanism.title,
        name=reader.named(focus.id),
        version=__version__,
        content=mechanism.digest,
        date=reader.checked_on,
    )
    cite = tag("details", tag("summary", text.cite), tag("p", cited))
    return cite + tag("p", reader.to(None, back), class_="panel-close")
