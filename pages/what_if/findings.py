"""Published findings next to the model's answer, and why the model misses some of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.benchmark import Benchmark, load_benchmark
from graph.dynamics import Intervention
from graph.records import Experiment
from graph.vocabulary import Action, Level
from ui.content import mechanism
from ui.html.citations import paper, paper_links
from ui.html.markup import Markup, filled, tag
from ui.html.terms import marked
from ui.reader import Reader

_LESS = {Action.BLOCK, Action.KNOCK_OUT, Action.REDUCE}


@cache
def benchmark() -> Benchmark:
    """The model's benchmark results, computed ahead of time."""
    return load_benchmark(mechanism())


def matching(done: Sequence[Intervention], experiments: Sequence[Experiment]) -> list[Experiment]:
    """Experiments that change at least one of the same parts or arrows in the same direction."""
    ways = {one.on: one.action in _LESS for one in done}
    return [
        one
        for one in experiments
        if any(ways.get(target.edge or target.node) == (target.action in _LESS) for target in one.targets)
    ]


def found_sections(reader: Reader, done: Sequence[Intervention]) -> Markup:
    """Results of experiments with these changes: species, readout, time, disputes, and the model's prediction."""
    words = reader.says.lab
    found = matching(done, list(reader.mechanism.experiments.values()))
    body = [experiment(reader, one) for one in found] or [tag("p", words.none_found)]
    return tag("section", tag("h2", words.found), *body)


def experiment(reader: Reader, one: Experiment) -> Markup:
    """One experiment: what was done and found, and whether the model agrees. Patients see no agent names."""
    words, says = reader.says.lab, reader.says
    seen = one.confidence == "verified"
    finding = says.effects[one.effect] if seen else says.text.finding_unseen
    plain = reader.level is Level.PATIENT
    done = ", ".join(dict.fromkeys(reader.name(target.node) for target in one.targets))
    title = done if plain else one.agent
    parts: list[str] = [tag("strong", title), f" ({reader.says.done_in[one.system]})"]
    if not one.ketamine:
        parts.append(f", {words.found_alone}")
    time = one.timing if one.time_seen else says.step_page.time_unseen
    parts.append(tag("p", f"{words.study_found}: ", tag("strong", finding)))
    if not plain:
        parts.append(tag("p", f"{one.readout}; {time}", class_="muted"))
    parts.append(tag("p", *_verdict(reader, one)))
    parts.append(tag("p", tag("cite", paper(reader, one.ref)), *_disputes(reader, one)))
    return tag("div", *parts, class_="record")


def _disputes(reader: Reader, one: Experiment) -> list[str]:
    if not one.disputed_by:
        return []
    papers = tag("cite", paper_links(reader, one.disputed_by))
    return ["; ", filled(reader.says.step_page.disputed, papers=papers)]


def _verdict(reader: Reader, one: Experiment) -> list[str]:
    words, row = reader.says.lab, benchmark().rows[one.id]
    if not one.modelable or row.predicted is None:
        return [words.not_counted.format(why=one.why_not or row.note)]
    if row.predicted is one.effect:
        return [f"✓ {words.same}"]
    said = [f"✗ {words.other}: ", reader.says.effects[row.predicted], ". "]
    return [*said, tag("strong", f"{words.why} "), marked(reader, reason(reader, one.id))]


def reason(reader: Reader, id_: str) -> str:
    """Why the model misses an experiment, in the reader's words."""
    found = next(one for one in reader.mechanism.dynamics.misses if one.experiment == id_)
    return found.plain if reader.level is Level.PATIENT else found.reason
