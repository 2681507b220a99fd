"""Marks that say how sure we are: short labels in frames."""

from __future__ import annotations

from graph.evidence import Badge
from ui.markup import Markup, tag
from ui.reader import Reader


def chip(label: str, kind: str = "") -> Markup:
    """A short label in a frame."""
    return tag("span", label, class_=f"chip {kind}".strip())


def seen_in(reader: Reader, evidence: Badge) -> Markup:
    """In whom something was shown, and how directly."""
    return chip(f"{reader.says.in_whom[evidence.in_whom]} · {reader.says.directness[evidence.directness]}")


def contested(reader: Reader, evidence: Badge) -> Markup:
    """That papers disagree, where they do."""
    return chip(reader.says.text.contested, "chip-contested") if evidence.contested else Markup("")
