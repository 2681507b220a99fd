"""Evidence badges: short framed labels, and arrows with theirs."""

from __future__ import annotations

from collections.abc import Iterable

from graph.evidence import Badge, badge
from graph.records import Claim
from ui.html.markup import Markup, items, tag
from ui.reader import Reader


def chip(label: str, kind: str = "") -> Markup:
    """A short framed label."""
    return tag("span", label, class_=f"chip {kind}".strip())


def seen_in(reader: Reader, evidence: Badge) -> Markup:
    """Labels for who it was shown in, and how directly."""
    return chip(f"{reader.says.in_whom[evidence.in_whom]} · {reader.says.directness[evidence.directness]}")


def contested(reader: Reader, evidence: Badge) -> Markup:
    """A label if papers disagree, else empty."""
    return chip(reader.says.text.contested, "chip-contested") if evidence.contested else Markup("")


def arrow_line(reader: Reader, id_: str) -> Markup:
    """An arrow as a link, with both evidence grades and a label if it is contested."""
    evidence = badge(reader.mechanism.chain(id_))
    return reader.arrow(id_) + tag("span", " ", seen_in(reader, evidence), contested(reader, evidence))


def arrow_lines(reader: Reader, ids: Iterable[str]) -> Markup:
    """A list of arrows with their evidence."""
    return items((arrow_line(reader, id_) for id_ in ids), class_="arrows")


def verdict(reader: Reader, one: Claim) -> Markup:
    """A claim's verdict as a framed label."""
    return tag("strong", reader.says.verdicts[one.verdict], class_=f"verdict verdict-{one.verdict}")
