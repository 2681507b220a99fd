"""The what-if lab on the server: its address, its answer, findings beside it, misses with reasons."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from graph.benchmark import load_benchmark
from graph.content import Mechanism
from graph.dynamics import Intervention, Trials, everything
from graph.dynamics.trials import groups, hours_read
from graph.kinetics import Readout
from graph.records import Experiment
from graph.vocabulary import Action, Dose, Effect, Level, Phase
from pages.what_if.findings import matching
from pages.what_if.panel import asks, interventions
from pages.what_if.params import CHANGES, changed
from tests.ui.odd import MARKUP
from tests.ui.pages import html_of
from tests.ui.views import seen, view
from ui.catalogue import page_at, page_showing
from ui.html.markup import text
from ui.model_runs import active_accounts, answer
from ui.state import plain_reader
from ui.subject import Subject

LAB = page_showing(Subject.CHANGES).path


def shown(level: str = "student", **params: str) -> str:
    return html_of(LAB, Level(level), **params)


def plain(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", markup))


def test_the_address_holds_what_is_changed(content: Mechanism) -> None:
    address = view(LAB, off="ampar,mtorc1", less="trkb", on="ketamine--hnk")
    assert address[CHANGES] == (("off", ("ampar", "mtorc1")), ("less", ("trkb",)), ("on", ("ketamine--hnk",)))
    assert not address.ignored
    assert address.query() == "?off=ampar,mtorc1&less=trkb&on=ketamine--hnk"
    assert [(one.on, one.action) for one in interventions(address)] == [
        ("ampar", Action.BLOCK),
        ("mtorc1", Action.BLOCK),
        ("trkb", Action.REDUCE),
        ("ketamine--hnk", Action.ACTIVATE),
    ]


@pytest.mark.parametrize(
    ("asked", "ignored"),
    [
        ({"off": ["ampa"]}, ("off=ampa",)),
        ({"off": ["ampar"], "on": ["ampar"]}, ("on=ampar",)),
        ({"off": [""]}, ("off=",)),
        ({"on": [MARKUP]}, ("on=<script>alert(1)</script>",)),
    ],
)
def test_what_cannot_be_changed_is_named(
    content: Mechanism, asked: dict[str, list[str]], ignored: tuple[str, ...]
) -> None:
    assert seen(asked, LAB).ignored == ignored


def test_only_so_much_is_changed_at_once_and_only_in_the_lab(content: Mechanism) -> None:
    many = view(LAB, off=",".join(content.things))
    ((_, off),) = many[CHANGES]
    assert len(off) == CHANGES.most
    assert len(many.ignored) == len(content.things) - CHANGES.most
    assert view(off="ampar").ignored == ("off=ampar",)


def test_a_change_replaces_another_and_can_be_taken_back() -> None:
    changes = changed(changed((), "off", "ampar"), "on", "ampar")
    assert changes == (("on", ("ampar",)),)
    assert changed(changes, "", "ampar") == ()


def as_in_the_lab(content: Mechanism) -> list[Experiment]:
    """Experiments that do no more than the lab can: one group, the usual dose, the hour usual in animals."""
    usual = content.dynamics.defaults.animals
    return [
        one
        for one in content.experiments.values()
        if one.modelable and one.ketamine and len(groups(one)) == 1 and one.dose is Dose.USUAL
        if one.targets and one.phase in (Phase.ACUTE, Phase.SUSTAINED)
        if hours_read(content, one) == usual.of(one.phase)
    ]


def test_the_lab_answers_as_the_model_predicts_experiments(content: Mechanism) -> None:
    trials, mix, found = Trials(content, everything(content)), active_accounts(()), set()
    for one in as_in_the_lab(content):
        done = tuple(Intervention(target.edge or target.node, target.action) for target in one.targets)
        readout = Readout.model_validate({"thing": one.readout_node, "phase": one.phase})
        predicted, said = trials.predict(one), answer(mix, done, readout)
        assert (said.effect, said.share) == (predicted.predicted, predicted.share), one.id
        found.add(said.effect)
    assert len(found) > 1  # they do not all come out alike


@pytest.mark.parametrize("level", list(Level))
def test_the_warning_stands_whatever_is_changed(level: Level) -> None:
    says = plain_reader(level).says.lab
    for params in ({}, {"off": "ampar"}, {"node": "ampar"}):
        assert text(says.warning) in shown(level.value, **params)


def test_blocking_shows_the_models_word_and_what_was_found() -> None:
    page = plain(shown(off="l-type-channel"))
    says = plain_reader().says
    answer = page.partition(says.lab.answer)[2]
    assert says.effects[Effect.ABOLISHED] in answer.partition(says.lab.found)[0]
    beside = answer.partition(says.lab.found)[2]
    for part in ("verapamil or nifedipine", f"({plain_reader().says.done_in['rat']})", "Lepack", says.lab.same):
        assert part in beside


def test_a_miss_shows_its_reason_where_the_experiment_is(content: Mechanism) -> None:
    miss = content.dynamics.misses[0]
    page = plain(shown(off="ampar"))
    assert miss.reason in page
    assert miss.plain in plain(shown("patient", off="ampar"))


def test_every_miss_stands_on_the_page_and_opens_in_the_lab(content: Mechanism) -> None:
    page = shown()
    for miss in content.dynamics.misses:
        assert text(miss.reason) in page or miss.reason in plain(page)
        if content.experiments[miss.experiment].targets:
            assert asks(content.experiments[miss.experiment], plain_reader()).replace("&", "&amp;") in page


FIRST_WORDS = 20
"""Letters of a reason that are enough to know it by."""


class _Folded(HTMLParser):
    """Each piece of text of a page with the number of closed folds that it lies in."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.found = 0, list[tuple[str, int]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "details" and "open" not in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "details"

    def handle_data(self, data: str) -> None:
        self.found.append((data, self.depth))


def test_every_miss_is_at_most_two_actions_away(content: Mechanism) -> None:
    assert page_at(LAB).in_menu  # one action from any page: the menu
    page = _Folded()
    page.feed(shown())
    for miss in content.dynamics.misses:
        # A term with an explanation parts the reason, so its first words stand for it.
        folds = [depth for data, depth in page.found if data.strip().startswith(miss.reason[:FIRST_WORDS])]
        assert folds and min(folds) <= 1, miss.experiment


def test_rapamycin_in_people_is_shown_as_disputed(content: Mechanism) -> None:
    words = content.words[Level.STUDENT].cautions["rapamycin-opposite"]
    assert words.title in plain(shown())


def test_each_cell_of_the_tournament_opens_its_experiment_under_its_account(content: Mechanism) -> None:
    page = shown()
    for account in content.hypotheses:
        assert f'href="./what-if?hypothesis={account}&amp;off=ampar,ampar-insertion"' in page
    assert page.count("✗</a>") + page.count("✓</a>") == len(content.hypotheses) * load_benchmark(content).model.of


def test_only_experiments_in_the_same_direction_stand_beside(content: Mechanism) -> None:
    rows = list(content.experiments.values())
    block = {one.id for one in matching(interventions(view(LAB, off="gsk3")), rows)}
    activate = {one.id for one in matching(interventions(view(LAB, on="gsk3")), rows)}
    assert "x61" in block
    assert "x60" in activate
    assert not block & activate


def test_choke_points_are_offered_before_anything_is_changed() -> None:
    page = shown()
    assert 'data-set="off=ampar&amp;less=&amp;on="' in page
    assert plain_reader().says.lab.suggestions not in shown(off="ampar")


def test_an_unlikely_mix_says_that_there_is_nothing_to_change() -> None:
    assert plain_reader().says.lab.no_effect_here in plain(shown(off="ampar", hypothesis="opioid"))
