"""Below the what-if lab: how well the model does, where and why it is wrong, and which account explains what."""

from __future__ import annotations

from graph.benchmark import Tally
from graph.records import Experiment
from graph.vocabulary import Level
from pages.what_if.findings import benchmark, experiment
from pages.what_if.panel import asks
from ui.html.cached import cached_html
from ui.html.contents import Section, contents
from ui.html.markup import Markup, items, joined, tag
from ui.html.table import row, scrolling
from ui.html.terms import marked
from ui.reader import Reader
from ui.subject import Subject


@cached_html
def written(reader: Reader) -> Markup:
    """All sections as one piece of HTML."""
    return tag("div", *sections(reader), class_="list")


def sections(reader: Reader) -> list[Markup]:
    """Scores, misses with reasons, disputed cases, the tournament, and settings, each under its heading."""
    words = reader.says.lab
    return contents(
        reader,
        [
            Section("scores", words.scores, _scores(reader)),
            Section("misses", words.misses, _misses(reader)),
            Section("disputed", words.contested, _disputed(reader)),
            Section("tournament", words.tournament, _tournament(reader)),
            Section("settings", words.settings.format(count=len(benchmark().worth)), _settings(reader)),
        ],
    )


def _score(reader: Reader, tally: Tally) -> str:
    percent, low, high = (round(100 * share) for share in (tally.share, tally.low, tally.high))
    return reader.says.lab.score.format(right=tally.right, of=tally.of, percent=percent, low=low, high=high)


def _scores(reader: Reader) -> Markup:
    words, now = reader.says.lab, benchmark()
    rows = (
        (words.scored_model, now.model),
        (words.scored_majority.format(answer=reader.says.effects[now.majority_answer]), now.majority),
        (words.scored_reachability, now.reachability),
        (words.scored_left_out, now.left_out),
    )
    listed = (tag("dt", name) + tag("dd", _score(reader, tally)) for name, tally in rows)
    return tag("dl", *listed) + tag("p", words.scores_hint)


def _misses(reader: Reader) -> Markup:
    missed = [reader.mechanism.experiments[one.experiment] for one in reader.mechanism.dynamics.misses]
    rows = (experiment(reader, one) + (tag("p", _try(reader, one)) if one.targets else "") for one in missed)
    return tag("p", reader.says.lab.misses_hint, class_="muted") + items(rows)


def _try(reader: Reader, one: Experiment) -> Markup:
    return tag("a", reader.says.lab.try_it, href=asks(one, reader), target="_self")


def _disputed(reader: Reader) -> Markup:
    words = reader.mechanism.words[reader.level].cautions
    return items(
        tag("strong", words[id_].title) + tag("p", marked(reader, words[id_].sentence))
        for id_ in reader.mechanism.dynamics.disputed
    )


def _tournament(reader: Reader) -> Markup:
    """A table of accounts by experiments, each cell a link; for patients, how many each account gets right."""
    words, now = reader.says.lab, benchmark()
    content, names = reader.mechanism, reader.mechanism.words[reader.level].hypotheses
    asked = [one for one in content.experiments.values() if one.modelable]
    right = {name: sum(answers[one.id] is one.effect for one in asked) for name, answers in now.tournament.items()}
    hint = tag("p", words.tournament_hint, class_="muted")
    ranked = sorted(right, key=lambda name: -right[name])
    if reader.level is Level.PATIENT:
        lines = (f"{names[name].title}: {right[name]} / {len(asked)}" for name in ranked)
        return hint + items(lines)
    headings = (words.experiment, *(names[name].title for name in ranked))
    rows = [row(words.total, *(f"{right[name]} / {len(asked)}" for name in ranked))]
    for one in asked:
        cells = []
        for name in ranked:
            said = now.tournament[name][one.id]
            mark = "✓" if said is one.effect else "✗"
            label = reader.says.effects[said] if said else "–"
            cells.append(
                tag(
                    "a",
                    mark,
                    href=asks(one, reader, name),
                    target="_self",
                    title=label,
                    aria_label=f"{names[name].title}: {label} {mark}",
                )
            )
        rows.append(row((one.agent, tag("p", reader.says.effects[one.effect])), *cells))
    return hint + scrolling(words.tournament, headings, rows)


def _settings(reader: Reader) -> Markup:
    words, now = reader.says.lab, benchmark()
    if reader.level is Level.PATIENT:
        return tag("p", words.settings_hint)
    rows = [
        tag(
            "li",
            marked(reader, choice.reason),
            f" ({words.worth.format(count=won, change=f'{won:+d}')}; ",
            joined((reader.record(Subject.PAPERS, id_, id_) for id_ in choice.refs), ", "),
            ")",
        )
        for choice in reader.mechanism.dynamics.choices
        for won in [now.worth[choice.id]]
    ]
    return tag("p", words.settings_hint, class_="muted") + tag(
        "details", tag("summary", words.settings.format(count=len(rows))), tag("ul", *rows)
    )
