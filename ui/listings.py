"""Lists of records: what each can be filtered by, and the parameter that links to a single record."""

from __future__ import annotations

from dataclasses import dataclass

from ui.address import LEVEL, SEARCH, Params
from ui.params import Id, Ids


@dataclass(frozen=True, eq=False)
class Listing:
    """A list of records: `item` names a single record, and each of `facets` filters by some of its values."""

    item: Id
    facets: tuple[Ids, ...] = ()

    @property
    def params(self) -> Params:
        """The parameters of the list's address."""
        return (self.item, LEVEL, *sorted(self.facets, key=lambda facet: facet.name), SEARCH)
