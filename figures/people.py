"""A hundred people as a picture: who was counted, who perhaps was, and who was not.

Shape says it as well as colour: a person counted for sure is solid, one that an interval leaves open is half solid
(the body, if the count includes them; the head, if it does not), one not counted is an outline.

A picture is two layers, solid shapes and outlines. Each is an SVG that holds no colour and is used as a mask, because
Streamlit strips `svg` elements from HTML; so the style sheet colours both in either theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

PEOPLE = 100
COLUMNS = 10
CELL = (18, 22)
"""Width and height of a person's place, in px."""
HEAD = '<circle cx="9" cy="6" r="3.2"/>'
BODY = '<path d="M3.6 20v-4a5.4 5.4 0 0 1 10.8 0v4z"/>'
OUTLINE = 'fill="none" stroke="#000" stroke-width="1.3"'


@dataclass(frozen=True)
class Counts:
    """How many of a hundred stand in each state; together they are a hundred."""

    sure: int
    fewer: int
    more: int
    out: int

    def runs(self) -> tuple[tuple[str, int, int], ...]:
        """Name of each state, and the places where it starts and ends."""
        ends = (self.sure, self.sure + self.fewer, self.sure + self.fewer + self.more, PEOPLE)
        return tuple(zip(STATES, (0, *ends[:-1]), ends, strict=True))


STATES = ("sure", "fewer", "more", "out")
SOLID = {"sure": HEAD + BODY, "fewer": BODY, "more": HEAD, "out": ""}
"""What of a person is solid, by state; the rest is an outline."""
HOLLOW = {"sure": "", "fewer": HEAD, "more": BODY, "out": HEAD + BODY}


def counts(count: int, low: int | None = None, high: int | None = None) -> Counts:
    """States of a hundred people of whom `count` were counted, between `low` and `high`.

    Without an interval nobody is in between. Raises ValueError where the three are not in order.
    """
    low, high = count if low is None else low, count if high is None else high
    if not 0 <= low <= count <= high <= PEOPLE:
        raise ValueError(f"{low}, {count}, {high} are not in order between 0 and {PEOPLE}")
    return Counts(low, count - low, high - count, PEOPLE - high)


def layers(shown: Counts) -> tuple[str, str]:
    """Solid shapes and outlines of the hundred, in rows of ten from the left, counted ones first; "" if none is."""
    width, height = CELL[0] * COLUMNS, CELL[1] * (PEOPLE // COLUMNS)
    solid, hollow = (
        _svg(width, height, "".join(_run(parts[state], attributes, *run) for state, *run in shown.runs()))
        for parts, attributes in ((SOLID, ""), (HOLLOW, OUTLINE))
    )
    return solid, hollow


def person(state: str) -> tuple[str, str]:
    """Both layers of a single person, for a legend. Raises KeyError for an unknown state."""
    hollow = f"<g {OUTLINE}>{HOLLOW[state]}</g>" if HOLLOW[state] else ""
    return _svg(*CELL, SOLID[state]), _svg(*CELL, hollow)


def address(svg: str) -> str:
    """An SVG as a data address that may stand in a style."""
    return "data:image/svg+xml," + quote(svg, safe=" =:/")


def _run(parts: str, attributes: str, start: int, end: int) -> str:
    """People from `start` to before `end`, each row's part filled with a pattern of one person."""
    if not parts or start == end:
        return ""
    rows = []
    for row in range(start // COLUMNS, (end - 1) // COLUMNS + 1):
        first, last = max(start, row * COLUMNS), min(end, (row + 1) * COLUMNS)
        x, wide = (first - row * COLUMNS) * CELL[0], (last - first) * CELL[0]
        rows.append(f"M{x} {row * CELL[1]}h{wide}v{CELL[1]}h{-wide}z")
    id_ = f"p{start}"
    return (
        f'<pattern id="{id_}" width="{CELL[0]}" height="{CELL[1]}" patternUnits="userSpaceOnUse">'
        f'<g {attributes}>{parts}</g></pattern><path fill="url(#{id_})" d="{"".join(rows)}"/>'
    )


def _svg(width: int, height: int, inside: str) -> str:
    """A layer; "" for an empty one, because a mask that shows nothing is taken for none when it is printed."""
    if not inside:
        return ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'
