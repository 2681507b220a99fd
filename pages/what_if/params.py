"""Parameters of the what-if lab's address: the changes, and the effect that the reader predicts."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from graph.content import Mechanism
from graph.vocabulary import Action, Effect
from ui.page import MapPage
from ui.params import Id, Pairs, Param, Query

Changes = tuple[tuple[str, tuple[str, ...]], ...]
"""Ids of parts and arrows by kind of change: `off`, `less` or `on`; kinds without ids are left out."""

ACTIONS = {"off": Action.BLOCK, "less": Action.REDUCE, "on": Action.ACTIVATE}
"""The model intervention for each kind of change, in address order."""

MARKS = {"off": "off", "less": "halved", "on": "on"}
"""The mark on the map for each kind of change."""

GUESSES = (Effect.ABOLISHED, Effect.REDUCED, Effect.UNCHANGED, Effect.ENHANCED)


@dataclass(frozen=True, eq=False)
class ChangesParam(Param[Changes]):
    """Parts and arrows that are changed, each in one way; at most `most` in total."""

    most: int = 6

    @property
    def names(self) -> tuple[str, ...]:
        """One parameter name for each kind of change."""
        return tuple(ACTIONS)

    def read(self, query: Query, content: Mechanism) -> Changes:
        """The changes to parts and arrows that exist."""
        met, found = set[str](), dict[str, list[str]]()
        for way in ACTIONS:
            for id_ in query.listed(way):
                if (id_ in content.things or id_ in content.arrows) and id_ not in met and len(met) < self.most:
                    met.add(id_)
                    found.setdefault(way, []).append(id_)
                else:
                    query.ignore(way, id_)
        return tuple((way, tuple(ids)) for way, ids in found.items())

    def write(self, value: Changes) -> Pairs:
        """Each kind of change with its ids."""
        return [(way, ",".join(ids)) for way, ids in value]

    def sample(self, content: Mechanism, chance: Random) -> Changes:
        """A random set of up to `most` changes."""
        known, now = [*content.things, *content.arrows], Changes()
        for id_ in chance.sample(known, chance.randrange(self.most + 1)):
            now = changed(now, chance.choice(list(ACTIONS)), id_)
        return now


def changed(now: Changes, way: str, id_: str) -> Changes:
    """Return `now` with `id_` changed in this way, replacing any other change of it; an empty `way` undoes it."""
    by_way = {each: [one for one in dict(now).get(each, ()) if one != id_] for each in ACTIONS}
    if way:
        by_way[way].append(id_)
    return tuple((each, tuple(ids)) for each, ids in by_way.items() if ids)


CHANGES = ChangesParam("changes", (), "What is blocked (`off`), halved (`less`) or switched on (`on`), by ids.")
GUESS = Id(
    "guess",
    doc="What the reader expects the changes to do; a room does not share it.",
    known=lambda _: GUESSES,
    own=True,
)
PARAMS = (*MapPage.params, CHANGES, GUESS)
