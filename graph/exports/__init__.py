"""Exports for other programs: BibTeX, RIS, CSV and JSON. A new format is a module here and a line in `EXPORTS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.content import Mechanism
from graph.exports.bibtex import bibtex
from graph.exports.nodelink import node_link_json
from graph.exports.ris import ris
from graph.exports.table import claims_csv, references_csv
from graph.network import Graph, build

__all__ = ["EXPORTS", "Export", "Of", "bibtex", "claims_csv", "node_link_json", "references_csv", "ris"]

Of = Literal["references", "claims", "graph"]

Write = Callable[[Mechanism, Sequence[str]], str]
"""Text of the records that the ids name, in their order. Raises KeyError for an id that is not known."""


@dataclass(frozen=True)
class Export:
    """A file that the command line, the server and the download links offer.

    `write` takes the mechanism and the ids of records, and returns the text of the file.
    """

    name: str
    """What the command line calls it."""
    of: Of
    file: str
    """Name of the file, under `/api/` and at the end of what a browser saves it as."""
    media_type: str
    label: str
    """Name of the interface word on its download link."""
    write: Write

    def ids(self, mechanism: Mechanism) -> tuple[str, ...]:
        """Ids of all records to choose from, in content order; none for a graph, which is always written whole."""
        match self.of:
            case "references":
                return tuple(mechanism.references)
            case "claims":
                return tuple(mechanism.claims)
            case "graph":
                return ()

    def whole(self, mechanism: Mechanism) -> str:
        """Text of everything there is."""
        return self.write(mechanism, self.ids(mechanism))


def _graph(write: Callable[[Mechanism, Graph], str]) -> Write:
    """Writer of the whole graph, whatever the ids."""
    return lambda mechanism, _: write(mechanism, build(mechanism))


_CSV = "text/csv; header=present; charset=utf-8"

EXPORTS: Mapping[str, Export] = {
    one.name: one
    for one in (
        Export("json", "graph", "mechanism.json", "application/json", "node_link", _graph(node_link_json)),
        Export("bibtex", "references", "references.bib", "application/x-bibtex; charset=utf-8", "bibtex", bibtex),
        Export("ris", "references", "references.ris", "application/x-research-info-systems; charset=utf-8", "ris", ris),
        Export("csv", "references", "references.csv", _CSV, "references_csv", references_csv),
        Export("claims-csv", "claims", "claims.csv", _CSV, "claims_csv", claims_csv),
    )
}
"""Every export by its name on the command line, in the order in which links are shown."""
