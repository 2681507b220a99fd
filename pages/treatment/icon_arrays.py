"""Icon arrays: results for a hundred people on the drug and a hundred controls, each also in words."""

from __future__ import annotations

from collections.abc import Sequence

from figures.people import address, counts, layers, person
from graph.treatment import Arm, IconArray, Interval, Outcome
from ui.html.citations import cited
from ui.html.markup import Markup, items, tag
from ui.html.terms import marked
from ui.reader import Reader


def groups(reader: Reader) -> list[tuple[str, list[IconArray]]]:
    """Icon arrays by group; groups and arrays keep the order of the file."""
    found: dict[str, list[IconArray]] = {}
    for one in reader.mechanism.arrays.values():
        found.setdefault(one.group, []).append(one)
    return list(found.items())


def people(reader: Reader) -> Markup:
    """All groups, under the legend."""
    says = reader.says.treatment
    legend = items(
        _picture(person(state), "person") + tag("span", said)
        for state, said in (
            ("sure", says.legend_sure),
            ("fewer", says.legend_fewer),
            ("more", says.legend_more),
            ("out", says.legend_not),
        )
    )
    return tag(
        "section",
        tag("h2", says.arrays),
        tag("p", says.arrays_hint),
        tag("div", tag("p", tag("strong", says.legend)), legend, class_="people-legend"),
        *(_group(reader, id_, arrays) for id_, arrays in groups(reader)),
        id="people",
        class_="people-groups",
    )


def _group(reader: Reader, id_: str, arrays: Sequence[IconArray]) -> Markup:
    """What is compared, then every result, then the caveats."""
    said = reader.mechanism.passages[reader.level].groups[id_]
    alone = [tag("p", said.alone, class_="alone")] if said.alone else []
    # Only a group that shows both benefit and harm goes into the printed leaflet.
    on_paper = {one.outcome for one in arrays} >= {Outcome.BENEFIT, Outcome.HARM}
    return tag(
        "article",
        tag("h3", said.title),
        tag("p", marked(reader, said.frame)),
        tag("div", *(_array(reader, one, said.treated, said.compared) for one in arrays), class_="arrays"),
        *alone,
        tag("p", marked(reader, said.note), class_="muted"),
        id=f"people-{id_}",
        class_="record" if on_paper else "record off-leaflet",
    )


def _array(reader: Reader, one: IconArray, treated: str, compared: str) -> Markup:
    says = reader.says.treatment
    what = reader.mechanism.passages[reader.level].arrays[one.id]
    sides = [_side(reader, one.treated, treated, what), _side(reader, one.compared, compared, what)]
    return tag(
        "figure",
        tag("h4", f"{says.outcomes[one.outcome]}: {what}"),
        tag("div", *sides, class_="sides"),
        tag("figcaption", says.intervals[_interval(one)], cited(reader, one.refs), class_="muted"),
        id=f"array-{one.id}",
    )


def _interval(one: IconArray) -> Interval:
    return one.treated.interval


def _picture(drawn: tuple[str, str], name: str) -> Markup:
    """Two overlaid CSS masks; purely decorative, because the adjacent text says the same."""
    parts = (
        tag("span", class_=f"layer {layer}", style=f"--drawn:url('{address(svg)}')")
        for layer, svg in zip(("solid", "hollow"), drawn, strict=True)
        if svg
    )
    return tag("span", *parts, class_=name, aria_hidden="true")


def _side(reader: Reader, arm: Arm, name: str, what: str) -> Markup:
    """One arm: its hundred people, and the same in words."""
    says = reader.says.treatment
    lines = []
    if arm.low is not None and arm.high is not None:
        lines.append(says.array_range.format(low=arm.low, high=arm.high))
    lines.append(says.array_not.format(rest=100 - arm.count))
    if arm.events is not None and arm.people is not None:
        lines.append(says.array_counted.format(events=arm.events, people=arm.people))
    return tag(
        "div",
        tag("p", tag("strong", name)),
        _picture(layers(counts(arm.count, arm.low, arm.high)), "people"),
        tag("p", tag("strong", says.array.format(count=arm.count, what=what) + ".")),
        tag("p", " ".join(lines), class_="muted"),
        class_="side",
    )
