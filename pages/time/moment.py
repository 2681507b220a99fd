"""A moment after the dose: the slider, the model's state, the measurements so far, and the marks on the map.

Slider and text for all moments are sent once; `ui/browser/map/time-slider.js` switches between them without a run.
They depend only on the view of the last full run, so a selection does not redraw them and the slider keeps its focus.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from graph.clock import DOWN, UP, Fact, facts, lanes, motion
from graph.dynamics import Course, SolverError
from graph.timing import Motion, hours_of, share
from graph.vocabulary import Level
from pages.time.compared import beside
from ui.address import ACCOUNTS, DEFAULT_LEVEL, FOCUS, Address, setting
from ui.catalogue import page_showing
from ui.html.cached import cached_html
from ui.html.citations import author_year, paper
from ui.html.markup import Markup, items, joined, tag, void
from ui.html.panel import panel
from ui.model_runs import active_accounts, course, equations
from ui.params import Focus, Id
from ui.reader import Reader, picture_href
from ui.subject import Subject
from wording.interface import interface

AT = Id(
    "at",
    doc="The moment after the dose that the clocks show.",
    known=lambda _: interface(DEFAULT_LEVEL).clock.moments,
)
USUAL = "1h"
"""The default moment, if the address names none."""


def moments(reader: Reader) -> tuple[str, ...]:
    """Ids of the slider's stops, earliest first."""
    return tuple(reader.says.clock.moments)


def moment_of(address: Address) -> str:
    """The moment that a view shows."""
    return address[AT] or USUAL


def last_hour(reader: Reader) -> float:
    """End of the time axis, in hours."""
    return hours_of(moments(reader)[-1])


def modelled(reader: Reader) -> Course | None:
    """The model's time course after one dose under the reader's accounts, or None if it has no solution."""
    try:
        return course(active_accounts(reader.address[ACCOUNTS]))
    except SolverError:
        return None


def motions(reader: Reader, moment: str) -> dict[str, Motion]:
    """What each part does in the model at a moment; empty after the end of the simulation."""
    solved, hours = modelled(reader), hours_of(moment)
    if solved is None or hours > solved.times[-1]:
        return {}
    wiring = equations(active_accounts(reader.address[ACCOUNTS]))
    return {thing: motion(solved, wiring, thing, hours) for thing in reader.mechanism.things}


def marks_at(reader: Reader) -> dict[str, tuple[str, str]]:
    """Marks on the map at the moment of the address: for each part, the kind of mark and its text."""
    said = reader.says.clock
    kinds = {**dict.fromkeys(UP, "more"), **dict.fromkeys(DOWN, "less"), Motion.REST: "same"}
    now = motions(reader, moment_of(reader.address)).items()
    return {f"node:{thing}": (kinds[one], f"{said.in_model}: {said.motions[one]}") for thing, one in now}


@cached_html
def slider(reader: Reader) -> Markup:
    """The slider with previous and next buttons, and the current moment in words."""
    says, stops = reader.says.clock, moments(reader)
    now = moment_of(reader.address)
    place = stops.index(now)
    names = [says.after.format(moment=says.moments[one]) for one in stops]
    shares = [f"{share(hours_of(one), last_hour(reader)):.4f}" for one in stops]
    data = json.dumps([stops, names, shares], ensure_ascii=False)

    def step(by: int, label: str) -> Markup:
        end = place + by not in range(len(stops))
        off = "true" if end else None
        return tag("button", label, type="button", class_="tool", data_clock_step=str(by), aria_disabled=off)

    knob = void(
        "input",
        type="range",
        id="clock",
        min="0",
        max=str(len(stops) - 1),
        step="1",
        value=str(place),
        data_clock=data,
        aria_valuetext=names[place],
    )
    return tag(
        "div",
        tag("label", says.slider, for_="clock"),
        tag("span", names[place], class_="clock-moment", data_clock_moment=""),
        tag("div", step(-1, f"‹ {says.earlier}"), knob, step(1, f"{says.later} ›"), class_="clock-row"),
        class_="clock",
        role="group",
        aria_label=says.slider,
    )


@cached_html
def all_moments(reader: Reader) -> Markup:
    """The model's state and the measurements at each moment; only the current moment's text is visible."""
    says, now = reader.says.clock, moment_of(reader.address)
    blocks, before = [], 0.0
    for one in moments(reader):
        hours = hours_of(one)
        blocks.append(
            tag(
                "div",
                tag("h2", says.after.format(moment=says.moments[one])),
                tag("div", *_in_model(reader, one), data_clock_say=""),
                *_measured(reader, before, hours),
                data_clock_now=one,
                hidden=None if one == now else "",
            )
        )
        before = hours
    title = page_showing(Subject.CHANGES).title(reader.level)
    lab = tag("p", reader.page(Subject.CHANGES, title))
    warning = tag("p", reader.says.lab.warning, class_="notice")
    return tag("div", warning, *blocks, tag("p", says.on_map, class_="muted"), lab)


def folded(reader: Reader) -> Markup:
    """The panel of the selection, collapsed to leave room for the clocks below; empty if nothing is selected."""
    focus = reader.address[FOCUS]
    if focus is None:
        return Markup("")
    return tag("details", tag("summary", reader.named(focus.id)), panel(reader))


def _in_model(reader: Reader, moment: str) -> list[str]:
    """What the model does: one line for each kind of motion."""
    says, moving = reader.says.clock, motions(reader, moment)
    shown = lanes(reader.mechanism)
    rows = []
    for kind in (*UP, *DOWN):
        names = [reader.name(thing) for thing in shown if moving.get(thing) is kind]
        if names:
            rows.append(tag("strong", f"{says.motions[kind].capitalize()}: ") + tag("span", ", ".join(names)))
    quiet = says.all_at_rest if moving else says.model_over
    return [tag("h3", says.in_model), items(rows, class_="clock-said") if rows else tag("p", quiet)]


def _measured(reader: Reader, after: float, hours: float) -> list[str]:
    """Measurements of each mechanism later than `after` and no later than `hours`."""
    says = reader.says.clock
    parts: list[str] = [tag("h3", says.measured_by_now)]
    for one in (reader, *beside(reader)):
        found = [fact for fact in facts(one.mechanism) if after < fact.hours <= hours]
        if found:
            parts += [tag("h4", root_name(one)), items((short(one, fact) for fact in found), class_="clock-said")]
    return parts if len(parts) > 1 else [*parts, tag("p", says.nothing_new)]


def root_name(reader: Reader) -> str:
    """The reader's name for the drug that a mechanism starts from."""
    return reader.name(reader.mechanism.manifest.root)


def short(reader: Reader, fact: Fact) -> Markup:
    """A fact on one line: its mark, what was observed, and when."""
    return mark(reader, fact) + tag("span", f" {label(reader, fact)}: {when(reader, fact)}")


def label(reader: Reader, fact: Fact) -> str:
    """What was observed, in the reader's words."""
    number = fact.number
    return number.plain if number.plain and reader.level is Level.PATIENT else number.label


def mark(reader: Reader, fact: Fact) -> Markup:
    """The mark for who was studied, with a text alternative."""
    says = reader.says.clock
    said = says.who[fact.who] + (f", {says.no_difference}" if fact.number.no_difference else "")
    return tag("span", class_=look(fact), role="img", aria_label=said)


def look(fact: Fact) -> str:
    """CSS classes of a fact's mark: a shape for who was studied, hollow if no difference was found."""
    return f"fact fact-{fact.who}" + " fact-null" * fact.number.no_difference


def when(reader: Reader, fact: Fact) -> str:
    """The time of a fact in words, with its range if known."""
    number, says = fact.number, reader.says.clock
    unit = says.units[str(number.unit)]
    if number.low is not None and number.high is not None:
        return says.between.format(low=f"{number.low:g}", high=f"{number.high:g}", unit=unit.format(count=number.high))
    value = float(number.value or 0)
    return f"{value:g} {unit.format(count=value)}"


def papers(reader: Reader, ids: Sequence[str]) -> Markup:
    """Papers by name, linked to their findings, or to the paper itself if this site has no page for it."""
    links = []
    for id_ in ids:
        reference = reader.mechanism.references[id_]
        name = author_year(reference)
        if reader.mechanism.manifest.main:
            links.append(paper(reader, id_))
        elif reference.url:
            links.append(tag("a", name, href=reference.url, rel="noopener", target="_blank"))
        else:
            links.append(tag("span", name))
    return tag("span", joined(links, "; "), class_="papers")


def moving(reader: Reader, solved: Course, thing: str) -> list[tuple[str, Motion]]:
    """What a part does in the model at each moment up to the end of the simulation."""
    wiring = equations(active_accounts(reader.address[ACCOUNTS]))
    within = [one for one in moments(reader) if hours_of(one) <= solved.times[-1]]
    return [(one, motion(solved, wiring, thing, hours_of(one))) for one in within]


def to_map(reader: Reader, thing: str) -> Markup:
    """The name of a part; for the main mechanism, a link that selects it on the map above."""
    if reader.beside_map:
        focus = Focus("node", thing)
        there = {"href": picture_href(focus, reader.level), "target": "_self", "data_set": setting((FOCUS, focus))}
        return tag("a", reader.name(thing), **there)
    return tag("span", reader.name(thing))
