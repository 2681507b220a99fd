"""Lists of records: what each can be filtered by, and the one record that an address may ask for."""

from __future__ import annotations

from dataclasses import dataclass

from ui.address import LEVEL, SEARCH, Params
from ui.params import Id, Ids


@dataclass(frozen=True, eq=False)
class Listing:
    """A list of records: `item` names a single one of them, and each of `facets` filters them by some of its values."""

    item: Id
    facets: tuple[Ids, ...] = ()

    @property
    def params(self) -> Params:
        """What the address of the list may hold."""
        return (self.item, LEVEL, *sorted(self.facets, key=lambda facet: facet.name), SEARCH)
