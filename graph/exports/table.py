"""References and claims as CSV (RFC 4180), safe against formula injection in spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from graph.content import Mechanism
from graph.evidence import shown_finding
from graph.exports import seen
from graph.records import Claim, Reference
from graph.vocabulary import Level

REFERENCE_COLUMNS = (
    "id",
    "authors",
    "year",
    "title",
    "journal",
    "volume",
    "issue",
    "pages",
    "kind",
    "doi",
    "url",
    "pmid",
    "finding",
    "note",
)
CLAIM_COLUMNS = (
    "id",
    "claim",
    "topic",
    "step",
    "verdict",
    "why",
    "evidence_level",
    "articles",
    "references",
    "dois",
)


def references_csv(mechanism: Mechanism, ids: Sequence[str]) -> str:
    """The references with these ids, one row each, with a header. Raises KeyError for an unknown id."""
    return _table(REFERENCE_COLUMNS, (_reference(mechanism, mechanism.references[id_]) for id_ in ids))


def claims_csv(mechanism: Mechanism, ids: Sequence[str]) -> str:
    """The claims with these ids, one row each, with a header. Raises KeyError for an unknown id."""
    return _table(CLAIM_COLUMNS, (_claim(mechanism, mechanism.claims[id_]) for id_ in ids))


def _reference(mechanism: Mechanism, reference: Reference) -> Sequence[str | None]:
    return (
        reference.id,
        "; ".join(reference.authors),
        str(reference.year),
        seen.title(reference),
        reference.journal,
        *seen.volume_and_issue(reference),
        reference.pages,
        reference.kind.value,
        seen.doi(reference),
        reference.url,
        reference.pmid,
        shown_finding(mechanism, reference.id),
        seen.note(reference),
    )


def _claim(mechanism: Mechanism, claim: Claim) -> Sequence[str | None]:
    # A table has one wording of each claim: the one from which the other levels are written.
    words = mechanism.verdicts[Level.STUDENT].claims[claim.id]
    dois = (seen.doi(mechanism.references[paper]) for paper in claim.refs)
    return (
        claim.id,
        words.claim,
        claim.topic.value,
        claim.step,
        claim.verdict.value,
        words.why,
        claim.evidence_level.value,
        "; ".join(f"{source.article}: {source.where}" for source in claim.sources),
        "; ".join(claim.refs),
        "; ".join(doi for doi in dois if doi),
    )


def _table(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(columns)
    table.writerows([_harmless(cell or "") for cell in row] for row in rows)
    return written.getvalue()


def _harmless(cell: str) -> str:
    """`cell`, prefixed with an apostrophe if a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell
