"""What can be linked to from anywhere, by what it is and not by the page that happens to show it."""

from __future__ import annotations

from enum import StrEnum


class Subject(StrEnum):
    """What a page shows."""

    PICTURE = "picture"
    MOMENTS = "moments"
    ACCOUNTS = "accounts"
    CHANGES = "changes"
    TIMES = "times"
    CLAIMS = "claims"
    TREATMENT = "treatment"
    PAPERS = "papers"
    TERMS = "terms"
