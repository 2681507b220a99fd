"""What is kept is what would be made anew, and is told apart by all that it depends on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level
from pages.step.sections import step_sections
from tests.ui.views import view
from ui.address import ACCOUNTS, FOCUS, Address, of_level
from ui.content import active_under, network
from ui.html.cached import cached_html
from ui.html.outline import text_outline
from ui.html.panel import panel
from ui.params import Focus
from ui.reader import Reader


def test_a_piece_is_made_once_for_a_view_and_anew_for_every_other(content: Mechanism) -> None:
    made: list[tuple[Reader, str]] = []

    @cached_html
    def piece(reader: Reader, path: str = "") -> str:
        made.append((reader, path))
        return f"{len(made)}"

    def reader(address: Address, *, beside_map: bool = True) -> Reader:
        return Reader(content, network(), active_under(address[ACCOUNTS]), address, beside_map)

    last = view(hypothesis=tuple(content.hypotheses)[-1])
    views = [Address(), of_level(Level.PATIENT), view(node="ampar"), last]
    readers = [reader(one) for one in views] + [reader(Address(), beside_map=False)]
    readers.append(replace(readers[0], active=active_under(tuple(content.hypotheses)[1:2])))
    assert [piece(one) for one in readers] == ["1", "2", "3", "4", "5", "6"]
    assert [piece(reader(one)) for one in views] == ["1", "2", "3", "4"]
    assert piece(readers[0], "about") == "7"


PIECES: tuple[tuple[Any, tuple[Any, ...]], ...] = (
    (panel, (True,)),
    (text_outline, ()),
    (step_sections, (("ampa-activation",), "x")),
)


@pytest.mark.parametrize("level", list(Level))
def test_what_is_kept_is_what_would_be_made(content: Mechanism, level: Level) -> None:
    for focus in (None, Focus("node", "ampar"), Focus("edge", "ampar--bdnf-release")):
        reader = Reader(content, network(), active_under(()), of_level(level).set(FOCUS, focus))
        for piece, args in PIECES:
            assert piece(reader, *args) == piece(reader, *args) == piece.__wrapped__(reader, *args)
