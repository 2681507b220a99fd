"""The experiments that test a step: who was studied, what was done, and the result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.models import Arrow
from graph.records import Experiment
from graph.vocabulary import Level
from ui.html.citations import paper, paper_links
from ui.html.markup import Markup, filled, tag
from ui.html.table import row, scrolling
from ui.reader import Reader


def experiments_of(reader: Reader, arrows: Iterable[Arrow], steps: Sequence[str]) -> list[Experiment]:
    """Experiments that an arrow cites, or that act on a part of the steps."""
    mechanism = reader.mechanism
    named = {id_ for arrow in arrows for id_ in arrow.experiments}
    return [
        one
        for one in mechanism.experiments.values()
        if one.id in named or any(mechanism.things[target.node].step in steps for target in one.targets)
    ]


def experiments_table(reader: Reader, arrows: Iterable[Arrow], steps: Sequence[str]) -> Markup:
    """A table of experiments; for patients, how many there are and who was studied."""
    found, words = experiments_of(reader, arrows, steps), reader.says.step_page
    if not found:
        return tag("p", words.no_experiments)
    if reader.level is Level.PATIENT:
        return experiments_in_short(reader, found)
    return tag("p", words.experiments_hint, class_="muted") + experiment_rows(reader, found, words.experiments)


def experiments_in_short(reader: Reader, found: Sequence[Experiment]) -> Markup:
    """How many experiments there are, and in whom they were done."""
    systems = ", ".join(dict.fromkeys(reader.says.done_in[one.system] for one in found))
    return tag("p", reader.says.text.experiments_count.format(count=len(found), systems=systems))


def experiment_rows(reader: Reader, found: Iterable[Experiment], label: str) -> Markup:
    """A table of the experiments in `found`, in a scrolling frame labelled `label`."""
    words = reader.says.step_page
    headings = (words.agent, words.subjects, words.readout, words.timing, words.result, words.reported)
    return scrolling(label, headings, (_row(reader, one) for one in found))


def _row(reader: Reader, one: Experiment) -> Markup:
    reported = [paper(reader, one.ref)]
    if one.disputed_by:
        against = paper_links(reader, one.disputed_by)
        reported.append(tag("p", filled(reader.says.step_page.disputed, papers=against)))
    seen = one.confidence == "verified"
    result = tag("strong", reader.says.effects[one.effect]) if seen else reader.says.text.finding_unseen
    return row(
        one.agent,
        reader.says.done_in[one.system],
        one.readout,
        one.timing if one.time_seen else reader.says.step_page.time_unseen,
        (result, tag("p", one.note) if one.note and seen else ""),
        reported,
        id_=f"experiment-{one.id}",
    )
