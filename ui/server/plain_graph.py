"""The graph in the plain document: the main picture, its steps, every part and every arrow."""

from __future__ import annotations

from figures.scene import Scene, scene
from figures.svg import DARK, svg
from graph.evidence import badge
from graph.models import CORE, Arrow, Step, Thing
from graph.queries import causes, effects
from graph.vocabulary import Level, PictureState
from ui.browser.files import base
from ui.html.markup import Markup, items, tag, void
from ui.html.outline import text_outline
from ui.html.panel import notes_on
from ui.reader import record_href
from ui.server.plain_parts import WIDE, PlainReader, Section, chips, facts, jumps, section
from ui.subject import Subject


def picture(reader: PlainReader) -> Section:
    """The main picture, its caption, how to read it, and a text outline."""
    says, content = reader.says.text, reader.mechanism
    words = content.words[reader.level].mechanism
    wide, narrow = (scene(content, choose(content.manifest.widths), reader.level) for choose in (max, min))
    things = says.plain_map_things.format(count=len(content.overview.things))
    arrows = says.plain_map_arrows.format(count=len(content.overview.links))
    drawing = tag(
        "div",
        _illustration(wide, narrow),
        Markup(svg(wide, None, css_class="wide")),
        Markup(svg(narrow, None, css_class="narrow")),
        class_="map",
        role="img",
        aria_label=says.plain_map_label.format(things=things, arrows=arrows),
    )
    legend = (says.legend_increases, says.legend_decreases, says.legend_split, says.legend_number)
    return section(
        reader,
        "map",
        says.plain_map,
        tag("figure", drawing, tag("figcaption", words.caption)),
        tag("h3", says.leaves_out),
        tag("p", words.leaves_out),
        tag("h3", says.legend),
        items(legend),
        text_outline(reader),
        *(_collapsed(reader, id_) for id_ in content.links if id_ not in content.arrows),
    )


def _illustration(wide: Scene, narrow: Scene) -> Markup:
    """The picture's background illustration; the browser fetches only one of the four."""
    if not (wide.pictures and narrow.pictures):
        return Markup("")
    at = base()
    (light, dark), (narrow_light, narrow_dark) = (one.pictures[PictureState.ALL.value] for one in (wide, narrow))
    return tag(
        "picture",
        void("source", media=f"{WIDE} and {DARK}", srcset=f"{at}/{dark}"),
        void("source", media=WIDE, srcset=f"{at}/{light}"),
        void("source", media=DARK, srcset=f"{at}/{narrow_dark}"),
        void("img", src=f"{at}/{narrow_light}", alt=""),
    )


def _collapsed(reader: PlainReader, id_: str) -> Markup:
    """An arrow of the main picture that represents a chain."""
    chain = reader.mechanism.chain(id_)
    return tag(
        "article",
        tag("h3", reader.statement(id_)),
        tag("p", reader.spoken(id_)[1]),
        tag("p", reader.says.text.weakest.format(count=len(chain)), class_="muted"),
        tag("ol", *(tag("li", reader.arrow(arrow.id)) for arrow in chain)),
        id=f"edge-{id_}",
    )


def story(reader: PlainReader) -> Section:
    """The story of the picture, with a link to each of its moments on the map."""
    says, words = reader.says, reader.mechanism.words[reader.level].story
    written = [
        tag(
            "li",
            tag("h3", words[moment.id].title),
            tag("p", words[moment.id].text),
            tag("p", says.story.seen.format(seen=words[moment.id].seen), class_="muted"),
            tag("p", reader.studies(moment.refs)),
            tag(
                "p",
                tag(
                    "a",
                    says.text.plain_on_map,
                    href=record_href(Subject.MOMENTS, moment.id, reader.level).removeprefix("."),
                ),
            ),
            id=f"moment-{moment.id}",
        )
        for moment in reader.mechanism.story.values()
    ]
    return section(reader, "story", says.story.label, tag("ol", *written))


def steps(reader: PlainReader) -> Section:
    """The steps of the cascade."""
    written = [
        tag("li", tag("h3", reader.step_title(step)), _about(reader, step), id=f"step-{step.id}")
        for step, _ in reader.grouped
        if step.cascade
    ]
    return section(reader, "steps", reader.says.text.steps_title, tag("ol", *written, class_="steps"))


def _about(reader: PlainReader, step: Step) -> Markup:
    """When a step happens, what it is, its evidence, and the main doubt about it."""
    says, text = reader.says, reader.says.text
    words = reader.mechanism.words[reader.level].steps[step.id]
    rows = facts(
        (f"{text.support} {text.step_in_rodents}", says.strength[step.strength_rodent]),
        (f"{text.support} {text.step_in_people}", says.strength[step.strength_human]),
        (text.doubt, words.doubt),
        (text.note, "" if reader.level is Level.PATIENT else step.strength_note or ""),
        (text.plain_studies, reader.studies(step.refs)),
    )
    return tag("p", words.time_window, class_="muted") + tag("p", words.summary) + rows


def things(reader: PlainReader) -> Section:
    """Every part by step, with its causes and effects."""
    parts = [jumps((f"things-{step.id}", reader.step_title(step)) for step, _ in reader.grouped)]
    for step, group in reader.grouped:
        parts.append(tag("h3", reader.step_title(step), id=f"things-{step.id}"))
        if not step.cascade:
            parts.append(tag("div", _about(reader, step), id=f"step-{step.id}"))
        parts += [_thing(reader, thing) for thing in group]
    heading = reader.says.text.plain_things.format(count=len(reader.mechanism.things))
    return section(reader, "things", heading, *parts)


def _thing(reader: PlainReader, thing: Thing) -> Markup:
    says = reader.says
    words = reader.mechanism.words[reader.level].things[thing.id]
    on_map = thing.id in {one.id for one in reader.mechanism.overview.things}
    full = "" if reader.level is Level.PATIENT else f"{thing.full_name} ({thing.abbreviation})"
    rows = [(says.text.also_called, full)]
    for heading, empty, find in (
        (says.text.acts_on_it, says.text.nothing_acts, causes),
        (says.text.it_acts_on, says.text.acts_on_nothing, effects),
    ):
        everywhere, now = find(reader.whole, thing.id), set(find(reader.active, thing.id))
        own, others = ([id_ for id_ in everywhere if (id_ in now) is wanted] for wanted in (True, False))
        rows.append((heading, reader.arrows(own) if everywhere else empty))
        rows.append((f"{heading} ({says.text.other_accounts.lower()})", reader.arrows(others)))
    return tag(
        "article",
        tag("h4", words.name),
        chips(says.kinds[thing.kind], says.text.plain_on_map if on_map else ""),
        tag("p", words.summary),
        facts(*rows),
        id=f"node-{thing.id}",
    )


def arrows(reader: PlainReader) -> Section:
    """Every arrow by the step that it starts in, with its evidence."""
    groups = [
        (step, [arrow for arrow in reader.mechanism.arrows.values() if arrow.source in {thing.id for thing in group}])
        for step, group in reader.grouped
    ]
    groups = [(step, group) for step, group in groups if group]
    parts = [jumps((f"arrows-{step.id}", reader.step_title(step)) for step, _ in groups)]
    for step, group in groups:
        parts.append(tag("h3", reader.step_title(step), id=f"arrows-{step.id}"))
        parts += [_arrow(reader, arrow) for arrow in group]
    heading = reader.says.text.plain_arrows.format(count=len(reader.mechanism.arrows))
    return section(reader, "arrows", heading, *parts)


def _arrow(reader: PlainReader, arrow: Arrow) -> Markup:
    says, words = reader.says, reader.says.text
    verb, sentence = reader.spoken(arrow.id)
    evidence = badge([arrow])
    expert = reader.level is not Level.PATIENT
    shared = CORE in arrow.hypotheses
    return tag(
        "article",
        tag("h4", reader.thing(arrow.source), f": {verb} ", reader.thing(arrow.target)),
        tag("p", sentence),
        chips(words.contested if arrow.contested else ""),
        items(notes) if (notes := notes_on(reader, arrow)) else "",
        facts(
            (words.plain_sign, says.head.increases if arrow.sign > 0 else says.head.decreases),
            (words.in_whom, says.in_whom[evidence.in_whom]),
            (words.how_directly, says.directness[evidence.directness]),
            (words.contested, arrow.contested if arrow.contested and expert else ""),
            (words.supports, reader.studies_or_none(evidence.supports)),
            (words.opposes, reader.studies_or_none(evidence.opposes)),
            (words.no_difference, reader.studies_or_none(evidence.no_difference)),
            (words.used_by, words.all_accounts if shared else reader.accounts(arrow.hypotheses)),
            (words.note, reader.linked(arrow.note) if arrow.note and expert else ""),
        ),
        id=f"edge-{arrow.id}",
    )
