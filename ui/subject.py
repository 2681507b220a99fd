"""What can be linked to from any page, named by subject and not by the page that happens to show it."""

from __future__ import annotations

from enum import StrEnum


class Subject(StrEnum):
    """The subject of a page."""

    PICTURE = "picture"
    MOMENTS = "moments"
    ACCOUNTS = "accounts"
    CHANGES = "changes"
    TIMES = "times"
    CLAIMS = "claims"
    TREATMENT = "treatment"
    PAPERS = "papers"
    TERMS = "terms"
