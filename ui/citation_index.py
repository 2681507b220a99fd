"""Where each reference is cited: on arrows, by claims, by experiments, and elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from graph.content import Mechanism
from ui.content import mechanism


@dataclass
class Use:
    """What cites a reference: ids of arrows, claims, experiments and steps, the treatment page, and anything else."""

    arrows: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    experiments: list[str] = field(default_factory=list)
    steps: set[str] = field(default_factory=set)
    treatment: bool = False
    elsewhere: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The applicable kinds out of `pages.sources.USES`."""
        held = {
            "mechanism": bool(self.arrows or self.steps),
            "claims": bool(self.claims),
            "experiments": bool(self.experiments),
            "treatment": self.treatment,
            "other": self.elsewhere,
        }
        return tuple(name for name, holds in held.items() if holds)

    def has(self, step: str = "", used: str = "") -> bool:
        """Whether it passes these filters of the list of papers: comma-separated step ids, and a kind of use."""
        return (not step or bool(self.steps & set(step.split(",")))) and (not used or used in self.kinds)


@cache
def uses() -> dict[str, Use]:
    """Map each reference's id to where it is cited."""
    content = mechanism()
    found = {id_: Use() for id_ in content.references}
    for step in content.steps.values():
        for paper in step.refs:
            found[paper].steps.add(step.id)
    for arrow in content.arrows.values():
        for paper in dict.fromkeys(arrow.evidence.papers):
            found[paper].arrows.append(arrow.id)
            found[paper].steps |= {content.things[arrow.source].step, content.things[arrow.target].step}
    for claim in content.claims.values():
        for paper in claim.refs:
            found[paper].claims.append(claim.id)
            found[paper].steps |= {claim.step} if claim.step else set()
    for experiment in content.experiments.values():
        for paper in (experiment.ref, *experiment.disputed_by):
            found[paper].experiments.append(experiment.id)
            found[paper].steps |= {content.things[target.node].step for target in experiment.targets}
    for paper in _treatment(content):
        found[paper].treatment = True
    for paper in _elsewhere(content):
        found[paper].elsewhere = True
    return found


def _treatment(content: Mechanism) -> set[str]:
    """Papers cited on the treatment page."""
    lists = [
        *(statement.refs for one in content.treatment.values() for statement in one.statements),
        *(one.evidence.refs for one in content.treatment.values() if one.evidence),
        *(one.refs for one in content.rulings.values()),
        *(one.refs for one in content.arrays.values()),
    ]
    return {paper for papers in lists for paper in papers}


def _elsewhere(content: Mechanism) -> set[str]:
    """Papers cited by parts, accounts, absent arrows, cautions, missing points and numbers."""
    lists = [
        *(one.refs for one in content.things.values()),
        *((*one.proponents, *one.challengers) for one in content.hypotheses.values()),
        *(one.refs for one in content.absent.values()),
        *(one.refs for one in content.cautions.values()),
        *(one.refs for one in content.unsaid.values()),
        *(one.refs for one in content.numbers.values()),
    ]
    return {paper for papers in lists for paper in papers}
