"""References and claims as files that other programs read: BibTeX, RIS and CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.content import Mechanism
from graph.exports.bibtex import bibtex
from graph.exports.ris import ris
from graph.exports.table import claims_csv, references_csv

__all__ = ["EXPORTS", "Export", "bibtex", "claims_csv", "references_csv", "ris"]


@dataclass(frozen=True)
class Export:
    """A form of writing, and which records it writes."""

    of: Literal["references", "claims"]
    write: Callable[[Mechanism, Sequence[str]], str]

    def ids(self, mechanism: Mechanism) -> tuple[str, ...]:
        """Every id that can be written, in the order of the content."""
        return tuple(mechanism.references if self.of == "references" else mechanism.claims)


EXPORTS: Mapping[str, Export] = {
    "bibtex": Export("references", bibtex),
    "ris": Export("references", ris),
    "csv": Export("references", references_csv),
    "claims-csv": Export("claims", claims_csv),
}
"""Every form by its name on the command line."""
