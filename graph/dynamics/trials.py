"""Published experiments put to the model: each becomes runs with and without the drug, and a call."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from graph.content import Mechanism
from graph.dynamics.calls import Call, Reach, call, call_alone
from graph.dynamics.courses import Course, Intervention, SolverError, simulate
from graph.dynamics.wiring import Wiring, wire
from graph.network import accounts as with_support
from graph.records import Experiment, Target
from graph.vocabulary import Action, Dose, Effect, HypothesisKind

_PEOPLE = ("human", "people", "person", "patient", "healthy volunteer")


@dataclass(frozen=True)
class Prediction:
    """What the model says of one experiment; `note` says why where it says nothing."""

    id: str
    predicted: Effect | None
    observed: Effect
    counted: bool
    """Whether it enters the agreement: marked as one that the wiring can be asked."""
    share: float | None = None
    """Share of the drug's own effect that the call rests on."""
    also: tuple[tuple[str, Effect | None], ...] = ()
    """The further readouts of the experiment, each with its call."""
    note: str = ""

    @property
    def agree(self) -> bool:
        """Whether the word is exactly the one observed."""
        return self.predicted is self.observed


def everything(mechanism: Mechanism) -> frozenset[str]:
    """The mix that experiments are put to: every account but the rivals, which replace the story."""
    chosen = (one.id for one in mechanism.hypotheses.values() if one.kind is not HypothesisKind.RIVAL)
    return with_support(mechanism, chosen)


class Trials:
    """Puts experiments to the model under one mix of accounts, and remembers the runs it has made."""

    def __init__(self, mechanism: Mechanism, mix: Collection[str] | None = None, without: Collection[str] = ()) -> None:
        """`mix` names the accounts, `everything` by default; `without` names papers to forget."""
        self._mechanism = mechanism
        self._mix = everything(mechanism) if mix is None else with_support(mechanism, mix)
        self._open = mix is None
        self._without = frozenset(without)
        self._wirings: dict[tuple[frozenset[str], Dose], Wiring] = {}
        self._courses: dict[tuple[object, ...], Course] = {}

    def predict(self, experiment: Experiment) -> Prediction:
        """The model's word for `experiment`; never raises, a reason stands in `note` instead."""
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
                experiment.id, None, experiment.effect, experiment.modelable, None, also, f"its agents differ: {said}"
            )
        share = min((one.share for one in found if one.share is not None), default=None)
        return Prediction(experiment.id, found[0].effect, experiment.effect, experiment.modelable, share, also)

    def wiring(self, experiment: Experiment) -> Wiring:
        """The wiring an experiment is put to. A rival account joins only where nothing else holds what is targeted."""
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
            return "what was read out is not in the graph"
        unknown = [id_ for id_ in (experiment.readout_node, *experiment.also_readouts) if id_ not in things]
        unknown += [one.node for one in experiment.targets if one.node not in things]
        unknown += [one.edge for one in experiment.targets if one.edge and one.edge not in arrows]
        if unknown:
            return f"not in the graph: {', '.join(dict.fromkeys(unknown))}"
        acted = any(one.action is not Action.MEASURE for one in experiment.targets)
        if not acted and experiment.dose is Dose.USUAL:
            return "nothing is acted on: a measurement, not an intervention"
        other = self._other_drug(experiment)
        if other and other not in things:
            return f"compared with {other}, which is not in the graph"
        return ""

    def _other_drug(self, experiment: Experiment) -> str:
        """The drug whose effect an agent is said to change, where that is not this mechanism's."""
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
        """Wiring of the usual dose, which a larger one is compared with."""
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
        """Moves of `readout`; `drug` stands in for the mechanism's own drug, if given."""
        given = drug is None
        nothing = self._run(usual, (), False)
        alone = self._run(usual, drug or (), given)
        before = self._run(wiring, agents, False)
        both = self._run(wiring, (*agents, *(drug or ())), given, after=agents)
        base, settled = nothing.at(readout, hours), float(before.of(readout)[-1])
        moved = alone.of(readout) - nothing.of(readout)
        return Reach(
            alone=alone.at(readout, hours) - base,
            added=both.at(readout, hours) - settled,
            together=both.at(readout, hours) - base,
            peak=float(moved[abs(moved).argmax()]),
        )

    def _run(
        self,
        wiring: Wiring,
        done: tuple[Intervention, ...],
        drug: bool,
        after: tuple[Intervention, ...] = (),
    ) -> Course:
        """One course. What is done `after` nothing else has settled before the drug is given."""
        key = (id(wiring), done, drug, after)
        if key not in self._courses:
            start = self._run(wiring, after, False).state if after else None
            self._courses[key] = simulate(wiring, done, drug=drug, start=start)
        return self._courses[key]

    def _silent(self, experiment: Experiment, why: str) -> Prediction:
        return Prediction(experiment.id, None, experiment.effect, experiment.modelable, note=why)


def groups(experiment: Experiment) -> list[tuple[Target, ...]]:
    """What is done at once: all targets together, or each on its own."""
    if experiment.targets_mode == "each" and experiment.targets:
        return [(one,) for one in experiment.targets]
    return [experiment.targets]


def hours_read(mechanism: Mechanism, experiment: Experiment) -> float:
    """Hours after the dose at which the experiment is read: those it gives, or the usual ones of its phase."""
    if experiment.readout_hours is not None:
        return experiment.readout_hours
    defaults = mechanism.dynamics.defaults
    usual = defaults.people if in_people(experiment) else defaults.animals
    hours: float = getattr(usual, experiment.phase.value)
    return hours


def in_people(experiment: Experiment) -> bool:
    """Whether it was done in people."""
    return any(word in experiment.system.lower() for word in _PEOPLE)


def _touched(experiment: Experiment) -> Iterable[str]:
    return (one.edge or one.node for one in experiment.targets)
