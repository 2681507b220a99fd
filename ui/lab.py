"""The what-if lab beside the map: what the reader changed, what the model says of it, and what experiments found."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from graph.dynamics import Intervention, Reach, SolverError, call
from graph.kinetics import Readout
from graph.network import accounts, active
from graph.queries import choke_points
from graph.records import Experiment
from graph.vocabulary import Action, Effect, Phase
from ui.address import CHANGES, Address, Focus
from ui.content import mechanism, network
from ui.html.markup import Markup, items, tag
from ui.html.panel import panel
from ui.labfound import found_sections
from ui.model_runs import course, mix_of
from ui.reader import Reader
from wording.what_if import LabWords

GUESS = "lab_guess"
GUESSES = (Effect.ABOLISHED, Effect.REDUCED, Effect.UNCHANGED, Effect.ENHANCED)
_ACTIONS = {"off": Action.BLOCK, "less": Action.REDUCE, "on": Action.ACTIVATE}
_MARKS = {"off": "off", "less": "halved", "on": "on"}
_KINDS = (*CHANGES, "none-of", "guess", "reset")
# A thing counts as moved on the map where it moves by a twentieth of the scale.
_SEEN = 0.05


def is_lab_pick(pick: str) -> bool:
    """Whether a pick asks for something of the lab."""
    return pick.startswith("lab:")


def changed(address: Address, kind: str, id_: str) -> Address:
    """The view with `id_` changed so, in place of any other change of it; ``none-of`` takes the change back."""
    rest = {name: tuple(one for one in getattr(address, name) if one != id_) for name in CHANGES}
    if kind in CHANGES:
        rest[kind] = (*rest[kind], id_)
    return replace(address, off=rest["off"], less=rest["less"], on=rest["on"])


def take_lab_pick(pick: str, now: Address) -> None:
    """Do what a pick of the lab asks for, in the address; a guess is kept for the session."""
    _, kind, id_ = pick.split(":", 2)
    if kind == "guess":
        st.session_state[GUESS] = id_
        return
    if kind == "reset":
        after = replace(now, off=(), less=(), on=())
    else:
        known = id_ in mechanism().things or id_ in mechanism().arrows
        after = changed(now, kind, id_) if known and kind in _KINDS else now
    for name in CHANGES:
        if ids := getattr(after, name):
            st.query_params[name] = ",".join(ids)
        else:
            st.query_params.pop(name, None)


def interventions(address: Address) -> tuple[Intervention, ...]:
    """What the address asks the model to do."""
    return tuple(Intervention(id_, action) for name, action in _ACTIONS.items() for id_ in getattr(address, name))


def lab_panel(reader: Reader) -> Markup:
    """The lab's panel: actions on the focus, changes made, the model's answer and the published findings."""
    words = reader.says.lab
    parts: list[str] = [tag("p", words.warning, class_="notice lab-warning")]
    focus, done = reader.address.focus, interventions(reader.address)
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
    """What the reader calls a thing or an arrow."""
    return reader.name(id_) if id_ in reader.mechanism.things else reader.statement(id_)


def _link(reader: Reader, kind: str, id_: str, label: str) -> Markup:
    """A link that makes or takes back a change; the map hands it on."""
    query = changed(reader.address, kind, id_).query()
    on = "true" if kind in CHANGES and id_ in getattr(reader.address, kind) else None
    return tag("a", label, href=query, target="_self", data_pick=f"lab:{kind}:{id_}", aria_current=on)


def _actions(reader: Reader, focus: Focus) -> Markup:
    words = reader.says.lab
    # An arrow of the main picture stands for a chain; to cut the chain is to cut its first link.
    id_ = focus.id if focus.kind == "node" else reader.mechanism.chain(focus.id)[0].id
    links = [
        _link(reader, kind, id_, label)
        for kind, label in (("off", words.block), ("less", words.halve), ("on", words.switch_on))
    ]
    return Markup(tag("h2", words.act_on.format(name=named(reader, id_))) + items(links, class_="lab-actions"))


def _changes(reader: Reader) -> Markup:
    words, address = reader.says.lab, reader.address
    says = {"off": words.blocked, "less": words.halved, "on": words.switched_on}
    rows = [
        Markup(
            tag("strong", says[kind].format(name=named(reader, id_)))
            + " "
            + _link(reader, "none-of", id_, words.take_back)
        )
        for kind in CHANGES
        for id_ in getattr(address, kind)
    ]
    none = replace(address, off=(), less=(), on=()).query()
    reset = tag("a", words.start_over, href=none, target="_self", data_pick="lab:reset:")
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
    """How much of the drug's effect is left; never less than none."""
    return words.left.format(percent=max(0, round(100 * share)))


def _guess(reader: Reader) -> Markup:
    words, says = reader.says.lab, reader.says.effects
    given = st.session_state.get(GUESS)
    links = [
        tag(
            "a",
            says[one],
            href=reader.address.query(),
            target="_self",
            data_pick=f"lab:guess:{one.value}",
            aria_current="true" if given == one.value else None,
        )
        for one in GUESSES
    ]
    return tag("section", tag("h2", words.guess), items(links, class_="lab-actions"))


def _guessed(reader: Reader) -> Markup:
    given = st.session_state.get(GUESS)
    if given not in {one.value for one in GUESSES}:
        return Markup("")
    return tag("p", reader.says.lab.guessed.format(said=reader.says.effects[Effect(given)]))


def _call(reader: Reader, done: tuple[Intervention, ...], readout: Readout) -> tuple[Effect, float | None]:
    """What the changes do to the drug's effect on a readout, and the share of that effect that is left."""
    mix, dynamics = mix_of(reader.address.hypotheses), mechanism().dynamics
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
    """Marks for the map: what was changed, and what then moves less or more than with the drug alone."""
    done = interventions(reader.address)
    if not done:
        return {}
    words, mix = reader.says.lab, mix_of(reader.address.hypotheses)
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
    for name in CHANGES:
        for id_ in getattr(reader.address, name):
            pick = f"{'edge' if '--' in id_ else 'node'}:{id_}"
            marks[pick] = (_MARKS[name], says[name].format(name=named(reader, id_)))
    return marks


def asks(one: Experiment, reader: Reader) -> str:
    """The address of the lab that sets up experiment `one` for the reader."""
    kinds = {Action.BLOCK: "off", Action.KNOCK_OUT: "off", Action.REDUCE: "less"}
    found: dict[str, tuple[str, ...]] = {}
    for target in one.targets:
        kind = kinds.get(target.action, "on")
        found[kind] = (*found.get(kind, ()), target.edge or target.node)
    return Address(level=reader.level).changing(**found).query()
