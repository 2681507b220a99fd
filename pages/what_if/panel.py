"""The what-if lab's panel beside the map: the reader's changes, the model's answer, and published experiments."""

from __future__ import annotations

from graph.dynamics import Intervention, Reach, SolverError, call
from graph.kinetics import Readout
from graph.network import accounts, active
from graph.queries import choke_points
from graph.records import Experiment
from graph.vocabulary import Action, Effect, Phase
from pages.what_if.findings import found_sections
from pages.what_if.params import ACTIONS, CHANGES, GUESS, GUESSES, MARKS, PARAMS, Changes, changed
from ui.address import ACCOUNTS, FOCUS, LEVEL, Address
from ui.catalogue import page_showing
from ui.content import mechanism, network
from ui.html.markup import Markup, items, tag
from ui.html.panel import panel
from ui.model_runs import course, mix_of
from ui.params import Focus
from ui.reader import Reader
from ui.subject import Subject
from wording.what_if import LabWords

# A part counts as moved on the map if it moves by at least a twentieth of the scale.
_SEEN = 0.05


def interventions(address: Address) -> tuple[Intervention, ...]:
    """The interventions in the model that the address describes."""
    return tuple(Intervention(id_, ACTIONS[change]) for change, ids in address[CHANGES] for id_ in ids)


def lab_panel(reader: Reader) -> Markup:
    """The lab's panel: actions on the selection, changes made, the model's answer and published findings."""
    words = reader.says.lab
    parts: list[str] = [tag("p", words.warning, class_="notice lab-warning")]
    focus, done = reader.address[FOCUS], interventions(reader.address)
    if focus:
        parts.append(_actions(reader, focus))
        parts.append(_guess(reader) if not done else "")
    if done:
        parts.append(_changes(reader))
        parts.append(_guessed(reader))
        parts.append(_answer(reader, done))
        parts.append(found_sections(reader, done))
    else:
        parts.append(tag("p", words.start))
        parts.append(_suggestions(reader))
    if focus:
        parts.append(tag("details", tag("summary", named(reader, focus.id)), panel(reader)))
    return Markup("".join(parts))


def named(reader: Reader, id_: str) -> str:
    """The reader's name for a part or an arrow."""
    return reader.name(id_) if id_ in reader.mechanism.things else reader.statement(id_)


def _link(reader: Reader, change: str, id_: str, label: str) -> Markup:
    """A link that makes a change, replacing any other change of the same part; an empty `change` undoes it."""
    now = reader.address[CHANGES]
    on = "true" if change and id_ in dict(now).get(change, ()) else None
    return tag("a", label, **reader.going((CHANGES, changed(now, change, id_))), aria_current=on)


def _actions(reader: Reader, focus: Focus) -> Markup:
    words = reader.says.lab
    # An arrow of the main picture may represent a chain; cutting the chain means cutting its first link.
    id_ = focus.id if focus.kind == "node" else reader.mechanism.chain(focus.id)[0].id
    links = [
        _link(reader, kind, id_, label)
        for kind, label in (("off", words.block), ("less", words.halve), ("on", words.switch_on))
    ]
    return Markup(tag("h2", words.act_on.format(name=named(reader, id_))) + items(links, class_="lab-actions"))


def _changes(reader: Reader) -> Markup:
    words = reader.says.lab
    says = {"off": words.blocked, "less": words.halved, "on": words.switched_on}
    rows = [
        Markup(
            tag("strong", says[kind].format(name=named(reader, id_))) + " " + _link(reader, "", id_, words.take_back)
        )
        for kind, ids in reader.address[CHANGES]
        for id_ in ids
    ]
    reset = tag("a", words.start_over, **reader.going((CHANGES, ())))
    return Markup(tag("h2", words.changed) + items(rows) + tag("p", reset))


def _suggestions(reader: Reader) -> Markup:
    words, content = reader.says.lab, reader.mechanism
    usual = active(network(), accounts(content))
    first = content.dynamics.readouts[0].thing
    points = choke_points(usual, content.manifest.root, first)
    links = [_link(reader, "off", id_, words.blocked.format(name=reader.name(id_))) for id_ in points]
    return Markup(tag("h2", words.suggestions) + tag("p", words.suggestions_hint, class_="muted") + items(links))


def _answer(reader: Reader, done: tuple[Intervention, ...]) -> Markup:
    words = reader.says.lab
    try:
        called = {one.thing: _call(reader, done, one) for one in reader.mechanism.dynamics.readouts}
    except SolverError as error:
        return tag("p", words.no_answer.format(why=str(error)))
    head = tag("tr", tag("th", words.readout, scope="col"), tag("th", words.model_says, scope="col"))
    rows = [
        tag(
            "tr",
            tag("th", reader.name(thing), scope="row"),
            tag(
                "td",
                *(
                    (tag("strong", reader.says.effects[effect]), tag("p", left(words, share), class_="muted"))
                    if share is not None
                    else (words.no_effect_here if effect is Effect.UNCHANGED else reader.says.effects[effect],)
                ),
            ),
        )
        for thing, (effect, share) in called.items()
    ]
    return tag(
        "section",
        tag("h2", words.answer),
        tag("p", words.answer_hint, class_="muted"),
        tag("table", tag("thead", head), tag("tbody", *rows)),
        class_="lab-answer",
    )


def left(words: LabWords, share: float) -> str:
    """How much of the drug's effect is left, in words; a negative `share` counts as none."""
    return words.left.format(percent=max(0, round(100 * share)))


def _guess(reader: Reader) -> Markup:
    words, says = reader.says.lab, reader.says.effects
    given = reader.address[GUESS]
    links = [
        tag("a", says[one], **reader.going((GUESS, one.value)), aria_current="true" if given == one.value else None)
        for one in GUESSES
    ]
    return tag("section", tag("h2", words.guess), items(links, class_="lab-actions"))


def _guessed(reader: Reader) -> Markup:
    given = reader.address[GUESS]
    if not given:
        return Markup("")
    return tag("p", reader.says.lab.guessed.format(said=reader.says.effects[Effect(given)]))


def _call(reader: Reader, done: tuple[Intervention, ...], readout: Readout) -> tuple[Effect, float | None]:
    """How the changes affect the drug's effect on a readout, and the share of that effect that remains."""
    mix, dynamics = mix_of(reader.address[ACCOUNTS]), mechanism().dynamics
    hours: float = getattr(dynamics.defaults.animals, readout.phase.value)
    alone, before = course(mix, (), True, False), course(mix, done, False, False)
    both, nothing = course(mix, done, True, True), course(mix, (), False, False)
    base, moved = nothing.at(readout.thing, hours), alone.of(readout.thing) - nothing.of(readout.thing)
    reach = Reach(
        alone=alone.at(readout.thing, hours) - base,
        added=both.at(readout.thing, hours) - float(before.of(readout.thing)[-1]),
        together=both.at(readout.thing, hours) - base,
        peak=float(moved[abs(moved).argmax()]),
    )
    found = call(reach, Phase(readout.phase), dynamics.thresholds)
    return found.effect, found.share


def changes_on_map(reader: Reader) -> dict[str, tuple[str, str]]:
    """Marks for the map: the changes, and what then moves less or more than with the drug alone."""
    done = interventions(reader.address)
    if not done:
        return {}
    words, mix = reader.says.lab, mix_of(reader.address[ACCOUNTS])
    says = {"off": words.blocked, "less": words.halved, "on": words.switched_on}
    try:
        alone, both = course(mix, (), True, False), course(mix, done, True, True)
    except SolverError:
        return {}
    marks: dict[str, tuple[str, str]] = {}
    for thing in reader.mechanism.things:
        apart = both.of(thing) - alone.of(thing)
        most = float(apart[abs(apart).argmax()])
        kind, said = (
            ("", words.map_same)
            if abs(most) < _SEEN
            else ("less", words.map_less)
            if most < 0
            else ("more", words.map_more)
        )
        marks[f"node:{thing}"] = (kind or "same", said)
    for name, ids in reader.address[CHANGES]:
        for id_ in ids:
            pick = f"{'edge' if '--' in id_ else 'node'}:{id_}"
            marks[pick] = (MARKS[name], says[name].format(name=named(reader, id_)))
    return marks


def asks(one: Experiment, reader: Reader, account: str = "") -> str:
    """The lab address that reproduces experiment `one` at the reader's level, under `account` if given."""
    kinds = {Action.BLOCK: "off", Action.KNOCK_OUT: "off", Action.REDUCE: "less"}
    now: Changes = ()
    for target in one.targets:
        now = changed(now, kinds.get(target.action, "on"), target.edge or target.node)
    address = Address(params=PARAMS).set(LEVEL, reader.level).set(CHANGES, now)
    return address.set(ACCOUNTS, (account,) if account else ()).href(page_showing(Subject.CHANGES).path)
