"""Evidence over time: a link for each year with papers, previous and next, and what a year's papers changed."""

from __future__ import annotations

from collections.abc import Sequence

from graph.history import Change, Turn, changes, evidence_in, years
from pages.hypotheses.picture import YEAR, sides_of, summary, year_of
from ui.html.citations import paper_links
from ui.html.lines import muted_line
from ui.html.markup import Markup, items, joined, tag
from ui.reader import Reader

SIGNS = {
    Turn.APPEARS: "+",
    Turn.DOUBTED: "?",
    Turn.HARDENS: "↑",
    Turn.SPLITS: "≠",
    Turn.FOR: "·",
    Turn.AGAINST: "·",
}
"""The mark before each change in the list; the map shows the same one beside the arrow."""


def year_control(reader: Reader) -> Markup:
    """Links to the previous and next years with papers, and a bar chart of all of them."""
    words, year = reader.says.years, year_of(reader.address)
    parts = sides_of(reader)
    known = years(reader.mechanism, parts.arrows)
    before = [one for one in known if one < (year or known[-1] + 1)]
    after = [one for one in known if year is not None and one > year]
    now = words.today if year is None else words.upto.format(year=year)
    waiting = 0
    if year is not None:
        waiting = sum(evidence_in(reader.mechanism, reader.mechanism.arrows[id_], year) is None for id_ in parts.arrows)
    said = " ".join(
        (summary(reader, parts), words.waiting.format(count=waiting) if waiting else "") if year is not None else ()
    )
    return tag(
        "section",
        tag("h2", words.title, id="years"),
        tag(
            "div",
            _step(reader, "year-before", before[-1] if before else None, f"‹ {words.previous}", bool(before)),
            tag("strong", now, class_="year-now"),
            _step(reader, "year-after", after[0] if after else None, f"{words.next} ›", year is not None),
            _step(reader, "year-all", None, words.all, year is not None),
            class_="year-steps",
            role="group",
            aria_label=words.title,
        ),
        _bars(reader, known, parts.arrows),
        tag("p", said or words.hint, class_="muted"),
        class_="years",
    )


def _step(reader: Reader, id_: str, year: int | None, label: str, there: bool) -> Markup:
    """A link to the picture of another year; plain text if there is none."""
    if not there:
        return tag("span", label, id=id_, class_="year-step", tabindex="-1", aria_disabled="true", role="link")
    return tag("a", label, id=id_, class_="year-step", **_to(reader, year))


def _to(reader: Reader, year: int | None) -> dict[str, str | None]:
    """Attributes of a link to the picture of `year`; None means today."""
    return {**reader.going((YEAR, str(year or "")))}


def _bars(reader: Reader, known: Sequence[int], arrows: Sequence[str]) -> Markup:
    """A bar for each year: its height is the number of papers, hatched if they oppose or found no difference."""
    references, words = reader.mechanism.references, reader.says.years
    shown = year_of(reader.address)
    speaks = [reader.mechanism.arrows[id_].evidence for id_ in arrows]
    papers = {paper for one in speaks for paper in one.papers}
    against = {paper for one in speaks for paper in (*one.opposes, *one.no_difference)}
    count = {year: sum(references[paper].year == year for paper in papers) for year in known}
    contra = {year: sum(references[paper].year == year for paper in against) for year in known}
    most = max(count.values())
    bars = (
        tag(
            "a",
            tag("span", class_="bar-against", style=f"height:{3 * contra[year] / most:.2f}rem"),
            tag("span", class_="bar-for", style=f"height:{3 * (count[year] - contra[year]) / most:.2f}rem"),
            tag("span", f"{year % 100:02d}", class_="bar-year"),
            id=f"year-{year}",
            aria_label=words.bar.format(year=year, count=count[year], against=contra[year]),
            title=words.bar.format(year=year, count=count[year], against=contra[year]),
            aria_current="true" if year == shown else None,
            class_=None if shown is None or year <= shown else "bar-later",
            **_to(reader, year),
        )
        for year in known
    )
    return items(bars, class_="bars")


def changed(reader: Reader) -> Markup:
    """The changes of the year, each with the papers behind it; empty if no year is chosen."""
    year, words = year_of(reader.address), reader.says.years
    if year is None:
        return Markup("")
    parts = sides_of(reader)
    order = (*parts.only_one, *parts.shared, *parts.only_other, *parts.core)
    found = changes(reader.mechanism, order, year)
    body = (
        items((_change(reader, one) for one in found), class_="changes") if found else tag("p", summary(reader, parts))
    )
    return tag("section", tag("h2", words.changed.format(year=year)), body, data_year=str(year))


def _change(reader: Reader, change: Change) -> Markup:
    words = reader.says.years
    turned = (f"{SIGNS[turn]} {words.turns[turn]}" for turn in change.turns)
    rows = (
        muted_line(words.roles[role], paper_links(reader, papers))
        for role, papers in (
            ("supports", change.supports),
            ("opposes", change.opposes),
            ("no_difference", change.no_difference),
        )
        if papers
    )
    return reader.arrow(change.arrow) + tag("span", " ", tag("strong", "; ".join(turned))) + joined(rows)
