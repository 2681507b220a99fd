"""Prediction of published experiments: each becomes simulations with and without the drug, which are classified."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from graph.content import Mechanism
from graph.dynamics.calls import Call, Reach, call, call_alone, effect_on
from graph.dynamics.courses import Course, Intervention, SolverError, simulate
from graph.dynamics.wiring import Wiring, wire
from graph.network import accounts as with_support
from graph.records import Experiment, Target
from graph.vocabulary import Action, Dose, Effect, HypothesisKind

_PEOPLE = ("human", "people", "person", "patient", "healthy volunteer")


@dataclass(frozen=True)
class Prediction:
    """The model's prediction for one experiment. If `predicted` is None, `note` gives the reason."""

    id: str
    predicted: Effect | None
    observed: Effect
    counted: bool
    """Whether it counts for the score, because the content marks it as modelable."""
    share: float | None = None
    """Share of the drug's own effect on which the prediction rests."""
    also: tuple[tuple[str, Effect | None], ...] = ()
    """The experiment's further readouts, each with its prediction."""
    note: str = ""

    @property
    def agree(self) -> bool:
        """Whether the prediction is exactly the outcome observed."""
        return self.predicted is self.observed


def everything(mechanism: Mechanism) -> frozenset[str]:
    """Ids of the accounts used for predictions: all except the rivals, which replace the chain."""
    chosen = (one.id for one in mechanism.hypotheses.values() if one.kind is not HypothesisKind.RIVAL)
    return with_support(mechanism, chosen)


class Trials:
    """Predicts experiments under one set of active accounts, caching its simulations."""

    def __init__(self, mechanism: Mechanism, mix: Collection[str] | None = None, without: Collection[str] = ()) -> None:
        """Prepare predictions.

        Args:
            mechanism: The content.
            mix: Ids of the active accounts; those they rest on are added. By default all except the rivals, plus a
                rival for experiments on things or arrows that only it has.
            without: Ids of papers to leave out.
        """
        self._mechanism = mechanism
        self._mix = everything(mechanism) if mix is None else with_support(mechanism, mix)
        self._open = mix is None
        self._without = frozenset(without)
        self._wirings: dict[tuple[frozenset[str], Dose], Wiring] = {}
        self._courses: dict[tuple[object, ...], Course] = {}

    def predict(self, experiment: Experiment) -> Prediction:
        """Predict `experiment`. Never raises; if there is no prediction, `note` gives the reason."""
        try:
            why = self._cannot(experiment)
            if why:
                return self._silent(experiment, why)
            found = [self._call(experiment, group, str(experiment.readout_node)) for group in groups(experiment)]
            also = tuple((node, self._also(experiment, node)) for node in experiment.also_readouts)
        except SolverError as error:
            return self._silent(experiment, f"the equations could not be solved: {error}")
        words = {one.effect for one in found}
        if len(words) > 1:
            said = ", ".join(
                f"{one.effect.value} ({group[0].node})" for one, group in zip(found, groups(experiment), strict=True)
            )
            return Prediction(
                experiment.id, None, experiment.effect, experiment.modelable, None, also, f"its targets differ: {said}"
            )
        share = min((one.share for one in found if one.share is not None), default=None)
        return Prediction(experiment.id, found[0].effect, experiment.effect, experiment.modelable, share, also)

    def wiring(self, experiment: Experiment) -> Wiring:
        """The network for an experiment. A rival account is added only if nothing else has what is targeted."""
        mix = self._mix
        if self._open:
            for id_ in _touched(experiment):
                arrows = [one for one in self._mechanism.arrows.values() if id_ in (one.id, one.source, one.target)]
                if arrows and all(mix.isdisjoint(one.hypotheses) for one in arrows):
                    mix = mix | with_support(
                        self._mechanism, {name for one in arrows for name in one.hypotheses if name != "core"}
                    )
        return self._wired(mix, experiment.dose)

    def _wired(self, mix: frozenset[str], dose: Dose) -> Wiring:
        key = (mix, dose)
        if key not in self._wirings:
            self._wirings[key] = wire(self._mechanism, mix, dose, self._without)
        return self._wirings[key]

    def _cannot(self, experiment: Experiment) -> str:
        things, arrows = self._mechanism.things, self._mechanism.arrows
        if experiment.readout_node is None:
            return "the readout is not in the graph"
        unknown = [id_ for id_ in (experiment.readout_node, *experiment.also_readouts) if id_ not in things]
        unknown += [one.node for one in experiment.targets if one.node not in things]
        unknown += [one.edge for one in experiment.targets if one.edge and one.edge not in arrows]
        if unknown:
            return f"not in the graph: {', '.join(dict.fromkeys(unknown))}"
        acted = any(one.action is not Action.MEASURE for one in experiment.targets)
        if not acted and experiment.dose is Dose.USUAL:
            return "no intervention, only a measurement"
        other = self._other_drug(experiment)
        if other and other not in things:
            return f"compared with {other}, which is not in the graph"
        return ""

    def _other_drug(self, experiment: Experiment) -> str:
        """The comparator drug, if it is not the mechanism's own drug; otherwise empty."""
        name, dash, _ = experiment.comparator.rpartition("-alone")
        return name if dash and name != self._mechanism.manifest.root and not experiment.ketamine else ""

    def _also(self, experiment: Experiment, node: str) -> Effect | None:
        words = {self._call(experiment, group, node).effect for group in groups(experiment)}
        return words.pop() if len(words) == 1 else None

    def _call(self, experiment: Experiment, group: Sequence[Target], readout: str) -> Call:
        limits = self._mechanism.dynamics.thresholds
        wiring = self.wiring(experiment)
        usual = self._wired_like(wiring, experiment)
        hours = hours_read(self._mechanism, experiment)
        agents = tuple(Intervention(one.edge or one.node, one.action) for one in group)
        other = self._other_drug(experiment)
        if other:
            drug = tuple(one for one in agents if one.on == other) or (Intervention(other, Action.ACTIVATE),)
            agents = tuple(one for one in agents if one.on != other)
            reach = self._reach(wiring, wiring, agents, readout, hours, drug)
            return call(reach, experiment.phase, limits)
        if experiment.ketamine:
            return call(self._reach(wiring, usual, agents, readout, hours, None), experiment.phase, limits)
        nothing, alone = self._run(usual, (), False), self._run(usual, (), True)
        with_agent = self._run(wiring, agents, False)
        base = nothing.at(readout, hours)
        return call_alone(with_agent.at(readout, hours) - base, alone.at(readout, hours) - base, limits)

    def _wired_like(self, wiring: Wiring, experiment: Experiment) -> Wiring:
        """The same network at the usual dose, with which a higher dose is compared."""
        if experiment.dose is Dose.USUAL:
            return wiring
        return next(self._wired(mix, Dose.USUAL) for (mix, _), known in tuple(self._wirings.items()) if known is wiring)

    def _reach(
        self,
        wiring: Wiring,
        usual: Wiring,
        agents: tuple[Intervention, ...],
        readout: str,
        hours: float,
        drug: tuple[Intervention, ...] | None,
    ) -> Reach:
        """Effect sizes on `readout`; `drug` replaces the mechanism's own drug, if given."""
        given = drug is None
        nothing = self._run(usual, (), False)
        alone = self._run(usual, drug or (), given)
        before = self._run(wiring, agents, False)
        both = self._run(wiring, (*agents, *(drug or ())), given, after=agents)
        return effect_on(readout, hours, nothing=nothing, alone=alone, before=before, both=both)

    def _run(
        self,
        wiring: Wiring,
        done: tuple[Intervention, ...],
        drug: bool,
        after: tuple[Intervention, ...] = (),
    ) -> Course:
        """One simulation, cached. With `after`, it starts from the state those interventions alone lead to."""
        key = (id(wiring), done, drug, after)
        if key not in self._courses:
            start = self._run(wiring, after, False).state if after else None
            self._courses[key] = simulate(wiring, done, drug=drug, start=start)
        return self._courses[key]

    def _silent(self, experiment: Experiment, why: str) -> Prediction:
        return Prediction(experiment.id, None, experiment.effect, experiment.modelable, note=why)


def groups(experiment: Experiment) -> list[tuple[Target, ...]]:
    """Groups of targets that are acted on together: all of them, or each on its own."""
    if experiment.targets_mode == "each" and experiment.targets:
        return [(one,) for one in experiment.targets]
    return [experiment.targets]


def hours_read(mechanism: Mechanism, experiment: Experiment) -> float:
    """Hours after the dose at which the experiment is read: as stated, or the default of its phase."""
    if experiment.readout_hours is not None:
        return experiment.readout_hours
    defaults = mechanism.dynamics.defaults
    usual = defaults.people if in_people(experiment) else defaults.animals
    return usual.of(experiment.phase)


def in_people(experiment: Experiment) -> bool:
    """Whether the experiment was done in people."""
    return any(word in experiment.system.lower() for word in _PEOPLE)


def _touched(experiment: Experiment) -> Iterable[str]:
    return (one.edge or one.node for one in experiment.targets)
