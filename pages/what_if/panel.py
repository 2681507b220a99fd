"""The what-if lab's panel beside the map: the reader's changes, the model's answer, and published experiments."""

from __future__ import annotations

from graph.dynamics import Call, Intervention, SolverError
from graph.network import accounts, active
from graph.queries import choke_points
from graph.records import Experiment
from graph.vocabulary import Action, Effect
from pages.what_if.findings import found_sections
from pages.what_if.params import ACTIONS, CHANGES, GUESS, GUESSES, MARKS, PARAMS, Changes, changed
from ui.address import ACCOUNTS, FOCUS, LEVEL, Address
from ui.catalogue import page_showing
from ui.html.markup import Markup, items, joined, tag
from ui.html.panel import panel
from ui.html.table import row, table
from ui.model_runs import active_accounts, answer, course
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
        parts.append(tag("details", tag("summary", reader.named(focus.id)), panel(reader)))
    return joined(parts)


def _link(reader: Reader, change: str, id_: str, label: str) -> Markup:
    """A link that makes a change, replacing any other change of the same part; an empty `change` undoes it."""
    now = reader.address[CHANGES]
    on = bool(change) and id_ in dict(now).get(change, ())
    return reader.switch(label, on, (CHANGES, changed(now, change, id_)))


def _actions(reader: Reader, focus: Focus) -> Markup:
    words = reader.says.lab
    # An arrow of the main picture may represent a chain; cutting the chain means cutting its first link.
    id_ = focus.id if focus.kind == "node" else reader.mechanism.chain(focus.id)[0].id
    links = [
        _link(reader, kind, id_, label)
        for kind, label in (("off", words.block), ("less", words.halve), ("on", words.switch_on))
    ]
    return tag("h2", words.act_on.format(name=reader.named(id_))) + items(links, class_="lab-actions")


def _changes(reader: Reader) -> Markup:
    words = reader.says.lab
    says = {"off": words.blocked, "less": words.halved, "on": words.switched_on}
    rows = [
        tag("strong", says[kind].format(name=reader.named(id_))) + " " + _link(reader, "", id_, words.take_back)
        for kind, ids in reader.address[CHANGES]
        for id_ in ids
    ]
    reset = tag("a", words.start_over, **reader.going((CHANGES, ())))
    return tag("h2", words.changed) + items(rows) + tag("p", reset)


def _suggestions(reader: Reader) -> Markup:
    words, content = reader.says.lab, reader.mechanism
    usual = active(reader.whole, accounts(content))
    first = content.dynamics.readouts[0].thing
    points = choke_points(usual, content.manifest.root, first)
    links = [_link(reader, "off", id_, words.blocked.format(name=reader.name(id_))) for id_ in points]
    return tag("h2", words.suggestions) + tag("p", words.suggestions_hint, class_="muted") + items(links)


def _answer(reader: Reader, done: tuple[Intervention, ...]) -> Markup:
    words, mix = reader.says.lab, active_accounts(reader.address[ACCOUNTS])
    try:
        answers = {one.thing: answer(mix, done, one) for one in reader.mechanism.dynamics.readouts}
    except SolverError as error:
        return tag("p", words.no_answer.format(why=str(error)))
    rows = (row(reader.name(thing), _outcome(reader, found)) for thing, found in answers.items())
    return tag(
        "section",
        tag("h2", words.answer),
        tag("p", words.answer_hint, class_="muted"),
        table((words.readout, words.model_says), rows),
        class_="lab-answer",
    )


def _outcome(reader: Reader, found: Call) -> str | list[Markup]:
    """What becomes of the drug's effect, and how much of it is left where the drug has one."""
    words, said = reader.says.lab, reader.says.effects[found.effect]
    if found.share is not None:
        return [tag("strong", said), tag("p", left(words, found.share), class_="muted")]
    return words.no_effect_here if found.effect is Effect.UNCHANGED else said


def left(words: LabWords, share: float) -> str:
    """How much of the drug's effect is left, in words; a negative `share` counts as none."""
    return words.left.format(percent=max(0, round(100 * share)))


def _guess(reader: Reader) -> Markup:
    words, says = reader.says.lab, reader.says.effects
    given = reader.address[GUESS]
    links = (reader.switch(says[one], given == one.value, (GUESS, one.value)) for one in GUESSES)
    return tag("section", tag("h2", words.guess), items(links, class_="lab-actions"))


def _guessed(reader: Reader) -> Markup:
    given = reader.address[GUESS]
    if not given:
        return Markup("")
    return tag("p", reader.says.lab.guessed.format(said=reader.says.effects[Effect(given)]))


def changes_on_map(reader: Reader) -> dict[str, tuple[str, str]]:
    """Marks for the map: the changes, and what then moves less or more than with the drug alone."""
    done = interventions(reader.address)
    if not done:
        return {}
    words, mix = reader.says.lab, active_accounts(reader.address[ACCOUNTS])
    says = {"off": words.blocked, "less": words.halved, "on": words.switched_on}
    try:
        alone, both = course(mix), course(mix, done, settled=True)
    except SolverError:
        return {}
    marks: dict[str, tuple[str, str]] = {}
    for thing in reader.mechanism.things:
        moved = both.furthest_from(alone, thing)
        if abs(moved) < _SEEN:
            mark = ("same", words.map_same)
        elif moved < 0:
            mark = ("less", words.map_less)
        else:
            mark = ("more", words.map_more)
        marks[f"node:{thing}"] = mark
    for name, ids in reader.address[CHANGES]:
        for id_ in ids:
            pick = f"{'edge' if '--' in id_ else 'node'}:{id_}"
            marks[pick] = (MARKS[name], says[name].format(name=reader.named(id_)))
    return marks


def asks(one: Experiment, reader: Reader, account: str = "") -> str:
    """The lab address that reproduces experiment `one` at the reader's level, under `account` if given."""
    kinds = {Action.BLOCK: "off", Action.KNOCK_OUT: "off", Action.REDUCE: "less"}
    now: Changes = ()
    for target in one.targets:
        now = changed(now, kinds.get(target.action, "on"), target.edge or target.node)
    address = Address(params=PARAMS).set(LEVEL, reader.level).set(CHANGES, now)
    return address.set(ACCOUNTS, (account,) if account else ()).href(page_showing(Subject.CHANGES).path)
