"""A hundred people: as many in each state as counted, and each state of another shape."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.people import CELL, COLUMNS, HOLLOW, PEOPLE, SOLID, STATES, Counts, address, counts, layers, person

ORDERED = st.lists(st.integers(0, PEOPLE), min_size=3, max_size=3).map(sorted)


def drawn(svg: str) -> dict[int, str]:
    """For each place of the hundred that a layer fills, the pattern that fills it."""
    if not svg:
        return {}
    root = ElementTree.fromstring(svg)  # noqa: S314 -- our own drawing
    space = "{http://www.w3.org/2000/svg}"
    found: dict[int, str] = {}
    for path in root.iter(f"{space}path"):
        fill = re.fullmatch(r"url\(#(.+)\)", path.get("fill", ""))
        if not fill:
            continue
        (pattern,) = (one for one in root.iter(f"{space}pattern") if one.get("id") == fill[1])
        shape = "".join("head" if part.tag.endswith("circle") else "body" for part in next(iter(pattern)))
        for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)", path.get("d", "")):
            first = int(y) // CELL[1] * COLUMNS + int(x) // CELL[0]
            for place in range(first, first + int(wide) // CELL[0]):
                assert place not in found
                found[place] = shape
    return found


@given(ORDERED)
def test_each_of_the_hundred_is_drawn_once_in_its_state(three: list[int]) -> None:
    low, count, high = three
    solid, hollow = map(drawn, layers(counts(count, low, high)))
    assert solid.keys() | hollow.keys() == set(range(PEOPLE))
    for place in range(PEOPLE):
        parts = (solid.get(place, ""), hollow.get(place, ""))
        if place < low:
            assert parts == ("headbody", "")
        elif place < count:
            assert parts == ("body", "head")
        elif place < high:
            assert parts == ("head", "body")
        else:
            assert parts == ("", "headbody")
    # Who was counted has a solid body, and nobody else.
    assert sum("body" in shape for shape in solid.values()) == count


def test_without_an_interval_nobody_is_in_between() -> None:
    assert counts(59) == Counts(59, 0, 0, 41)
    assert counts(59, 53, 64) == Counts(53, 6, 5, 36)


@pytest.mark.parametrize("wrong", [(101, None, None), (-1, None, None), (5, 6, 7), (5, 1, 4)])
def test_counts_out_of_order_are_refused(wrong: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match="not in order"):
        counts(*wrong)


def test_every_state_has_a_shape_of_its_own() -> None:
    assert len({(SOLID[state], HOLLOW[state]) for state in STATES}) == len(STATES)
    assert len({person(state) for state in STATES}) == len(STATES)


def test_a_layer_holds_no_colour_and_no_quote_when_it_is_an_address() -> None:
    solid, _ = layers(counts(10, 5, 20))
    written = address(solid)
    assert not set("'\"#<>()") & set(written)
    assert unquote(written.removeprefix("data:image/svg+xml,")) == solid
