"""Marks say what they mean by shape: every sign with every certainty differs without colour, and reads in greyscale."""

from __future__ import annotations

import re
from itertools import combinations, product

import pytest

from authoring.illustration.pigments import pigments
from figures.scene import SceneLink
from figures.svg import DASHES, svg
from figures.tokens import tokens
from graph.cameras import OVERVIEW
from graph.vocabulary import InWhom, Theme
from tests.figures.paper import Drawn
from tests.figures.test_tokens import APART, GRAPHICS, VISION, contrast, difference


def without_colour(text: str) -> str:
    """A drawing with everything about its colours taken out, and its place too."""
    return re.sub(r'(?:fill|stroke)="var[^"]*"|translate\([^)]*\)|rotate\([^)]*\)', "", text)


def marks(one: Drawn, link: SceneLink) -> tuple[str, str]:
    """How the line of an arrow is broken and which head it has, as drawn without colour."""
    drawn = svg(one.scene, None).split(f'data-part="edge:{link.id}"', 1)[1].split("</g>", 1)[0]
    (line,) = re.findall(r'<path [^>]*class="line"[^>]*>', drawn)
    (head,) = re.findall(r'<path class="head"[^>]*>', drawn)
    dash = re.search(r'stroke-dasharray="([^"]*)"', line)
    return dash[1] if dash else "", without_colour(head)


def test_every_sign_with_every_certainty_differs_without_colour(drawn: list[Drawn]) -> None:
    looks: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for one in drawn:
        if one.camera != OVERVIEW:
            for link in one.scene.links:
                certainty = DASHES.get(link.in_whom, "")
                looks.setdefault((link.head, certainty), set()).add(marks(one, link))
    # Signs and certainties are drawn apart from each other, so all pairs differ where each of both does.
    assert all(len(each) == 1 for each in looks.values())
    heads = {head for head, _ in looks}
    assert heads == {"increases", "decreases", "modulates"}
    assert {certainty for _, certainty in looks} == {"", *DASHES.values()}
    shapes = {head: {next(iter(each))[1] for (of, _), each in looks.items() if of == head} for head in heads}
    assert all(len(each) == 1 for each in shapes.values())
    for one_head, other in combinations(sorted(heads), 2):
        assert shapes[one_head] != shapes[other]
    assert len(set(product(heads, {"", *DASHES.values()}))) == 9


def test_every_certainty_has_a_line_of_its_own() -> None:
    assert set(DASHES) == {InWhom.ANIMAL.value, InWhom.CELL.value, InWhom.INFERRED.value}
    assert DASHES["animal"] not in (DASHES["cell"], "")


@pytest.mark.parametrize("theme", list(Theme))
def test_outlines_and_molecules_of_the_illustration_stand_out_in_greyscale(theme: Theme) -> None:
    colours = pigments(theme)
    ground = (tokens().themes.dark if theme is Theme.DARK else tokens().themes.light).ground
    lines = [
        *(getattr(colours, name).line for name in ("interneuron", "pyramidal", "dendrite", "brain")),
        *(getattr(colours, name).line for name in ("nmda", "ampa", "calcium_channel", "trkb", "mitochondrion")),
        *(getattr(colours, name) for name in ("glutamate", "gaba", "calcium", "bdnf", "ketamine", "axis")),
    ]
    for line in lines:
        assert contrast(line, ground) >= GRAPHICS, line


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("theme", list(Theme))
def test_the_step_that_is_lit_differs_from_the_others_with_every_kind_of_colour_vision(
    theme: Theme, vision: str
) -> None:
    themes = tokens().themes
    palette = themes.dark if theme is Theme.DARK else themes.light
    # A lit thing wears ink, a lit arrow the colour of its sign; what rests is grey-brown.
    for lit in (palette.selected, palette.increases, palette.decreases):
        assert difference(lit, palette.rest, vision) >= APART, lit
