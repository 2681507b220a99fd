"""What models of interface words share: a phrase for every word of a vocabulary."""

from __future__ import annotations

from enum import StrEnum

from graph.models import Record


def need_phrases(words: Record, **vocabularies: type[StrEnum]) -> None:
    """Raise ValueError where a field of `words`, given by its name, has no phrase for a word of its vocabulary."""
    for name, vocabulary in vocabularies.items():
        if missing := [word.value for word in vocabulary if word not in getattr(words, name)]:
            raise ValueError(f"{name} has no phrase for {', '.join(missing)}")
