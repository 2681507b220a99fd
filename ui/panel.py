"""The panel: what one thing or arrow is, what it does, and how sure we are. Makes HTML, draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.content import Mechanism
from graph.evidence import Badge, badge, shown_finding
from graph.interface import Interface, interface
from graph.models import Arrow
from graph.network import Graph
from graph.queries import causes, effects
from graph.records import Reference
from graph.vocabulary import Dose, Level, Role, Shown
from ui.address import Focus, link
from ui.html import Markup, items, tag


@dataclass(frozen=True)
class Reader:
    """Content in the words of one level, with the whole graph and the part under the default account."""

    mechanism: Mechanism
    whole: Graph
    default: Graph
    level: Level

    @property
    def says(self) -> Interface:
        """Interface words of the level."""
        return interface(self.level)

    def name(self, thing: str) -> str:
        """What the level calls a thing."""
        return self.mechanism.words[self.level].things[thing].name

    def spoken(self, id_: str) -> tuple[str, str]:
        """Verb and sentence of an arrow, or of an arrow of the main picture."""
        words = self.mechanism.words[self.level]
        said = words.links[id_] if id_ in words.links else words.arrows[id_]
        return said.verb, said.sentence

    def to(self, focus: Focus, label: str) -> Markup:
        """A link that moves the focus; the map turns it into a pick."""
        return tag("a", label, href=link(focus, self.level), target="_self", data_pick=focus.pick)

    def thing(self, id_: str) -> Markup:
        """A link to a thing."""
        return self.to(Focus("node", id_), self.name(id_))


def panel(reader: Reader, focus: Focus | None) -> Markup:
    """The panel for `focus`, or for the whole picture."""
    if focus is None:
        return overview(reader)
    body = thing_panel(reader, focus.id) if focus.kind == "node" else arrow_panel(reader, focus.id)
    close = tag("a", reader.says.text.close, href=link(None, reader.level), target="_self", data_pick="none")
    return Markup(body + tag("p", close, class_="panel-close"))


def overview(reader: Reader) -> Markup:
    """What the picture as a whole says, and how well each step is shown."""
    says, words = reader.says, reader.mechanism.words[reader.level]
    steps = [
        tag(
            "li",
            tag("strong", words.steps[step.id].title),
            tag("span", f" · {step.time_window}", class_="muted"),
            tag("p", words.steps[step.id].summary),
            tag(
                "p",
                _chip(f"{says.text.step_in_rodents}: {says.strength[step.strength_rodent]}"),
                _chip(f"{says.text.step_in_people}: {says.strength[step.strength_human]}"),
            ),
        )
        for step in sorted(reader.mechanism.steps.values(), key=lambda step: step.order)
        if step.cascade
    ]
    return Markup(
        tag("h2", says.text.start_title)
        + tag("p", words.mechanism.caption)
        + tag("p", says.text.start_hint, class_="muted")
        + tag("h3", says.text.steps_title)
        + tag("ol", *steps, class_="steps")
    )


def thing_panel(reader: Reader, id_: str) -> Markup:
    """What a thing is, what acts on it, and what it acts on."""
    mechanism, says = reader.mechanism, reader.says
    thing = mechanism.things[id_]
    words = mechanism.words[reader.level].things[id_]
    parts = [tag("h2", words.name, tag("small", says.kinds[thing.kind])), tag("p", words.summary)]
    if reader.level is not Level.PATIENT:
        parts.append(_row(says.text.also_called, f"{thing.full_name} ({thing.abbreviation})"))
        for heading, curies in ((says.text.registry, thing.identifiers), (says.text.measured_in, thing.about)):
            known = [mechanism.identifiers[curie] for curie in curies if mechanism.identifiers[curie].verified]
            if known:
                parts.append(_row(heading, ", ".join(f"{one.label} ({one.curie})" for one in known)))
    for heading, empty, find in (
        (says.text.acts_on_it, says.text.nothing_acts, causes),
        (says.text.it_acts_on, says.text.acts_on_nothing, effects),
    ):
        everywhere, now = find(reader.whole, id_), set(find(reader.default, id_))
        parts.append(tag("h3", heading))
        parts.append(_arrows(reader, [key for key in everywhere if key in now]) if everywhere else tag("p", empty))
        if elsewhere := [key for key in everywhere if key not in now]:
            parts += [tag("h4", says.text.other_accounts), _arrows(reader, elsewhere)]
    return Markup("".join(parts))


def _arrows(reader: Reader, ids: Iterable[str]) -> Markup:
    return items((_arrow_line(reader, reader.mechanism.arrows[id_]) for id_ in ids), class_="arrows")


def _arrow_line(reader: Reader, arrow: Arrow) -> Markup:
    verb, _ = reader.spoken(arrow.id)
    said = reader.says.text.acts.format(source=reader.name(arrow.source), verb=verb, target=reader.name(arrow.target))
    return Markup(
        reader.to(Focus("edge", arrow.id), said)
        + tag("span", " ", _in_whom(reader, badge([arrow])), _contested_chip(reader, [arrow]), class_="chips")
    )


def arrow_panel(reader: Reader, id_: str) -> Markup:
    """What an arrow says and how sure we are of it; a collapsed one opens its chain."""
    mechanism, says = reader.mechanism, reader.says
    chain = mechanism.chain(id_)
    source, target = chain[0].source, chain[-1].target
    verb, sentence = reader.spoken(id_)
    evidence = badge(chain)
    parts = [
        tag("h2", reader.thing(source), f": {verb} ", reader.thing(target)),
        tag("p", sentence),
        tag("p", *(_chip(note) for note in _notes(reader, chain))) if len(chain) == 1 and _notes(reader, chain) else "",
        tag("h3", says.text.how_sure),
    ]
    if len(chain) > 1:
        parts.append(tag("p", says.text.weakest.format(count=len(chain)), class_="muted"))
    parts += [
        _row(says.text.in_whom, says.in_whom[evidence.in_whom]),
        _row(says.text.how_directly, says.directness[evidence.directness]),
        tag("p", _contested_chip(reader, chain)) if evidence.contested else "",
    ]
    if len(chain) > 1:
        steps = [Markup(_arrow_line(reader, arrow) + tag("p", reader.spoken(arrow.id)[1])) for arrow in chain]
        parts += [tag("h3", says.text.chain), tag("ol", *(tag("li", step) for step in steps), class_="arrows")]
    parts += [_papers(reader, evidence)]
    disputes = [arrow for arrow in chain if arrow.contested]
    if disputes and reader.level is not Level.PATIENT:
        parts += [tag("h3", says.text.contested), items(arrow.contested or "" for arrow in disputes)]
    if reader.level is not Level.PATIENT and (remarks := [arrow.note for arrow in chain if arrow.note]):
        parts += [tag("h3", says.text.note), items(remarks)]
    return Markup("".join(parts))


def _notes(reader: Reader, chain: Sequence[Arrow]) -> list[str]:
    """What experiments and conditions say of a single arrow."""
    arrow, text = chain[0], reader.says.text
    said = {
        text.high_dose: bool(arrow.condition and arrow.condition.dose is Dose.HIGH),
        text.marker: arrow.role is Role.MARKER,
        text.needed_shown: arrow.needed is Shown.SHOWN,
        text.enough_shown: arrow.enough is Shown.SHOWN,
        text.enough_refuted: arrow.enough is Shown.REFUTED,
    }
    return [note for note, holds in said.items() if holds]


def _papers(reader: Reader, evidence: Badge) -> Markup:
    text = reader.says.text
    date = f"{reader.mechanism.manifest.last_checked:%-d %B %Y}"
    parts = []
    for heading, papers in (
        (text.supports, evidence.supports),
        (text.opposes, evidence.opposes),
        (text.no_difference, evidence.no_difference),
    ):
        parts.append(tag("h3", f"{heading}: {len(papers)}" if papers else heading))
        none = tag("p", text.none_found.format(date=date), class_="muted")
        parts.append(items((cite(reader, paper) for paper in papers), class_="papers") if papers else none)
    return Markup("".join(parts))


def cite(reader: Reader, paper: str) -> Markup:
    """A paper: who, when, in whom, what it found, and its DOI where that was seen."""
    reference, says = reader.mechanism.references[paper], reader.says
    name = tag("strong", f"{short_authors(reference)} {reference.year}")
    url = reference.url
    where = (
        tag("a", f"doi:{reference.doi}", href=url, rel="noopener", target="_blank")
        if url
        else tag("span", says.text.no_link, class_="muted")
    )
    parts = [name, " · ", says.studied[reference.kind], " · ", where]
    if reader.level is not Level.PATIENT:
        title = reference.title if reference.title and reference.verified.title else says.text.unknown_title
        finding = shown_finding(reader.mechanism, paper)
        parts += [
            tag("p", tag("cite", title)),
            tag("p", finding or says.text.finding_unseen, class_=None if finding else "muted"),
        ]
    return Markup("".join(tag("span", part) if not isinstance(part, Markup) else part for part in parts))


def short_authors(reference: Reference) -> str:
    """First author's surname, with a second, or “et al.” for more; a body keeps its name."""
    if len(reference.authors) == 1:
        return _surname(reference.authors[0])
    if len(reference.authors) == 2 and reference.authors[1] != "et al.":
        return " & ".join(_surname(author) for author in reference.authors)
    return f"{_surname(reference.authors[0])} et al."


def _surname(author: str) -> str:
    """A person's name without initials: they are the last word, in capitals."""
    head, _, initials = author.rpartition(" ")
    return head if head and initials.isupper() and len(initials) <= 4 else author


def _in_whom(reader: Reader, evidence: Badge) -> Markup:
    return _chip(f"{reader.says.in_whom[evidence.in_whom]} · {reader.says.directness[evidence.directness]}")


def _contested_chip(reader: Reader, chain: Sequence[Arrow]) -> Markup:
    return (
        _chip(reader.says.text.contested, "chip-contested") if any(arrow.contested for arrow in chain) else Markup("")
    )


def _chip(label: str, kind: str = "") -> Markup:
    return tag("span", label, class_=f"chip {kind}".strip())


def _row(heading: str, value: str) -> Markup:
    return tag("p", tag("span", f"{heading}: ", class_="muted"), value, class_="row")
