"""Validation shared by the models of interface words: every value of a vocabulary has a phrase."""

from __future__ import annotations

from enum import StrEnum

from graph.models import Record


def need_phrases(words: Record, **vocabularies: type[StrEnum]) -> None:
    """Raise ValueError if a field lacks a phrase.

    Args:
        words: A record of interface words.
        **vocabularies: For each field to check, by name, the vocabulary that it must cover.
    """
    for name, vocabulary in vocabularies.items():
        if missing := [word.value for word in vocabulary if word not in getattr(words, name)]:
            raise ValueError(f"{name} has no phrase for {', '.join(missing)}")
