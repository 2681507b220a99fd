"""Exports of references and claims for other programs: BibTeX, RIS and CSV."""

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
    """An export format, and the records it writes.

    `write` takes the mechanism and the ids of records, and returns the text of the file.
    """

    of: Literal["references", "claims"]
    write: Callable[[Mechanism, Sequence[str]], str]

    def ids(self, mechanism: Mechanism) -> tuple[str, ...]:
        """Ids of all records that can be written, in content order."""
        return tuple(mechanism.references if self.of == "references" else mechanism.claims)


EXPORTS: Mapping[str, Export] = {
    "bibtex": Export("references", bibtex),
    "ris": Export("references", ris),
    "csv": Export("references", references_csv),
    "claims-csv": Export("claims", claims_csv),
}
"""Every format by its name on the command line."""
