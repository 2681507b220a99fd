"""Records related to a part or an arrow: accounts, experiments and published claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.models import CORE, Arrow
from graph.records import Experiment
from graph.vocabulary import Level
from ui.html.citations import author_year
from ui.html.experiments import experiments_in_short
from ui.html.markup import Markup, items, joined, tag
from ui.html.terms import marked
from ui.reader import Reader


def accounts_of_arrow(reader: Reader, chain: Sequence[Arrow]) -> Markup:
    """Accounts that use an arrow, or a note that all do."""
    return _accounts(reader, {name for arrow in chain for name in arrow.hypotheses})


def accounts_of_thing(reader: Reader, id_: str) -> Markup:
    """Accounts with arrows that start or end at a part."""
    touching = (arrow for arrow in reader.mechanism.arrows.values() if id_ in (arrow.source, arrow.target))
    return _accounts(reader, {name for arrow in touching for name in arrow.hypotheses})


def accounts_of_step(reader: Reader, id_: str) -> Markup:
    """Accounts with their own arrows that start or end in a step."""
    steps = {one.id: one.step for one in reader.mechanism.things.values()}
    touching = (
        arrow for arrow in reader.mechanism.arrows.values() if id_ in (steps[arrow.source], steps[arrow.target])
    )
    return _accounts(reader, {name for arrow in touching for name in arrow.hypotheses} - {CORE})


def _accounts(reader: Reader, names: set[str]) -> Markup:
    words = reader.mechanism.words[reader.level].hypotheses
    listed = [reader.says.text.all_accounts] if CORE in names else []
    listed += [reader.account(id_, words[id_].title) for id_ in reader.mechanism.hypotheses if id_ in names]
    return _folded(reader.says.text.used_by, items(listed)) if listed else Markup("")


def experiments_of_arrow(reader: Reader, chain: Sequence[Arrow]) -> Markup:
    """Experiments that test an arrow or a chain."""
    ids = dict.fromkeys(id_ for arrow in chain for id_ in arrow.experiments)
    return _experiments(reader, [reader.mechanism.experiments[id_] for id_ in ids])


def experiments_of_thing(reader: Reader, id_: str) -> Markup:
    """Experiments that act on a part or measure it."""
    found = [
        one
        for one in reader.mechanism.experiments.values()
        if id_ in (one.readout_node, *one.also_readouts, *(target.node for target in one.targets))
    ]
    return _experiments(reader, found)


def _experiments(reader: Reader, found: Sequence[Experiment]) -> Markup:
    if not found:
        return Markup("")
    text = reader.says.text
    if reader.level is Level.PATIENT:
        return _folded(text.experiments_on, experiments_in_short(reader, found))
    return _folded(f"{text.experiments_on}: {len(found)}", items(_experiment(reader, one) for one in found))


def _experiment(reader: Reader, one: Experiment) -> Markup:
    """Agent, subjects, readout, timing and result, with who reported it and who disputes it."""
    timing = one.timing if one.time_seen else reader.says.step_page.time_unseen
    said = f"{one.agent} · {reader.says.done_in[one.system]} · {one.readout} · {timing}"
    effect = reader.says.effects[one.effect] if one.confidence == "verified" else reader.says.text.finding_unseen
    result = f"{effect} ({_papers(reader, [one.ref])})"
    against = reader.says.text.disputed_by.format(papers=_papers(reader, one.disputed_by)) if one.disputed_by else ""
    parts = [said + ": ", tag("strong", result)]
    if against:
        parts.append(tag("span", f" · {against}", class_="muted"))
    return joined(tag("span", part) if not isinstance(part, Markup) else part for part in parts)


def _papers(reader: Reader, ids: Iterable[str]) -> str:
    return ", ".join(author_year(reader.mechanism.references[id_]) for id_ in ids)


def claims(reader: Reader, step: str) -> Markup:
    """Claims that the source articles make about a step, each with its verdict."""
    found = [claim for claim in reader.mechanism.claims.values() if claim.step == step]
    if not found:
        return Markup("")
    rows = (
        tag("span", words.claim)
        + " "
        + tag("strong", reader.says.verdicts[claim.verdict])
        + tag("p", marked(reader, words.plain if reader.level is Level.PATIENT else words.why))
        for claim, words in ((claim, reader.claim(claim.id)) for claim in found)
    )
    return _folded(f"{reader.says.text.claims_about}: {len(found)}", items(rows))


def _folded(heading: str, body: Markup) -> Markup:
    return tag("details", tag("summary", heading), body, class_="more")
