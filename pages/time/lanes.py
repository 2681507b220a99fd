"""Below the map of the two clocks: lanes on one time axis, each part's measurements, and the same as tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from graph.clock import Fact, first_benefit, has_model, lanes, timed, untimed
from graph.dynamics import Course
from graph.evidence import badge
from graph.timing import FIRST, Who, hours_of, share
from graph.vocabulary import InWhom, Level
from pages.time.compared import beside
from pages.time.moment import label, last_hour, look, mark, modelled, moment_of, moving, papers, root_name, to_map, when
from pages.time.tables import tables
from ui.address import ACCOUNTS
from ui.html.badges import contested, seen_in
from ui.html.cached import cached_html
from ui.html.contents import Section, contents
from ui.html.markup import Markup, filled, items, joined, tag
from ui.html.passages import passage
from ui.html.terms import marked
from ui.model_runs import active_accounts, equations
from ui.reader import Reader

_ORDER = list(InWhom)


@cached_html
def written(reader: Reader) -> Markup:
    """Both clocks of the main mechanism, the compared mechanisms, the comparison, cautions and tables."""
    says, others = reader.says.clock, beside(reader)
    solved = modelled(reader)
    sections = [Section("clock-model", says.model, _model(reader, solved), says.jump_model)]
    for number, one in enumerate((reader, *others)):
        name, body = root_name(one), _measured(one, main=not number)
        jump, title = says.jump_measured.format(title=name), says.measured.format(title=name)
        sections.append(Section(f"clock-measured-{number}", title, body, jump))
    sections += [
        Section("clock-beside", says.beside, _beside(reader, others)),
        Section("clock-cautions", says.cautions, _cautions((reader, *others))),
        Section("clock-tables", says.table, tables(reader, others, solved)),
    ]
    at = share(hours_of(moment_of(reader.address)), last_hour(reader))
    return tag(
        "div",
        *contents(reader, sections),
        class_="list clocks",
        style=f"--clock-now:{at:.4f};--clock-grid:{_grid(reader)}",
        data_clock_plots="",
    )


def _grid(reader: Reader) -> str:
    """A CSS background with a grid line at each tick, behind every lane."""
    line = "linear-gradient(var(--clock-line),var(--clock-line))"
    places = (100 * share(hours_of(one), last_hour(reader)) for one in reader.says.clock.ticks)
    return ",".join(f"{line} {place:.2f}% 0/1px 100% no-repeat" for place in places)


def _axis(reader: Reader) -> Markup:
    """Tick labels above the lanes; on a narrow axis only every second one fits."""
    ticks, end = reader.says.clock.ticks, last_hour(reader)
    names = []
    for number, (one, name) in enumerate(ticks.items()):
        place = share(hours_of(one), end)
        edge = " tick-first" if place == 0 else " tick-last" if place == 1 else ""
        wide = " tick-wide" if number % 2 else ""
        names.append(tag("span", name, class_=f"tick{edge}{wide}", style=f"left:{100 * place:.2f}%"))
    return tag("div", tag("div", *names, class_="lane-plot lane-ticks"), class_="lane lane-axis", aria_hidden="true")


def _model(reader: Reader, solved: Course | None) -> Markup:
    says = reader.says.clock
    if solved is None:
        return tag("p", says.no_model)
    rows = [_lane(reader, solved, thing) for thing in lanes(reader.mechanism)]
    hint = tag("p", tag("strong", says.model_hint), class_="notice")
    end = share(float(solved.times[-1]), last_hour(reader))
    return hint + _axis(reader) + tag("ul", *rows, class_="lanes", style=f"--model-end:{end:.4f}")


def _lane(reader: Reader, solved: Course, thing: str) -> Markup:
    """One lane: the part's name, linked to the map, and its time course as an area above or below baseline."""
    says = reader.says.clock
    rest = level_at_rest(reader, thing)
    spoken = says.lane.format(thing=reader.name(thing), motions=in_words(reader, solved, thing))
    area = tag(
        "div",
        class_="lane-area",
        style=f"--rest:{100 * (1 - rest):.0f}%;clip-path:polygon({outline(solved, thing, rest, last_hour(reader))})",
    )
    plot = tag("div", area, class_="lane-plot", role="img", aria_label=spoken, style=f"--share:{1 - rest:.2f}")
    return tag("li", tag("div", to_map(reader, thing), class_="lane-name"), plot, class_="lane")


def level_at_rest(reader: Reader, thing: str) -> float:
    """Activity of a part before the dose: its baseline."""
    wiring = equations(active_accounts(reader.address[ACCOUNTS]))
    return float(wiring.rest[wiring.index[thing]])


def outline(solved: Course, thing: str, rest: float, last: float) -> str:
    """Corners of the area between a time course and its baseline `rest`, in percent of the lane."""
    hours = [FIRST, *(float(hour) for hour in solved.times if hour > FIRST)]
    corners = [(100 * share(hour, last), 100 * (1 - solved.at(thing, hour))) for hour in hours]
    level = 100 * (1 - rest)
    corners = [(0.0, level), *corners, (corners[-1][0], level)]
    return ",".join(f"{x:.2f}% {y:.1f}%" for x, y in corners)


def in_words(reader: Reader, solved: Course, thing: str) -> str:
    """The successive motions of a part, each with the first moment at which it occurs."""
    says = reader.says.clock
    met = groupby(moving(reader, solved, thing), key=lambda pair: pair[1])
    firsts = ((kind, next(pairs)[0]) for kind, pairs in met)
    return ", ".join(f"{says.moments[moment]} {says.motions[kind]}" for kind, moment in firsts)


def _measured(reader: Reader, *, main: bool) -> Markup:
    """Each part with its measurements, who was studied and when; then the parts without a known time."""
    says = reader.says.clock
    groups = [
        tag(
            "li",
            tag("h3", to_map(reader, thing), *_badge(reader, thing, main=main)),
            tag("ul", *(_row(reader, fact) for fact in found), class_="lanes"),
        )
        for thing, found in timed(reader.mechanism).items()
    ]
    none = items(to_map(reader, thing) for thing in untimed(reader.mechanism))
    return (
        tag("p", says.measured_hint if main else marked(reader, _root_summary(reader)))
        + ("" if has_model(reader.mechanism) else tag("p", says.no_model, class_="notice"))
        + (_legend(reader) if main else "")
        + _axis(reader)
        + tag("ul", *groups, class_="timed")
        + (tag("div", tag("p", says.no_time), none, class_="notice untimed") if untimed(reader.mechanism) else "")
    )


def _root_summary(reader: Reader) -> str:
    """The drug that a mechanism starts from, and how it is taken."""
    return reader.mechanism.words[reader.level].things[reader.mechanism.manifest.root].summary


def _badge(reader: Reader, thing: str, *, main: bool) -> Sequence[str]:
    """Evidence grade of the best arrow into a part; empty for the main mechanism, whose map and panel show it."""
    into = [badge([arrow]) for arrow in reader.mechanism.arrows.values() if arrow.target == thing]
    if main or not into:
        return ()
    best = min(into, key=lambda one: _ORDER.index(one.in_whom))
    return (" ", seen_in(reader, best), contested(reader, best))


def _row(reader: Reader, fact: Fact) -> Markup:
    end = last_hour(reader)
    low, high = 100 * share(fact.low, end), 100 * share(fact.high, end)
    place = f"left:{low:.2f}%;right:{100 - high:.2f}%"
    span = tag("span", class_=look(fact).replace("fact ", "fact-span ", 1), style=place)
    point = tag("span", class_=look(fact), style=f"left:{100 * share(fact.hours, end):.2f}%")
    plot = tag("div", *((span,) if high > low else ()), point, class_="lane-plot", aria_hidden="true")
    return tag("li", tag("div", *_said(reader, fact), class_="lane-name"), plot, class_="lane")


def _said(reader: Reader, fact: Fact) -> list[str]:
    """What was observed, when, in whom, in how many, and in which papers."""
    says, number = reader.says.clock, fact.number
    parts = [tag("strong", when(reader, fact)), f" · {says.who[fact.who]}"]
    if fact.number.no_difference:
        parts.append(f" · {says.no_difference}")
    if number.n and fact.who is Who.PEOPLE:
        parts += [" · ", tag("span", says.people.format(count=number.n), class_="n")]
    note = tag("span", f" ({number.note})", class_="muted") if number.note and reader.level is not Level.PATIENT else ""
    seen = tag("p", label(reader, fact), note, ". ", papers(reader, number.refs))
    return [tag("p", mark(reader, fact), " ", *parts), seen]


def _legend(reader: Reader) -> Markup:
    says = reader.says.clock
    rows = [tag("span", class_=f"fact fact-{who}", aria_hidden="true") + tag("span", says.who[who]) for who in Who]
    rows.append(tag("span", class_="fact fact-people fact-null", aria_hidden="true") + tag("span", says.no_difference))
    return tag("div", tag("strong", says.legend), items(rows, class_="clock-legend"))


def _beside(reader: Reader, others: Sequence[Reader]) -> Markup:
    """The earliest benefit in people for each mechanism, how not to read it, and the content's comparison."""
    says = reader.says.clock
    firsts = []
    for one in (reader, *others):
        if fact := first_benefit(one.mechanism):
            cited = papers(one, fact.number.refs)
            said = filled(says.first, time=when(one, fact), title=root_name(one), paper=cited)
            firsts.append(mark(one, fact) + tag("span", " ", said))
    told = (passage(reader, reader.mechanism.treatment[id_]) for id_ in reader.mechanism.dynamics.compared)
    return items(firsts, class_="clock-firsts") + tag("p", says.not_alike, class_="notice") + joined(told)


def _cautions(readers: Sequence[Reader]) -> Markup:
    """Cautions about each mechanism's story: those listed in its settings, or all of them if it lists none."""
    parts = []
    met: set[str] = set()
    for one in readers:
        words = one.mechanism.words[one.level].cautions
        ids = one.mechanism.dynamics.timed or tuple(one.mechanism.cautions)
        rows = (
            tag("strong", words[id_].title)
            + tag("p", marked(one, words[id_].sentence, met), " ", papers(one, one.mechanism.cautions[id_].refs))
            for id_ in ids
        )
        parts.append(tag("h3", root_name(one)) + items(rows))
    return joined(parts)
