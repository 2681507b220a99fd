"""The accounts: choosing one or two, what each says and rests on, how two differ, and a table of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.account_comparison import experiments_on, own
from graph.evidence import badge
from graph.models import Arrow, Hypothesis
from graph.records import Experiment
from graph.vocabulary import HypothesisKind, Level
from pages.hypotheses.picture import MARKS, chosen, side_in_words, sides_of
from pages.hypotheses.years import changed
from ui.address import ACCOUNTS
from ui.html.badges import arrow_lines, chip
from ui.html.citations import papers_under
from ui.html.experiments import experiment_rows, experiments_in_short
from ui.html.lines import strong_line
from ui.html.markup import Markup, items, joined, tag
from ui.html.table import row, scrolling
from ui.html.terms import marked
from ui.reader import Reader

STANCES = ("for", "against", "null", "other")
"""How an experiment's paper bears on the account's arrows: for, against, no difference, or nothing by itself."""


def account_groups(reader: Reader) -> Markup:
    """Every account as a link that switches it on or off, grouped by kind: triggers first, companions last."""
    words, said = reader.says.rivals, reader.mechanism.words[reader.level].hypotheses
    shown = chosen(reader)
    groups = []
    for kind in sorted(HypothesisKind, key=lambda kind: kind is HypothesisKind.COMPANION):
        links = [
            reader.switch(
                _mark(shown, id_) + said[id_].title,
                id_ in shown,
                (ACCOUNTS, ACCOUNTS.toggled(reader.address[ACCOUNTS], id_)),
                id_=f"pick-{id_}",
            )
            for id_, account in reader.mechanism.hypotheses.items()
            if account.kind is kind
        ]
        heading = tag("strong", words.kinds[kind].title)
        groups.append(tag("div", heading, items(links), class_="kind"))
    attributes = {"class_": "accounts account-kinds", "aria_label": words.pick, "data_place": ""}
    return tag("nav", tag("p", words.pick, class_="muted"), *groups, **attributes)


def _mark(shown: Sequence[str], id_: str) -> Markup:
    """Which of two accounts it is; nothing where it is not one of two."""
    if id_ not in shown or len(shown) == 1:
        return Markup("")
    side = "one" if id_ == shown[0] else "other"
    return tag("span", MARKS[side], class_=f"mark mark-{side}") + " "


def account_key(reader: Reader) -> Markup:
    """The legend for arrows: which account they belong to, by line weight and mark, and how many there are."""
    words, parts = reader.says.rivals, sides_of(reader)
    titles = [reader.mechanism.words[reader.level].hypotheses[id_].title for id_ in chosen(reader)]
    if len(titles) == 1:
        rows = [_key("own", "", words.key_own.format(title=titles[0], count=len(parts.only_one)))]
    else:
        rows = [
            _key("one", MARKS["one"], words.key_only.format(title=titles[0], count=len(parts.only_one))),
            _key("other", MARKS["other"], words.key_only.format(title=titles[1], count=len(parts.only_other))),
            _key("both", MARKS["both"], words.key_both.format(count=len(parts.shared))),
        ]
    return items([*rows, _key("core", "", words.key_core.format(count=len(parts.core)))], class_="account-key")


def _key(side: str, mark: str, says: str) -> Markup:
    return tag("span", mark, class_=f"mark mark-{side}", aria_hidden="true") + tag("span", says)


def account_panel(reader: Reader) -> Markup:
    """What the chosen accounts say, what each adds and what two share, headed by the changes of the year."""
    words, parts, shown = reader.says.rivals, sides_of(reader), chosen(reader)
    met: set[str] = set()
    body = [changed(reader)]
    for id_ in shown:
        account, said = reader.mechanism.hypotheses[id_], reader.mechanism.words[reader.level].hypotheses[id_]
        body += [
            tag("h2", said.title, tag("small", words.kinds[account.kind].title)),
            tag("p", marked(reader, said.sentence, met)),
            strong_line(words.door, _door(reader, id_)),
            strong_line(words.standing, *_standing(reader, id_)),
        ]
        if account.rests_on:
            titles = [reader.mechanism.words[reader.level].hypotheses[one].title for one in account.rests_on]
            body.append(strong_line(words.rests_on, ", ".join(titles)))
    sides = (("one", parts.only_one), ("both", parts.shared), ("other", parts.only_other))
    for side, ids in sides if len(shown) > 1 else (("own", parts.only_one),):
        mark = tag("span", MARKS[side], class_=f"mark mark-{side}", aria_hidden="true") if side in MARKS else ""
        body.append(tag("h3", mark, " ", f"{side_in_words(reader, side)}: {len(ids)}", data_side=side))
        body.append(arrow_lines(reader, ids) if ids else tag("p", words.nothing))
    core = tag("summary", f"{words.core}: {len(parts.core)}")
    body.append(tag("details", core, arrow_lines(reader, parts.core), data_side="core"))
    return joined(body)


def _door(reader: Reader, id_: str) -> Markup:
    """The account's own arrows that start at the drug, or a note that it has none."""
    root = reader.mechanism.manifest.root
    doors = [one for one in own(reader.mechanism, id_) if reader.mechanism.arrows[one].source == root]
    return joined((reader.arrow(one) for one in doors), ", ") if doors else tag("span", reader.says.rivals.no_door)


def _own(reader: Reader, id_: str) -> list[Arrow]:
    return [reader.mechanism.arrows[one] for one in own(reader.mechanism, id_)]


def _standing(reader: Reader, id_: str) -> Iterable[Markup]:
    """Evidence for the account's own arrows: its weakest grade, papers for and against, and the contested count."""
    arrows = _own(reader, id_)
    evidence, says = badge(arrows), reader.says
    contested = sum(arrow.contested is not None for arrow in arrows)
    counts = {
        "for": len(evidence.supports),
        "against": len(evidence.opposes),
        "null": len(evidence.no_difference),
    }
    return (
        chip(says.in_whom[evidence.in_whom]),
        chip(says.directness[evidence.directness]),
        tag("span", says.text.papers_count.format(**counts), " · "),
        tag("span", says.rivals.stands.format(count=contested, arrows=says.rivals.arrows.format(count=len(arrows)))),
    )


def accounts_in_words(reader: Reader) -> Markup:
    """The chosen accounts in detail, cautions about all the rivals, and a table of every account."""
    shown = [reader.mechanism.hypotheses[id_] for id_ in chosen(reader)]
    parts = [_account(reader, account) for account in shown]
    return tag("div", *parts, _in_sight(reader), _table(reader), class_="list")


def _account(reader: Reader, account: Hypothesis) -> Markup:
    """Who proposed an account, who challenges it, what would count against it, and its experiments."""
    words, said = reader.says.rivals, reader.mechanism.words[reader.level].hypotheses[account.id]
    return tag(
        "section",
        tag("h2", said.title),
        tag("p", marked(reader, said.sentence), " ", words.kinds[account.kind].says),
        strong_line(words.against, marked(reader, said.against)),
        _papers(reader, words.found, account.proponents),
        _papers(reader, words.challenged, account.challengers),
        tag("h3", words.tests),
        _tests(reader, account.id),
        id=f"account-{account.id}",
    )


def _papers(reader: Reader, heading: str, ids: Sequence[str]) -> Markup:
    """Papers in order of publication year."""
    return papers_under(reader, heading, sorted(ids, key=lambda id_: reader.mechanism.references[id_].year))


def stance(reader: Reader, account: str, one: Experiment) -> str:
    """How an experiment's paper bears on those of the account's own arrows that cite the experiment."""
    said = set()
    for arrow in _own(reader, account):
        evidence = arrow.evidence
        if one.id in arrow.experiments:
            lists = (("for", evidence.supports), ("against", evidence.opposes), ("null", evidence.no_difference))
            said |= {name for name, papers in lists if one.ref in papers}
    return said.pop() if len(said) == 1 else "other"


def _tests(reader: Reader, account: str) -> Markup:
    """Experiments that test the account's own arrows, grouped by result."""
    words, found = reader.says.rivals, experiments_on(reader.mechanism, account)
    if not found:
        return tag("p", reader.says.step_page.no_experiments)
    groups = []
    for name in STANCES:
        if group := [one for one in found if stance(reader, account, one) == name]:
            heading = f"{words.stance[name]}: {len(group)}"
            groups += [tag("h4", heading), _rows(reader, group, heading)]
    return joined(groups)


def _rows(reader: Reader, group: Sequence[Experiment], heading: str) -> Markup:
    """A table of experiments; for patients, only which species or people were studied."""
    if reader.level is not Level.PATIENT:
        return experiment_rows(reader, group, heading)
    return experiments_in_short(reader, group)


def _in_sight(reader: Reader) -> Markup:
    """Cautions about the rival accounts' arrows."""
    words = reader.says.rivals
    rivals = {id_: set(own(reader.mechanism, id_)) for id_, one in reader.mechanism.hypotheses.items()}
    rivals = {id_: ids for id_, ids in rivals.items() if reader.mechanism.hypotheses[id_].kind is HypothesisKind.RIVAL}
    titles, said = reader.mechanism.words[reader.level].hypotheses, reader.mechanism.words[reader.level].cautions
    rows = [
        (
            tag("strong", reader.account(id_, titles[id_].title), ": ", said[caution.id].title)
            + tag("p", marked(reader, said[caution.id].sentence))
        )
        for id_, ids in rivals.items()
        for caution in reader.mechanism.cautions.values()
        if ids & set(caution.arrows)
    ]
    return tag("section", tag("h2", words.sight), tag("p", words.sight_hint), items(rows), id="rivals")


def _table(reader: Reader) -> Markup:
    """A table of all accounts: kind, who the weakest arrow was shown in, and papers."""
    says, words = reader.says, reader.says.rivals
    titles = reader.mechanism.words[reader.level].hypotheses
    headings = (words.account, words.kind, says.text.in_whom, says.step_page.papers, words.tests)
    rows = []
    for id_, account in reader.mechanism.hypotheses.items():
        evidence = badge(_own(reader, id_))
        counts = (evidence.supports, evidence.opposes, evidence.no_difference)
        rows.append(
            row(
                (reader.account(id_, titles[id_].title), tag("p", titles[id_].sentence)),
                words.kinds[account.kind].title,
                says.in_whom[evidence.in_whom],
                " · ".join(str(len(papers)) for papers in counts),
                str(len(experiments_on(reader.mechanism, id_))),
            )
        )
    return tag("section", tag("h2", words.table), scrolling(words.table, headings, rows), id="all-accounts")
