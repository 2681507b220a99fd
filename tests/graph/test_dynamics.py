"""The model of the wiring: what must hold for any intervention, and what must hold for the drug itself."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from graph.content import Mechanism
from graph.dynamics import Course, Intervention, SolverError, Wiring, courses, everything, simulate, wire
from graph.network import accounts
from graph.vocabulary import Action, Dose
from tests.support.mechanisms import main

MECHANISM = main()
WIRING = wire(MECHANISM, everything(MECHANISM))
GRAPH: nx.MultiDiGraph = nx.MultiDiGraph()  # type: ignore[type-arg]  # networkx is generic in its stubs only
GRAPH.add_nodes_from(WIRING.things)
for _arrow in WIRING.arrows:
    _known = MECHANISM.arrows[_arrow]
    GRAPH.add_edge(_known.source, _known.target, key=_arrow, sign=int(_known.sign))
ALONE = simulate(WIRING)
SLACK = 0.005  # what the solver's own error may amount to
FEW = settings(max_examples=12, deadline=None, derandomize=True)

acts = st.builds(
    Intervention,
    st.sampled_from([*WIRING.things, *WIRING.arrows]),
    st.sampled_from(list(Action)),
    st.floats(0, 1),
)


def off_rest(course: Course, thing: str) -> float:
    """Largest distance of `thing` from where it stood at the dose."""
    return float(abs(course.of(thing) - WIRING.rest[WIRING.index[thing]]).max())


@pytest.mark.parametrize("hypothesis", [None, *MECHANISM.hypotheses])
def test_without_the_drug_nothing_moves_for_two_weeks(hypothesis: str | None) -> None:
    wiring = wire(MECHANISM, accounts(MECHANISM, [hypothesis]) if hypothesis else everything(MECHANISM))
    course = simulate(wiring, drug=False)
    assert abs(course.values - wiring.rest).max() <= 0.02
    assert course.times[-1] == 336


def test_the_cascade_answers_in_its_order() -> None:
    wiring = wire(MECHANISM, accounts(MECHANISM))
    course = simulate(wiring)

    def first(thing: str) -> float:
        moved = abs(course.of(thing) - wiring.rest[wiring.index[thing]])
        return float(course.times[np.argmax(moved > 0.1 * moved.max())])

    order: tuple[str, ...] = (
        "nmdar-interneuron",
        "gaba-inhibition",
        "pyramidal-firing",
        "glutamate-release",
        "ampar",
        "calcium",
    )
    order += ("bdnf-release", "trkb", "mtorc1", "protein-translation", "synaptic-proteins", "new-spines")
    hours = [first(thing) for thing in order]
    assert hours == sorted(hours), dict(zip(order, hours, strict=True))
    assert first("rapid-relief") < first("new-spines")


def test_relief_comes_before_spines() -> None:
    assert ALONE.at("rapid-relief", 2) > 0.5
    assert ALONE.at("new-spines", 4) < 0.56
    assert ALONE.at("new-spines", 24) > 0.6


def test_the_surge_is_brief_and_the_benefit_fades() -> None:
    surge = ALONE.of("glutamate-release") - 0.5
    assert surge.max() > 0.2
    assert ALONE.at("glutamate-release", 12) - 0.5 < 0.25 * surge.max()
    assert ALONE.at("sustained-relief", 24) > 0.4
    for thing in WIRING.things:
        end = abs(ALONE.at(thing, 336) - WIRING.rest[WIRING.index[thing]])
        assert end <= 0.05, thing


def test_a_larger_dose_gives_less_glutamate_and_less_relief() -> None:
    high = simulate(wire(MECHANISM, everything(MECHANISM), Dose.HIGH))
    for thing, hours in (("glutamate-release", 2), ("bdnf-release", 2), ("rapid-relief", 2), ("sustained-relief", 8)):
        assert high.at(thing, hours) < 0.5 * ALONE.at(thing, hours), thing
    for thing in ("glutamate-release", "rapid-relief", "sustained-relief"):
        assert high.of(thing).max() < ALONE.of(thing).max(), thing
    assert high.at("ketamine", 2) > ALONE.at("ketamine", 2)


def test_the_inverted_u_is_the_wiring_and_not_the_dose() -> None:
    cut = [Intervention("nmdar-pyramidal--pyramidal-firing--high-dose", Action.BLOCK, strength=0)]
    wiring = wire(MECHANISM, everything(MECHANISM) - {"dose-window"}, Dose.HIGH)
    assert simulate(wiring, cut).at("rapid-relief", 2) > ALONE.at("rapid-relief", 2)


@FEW
@given(st.lists(acts, max_size=4), st.booleans())
def test_activities_stay_between_0_and_1_and_repeat_exactly(done: list[Intervention], drug: bool) -> None:
    course = simulate(WIRING, done, drug=drug)
    assert ((course.values >= 0) & (course.values <= 1)).all()
    assert (simulate(WIRING, done, drug=drug).values == course.values).all()


@FEW
@given(acts)
def test_without_a_way_there_nothing_changes(done: Intervention) -> None:
    start = MECHANISM.arrows[done.on].target if "--" in done.on else done.on
    reached = {start, *nx.descendants(GRAPH, start)}
    course = simulate(WIRING, [done])
    for thing in set(WIRING.things) - reached:
        assert abs(course.of(thing) - ALONE.of(thing)).max() <= SLACK, thing


def signs(thing: str) -> dict[str, set[int]]:
    """For everything downstream of `thing`: the signs of the ways that lead there."""
    found: dict[str, set[int]] = {thing: {1}}
    waiting = [(thing, 1)]
    while waiting:
        here, sign = waiting.pop()
        for _, there, data in GRAPH.out_edges(here, data=True):
            after = sign * int(data["sign"])
            if after not in found.setdefault(there, set()):
                found[there].add(after)
                waiting.append((there, after))
    return found


@FEW
@given(st.sampled_from(WIRING.things), st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_a_stronger_block_never_does_less_where_all_ways_agree(
    thing: str, one: float, other: float, drug: bool
) -> None:
    weak, strong = (
        simulate(WIRING, [Intervention(thing, Action.BLOCK, strength)], drug=drug) for strength in sorted((one, other))
    )
    for there, found in signs(thing).items():
        if len(found) == 1:
            fall = (weak.of(there) - strong.of(there)) * next(iter(found))
            assert fall.min() >= -SLACK, there


@pytest.mark.parametrize("action", [Action.BLOCK, Action.ACTIVATE])
def test_no_thing_and_no_arrow_breaks_it(action: Action) -> None:
    for id_ in (*WIRING.things[::6], *WIRING.arrows[::11]):
        course = simulate(WIRING, [Intervention(id_, action)])
        assert np.isfinite(course.values).all(), id_
        if id_ in WIRING.index:
            assert course.of(id_)[0] == (0 if action is Action.BLOCK else 1)


def test_cutting_every_arrow_out_of_a_thing_is_blocking_it() -> None:
    out = [Intervention(id_, Action.BLOCK) for id_ in WIRING.arrows if MECHANISM.arrows[id_].source == "ampar"]
    cut, blocked = simulate(WIRING, out), simulate(WIRING, [Intervention("ampar", Action.BLOCK)])
    assert len(out) > 1
    assert abs(cut.of("rapid-relief") - blocked.of("rapid-relief")).max() <= SLACK
    assert cut.at("ampar", 1) > blocked.at("ampar", 1)


def test_the_answer_is_that_of_a_stricter_solver() -> None:
    slope = courses._slope(WIRING, courses._Seen(WIRING, (), drug=True))
    strict = solve_ivp(slope, (0, 336), WIRING.rest, "LSODA", t_eval=courses.TIMES, rtol=1e-8, atol=1e-10)
    others = [place for place in range(len(WIRING.things)) if place != WIRING.root]
    assert abs(strict.y.T - ALONE.values)[:, others].max() <= SLACK


def test_a_solver_that_gives_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "_MOST_STEPS", 1)
    with pytest.raises(SolverError, match=r"no solution within 1 steps \(block ampar\)"):
        simulate(WIRING, [Intervention("ampar", Action.BLOCK)])


def test_an_unknown_thing_is_refused() -> None:
    with pytest.raises(KeyError, match="amparr"):
        simulate(WIRING, [Intervention("amparr", Action.BLOCK)])
    with pytest.raises(KeyError, match="amparr"):
        ALONE.of("amparr")


def test_a_permissive_thing_moves_nothing_by_itself() -> None:
    course = simulate(WIRING, [Intervention("serotonin", Action.ACTIVATE)], drug=False)
    assert off_rest(course, "rapid-relief") == 0


def test_forgetting_a_paper_takes_its_arrows_and_choices() -> None:
    def arrows(mechanism: Mechanism, paper: str) -> Wiring:
        return wire(mechanism, everything(mechanism), without=[paper])

    assert "mglu2--glutamate-release" in WIRING.arrows
    assert "mglu2--glutamate-release" not in arrows(MECHANISM, "schobel2013").arrows
    place = WIRING.index["new-spines"]
    assert WIRING.fall[place] == 96
    assert arrows(MECHANISM, "phoumthipphavong2016").fall[place] == 18
