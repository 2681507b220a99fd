"""What is kept is what would be made anew, and is told apart by all that it depends on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level
from ui.address import Address, Focus
from ui.content import active_under, network
from ui.html.cached import kept
from ui.html.outline import twin
from ui.html.panel import panel
from ui.reader import Reader
from ui.steps import step_sections


def test_a_piece_is_made_once_for_a_view_and_anew_for_every_other(content: Mechanism) -> None:
    made: list[tuple[Reader, str]] = []

    @kept
    def piece(reader: Reader, path: str = "") -> str:
        made.append((reader, path))
        return f"{len(made)}"

    def reader(address: Address, *, beside_map: bool = True) -> Reader:
        return Reader(content, network(), active_under(address.hypotheses), address, beside_map)

    last = Address(hypotheses=tuple(content.hypotheses)[-1:])
    views = [Address(), Address(level=Level.PATIENT), Address(Focus("node", "ampar")), last]
    readers = [reader(view) for view in views] + [reader(Address(), beside_map=False)]
    readers.append(replace(readers[0], active=active_under(tuple(content.hypotheses)[1:2])))
    assert [piece(one) for one in readers] == ["1", "2", "3", "4", "5", "6"]
    assert [piece(reader(view)) for view in views] == ["1", "2", "3", "4"]
    assert piece(readers[0], "about") == "7"


PIECES: tuple[tuple[Any, tuple[Any, ...]], ...] = (
    (panel, ("ampa-activation",)),
    (twin, ()),
    (step_sections, (("ampa-activation",), "x")),
)


@pytest.mark.parametrize("level", list(Level))
def test_what_is_kept_is_what_would_be_made(content: Mechanism, level: Level) -> None:
    for focus in (None, Focus("node", "ampar"), Focus("edge", "ampar--bdnf-release")):
        reader = Reader(content, network(), active_under(()), Address(focus, level))
        for piece, args in PIECES:
            assert piece(reader, *args) == piece(reader, *args) == piece.__wrapped__(reader, *args)
