"""Colours are told apart on both grounds, with every kind of colour vision, and agree with the page's theme."""

from __future__ import annotations

import tomllib
from math import dist
from pathlib import Path
from typing import Any, get_args

import pytest

from figures.tokens import Palette, Shape, tokens
from graph.vocabulary import ThingKind

CONFIG = Path(__file__).parent.parent.parent / ".streamlit" / "config.toml"
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
TEXT, GRAPHICS = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
APART = 40  # CIE76 difference

Triple = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, severity 1.0; they apply to linear RGB.
VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def palette(theme: str) -> Palette:
    return {"light": tokens().themes.light, "dark": tokens().themes.dark}[theme]


def linear(colour: str) -> Triple:
    def channel(start: int) -> float:
        value = int(colour[start : start + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return channel(1), channel(3), channel(5)


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Triple) -> Triple:
    """CIELAB of linear sRGB, white point D65."""
    r, g, b = (min(1.0, max(0.0, value)) for value in rgb)

    def root(t: float) -> float:
        return float(t ** (1 / 3)) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
    z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, vision: str) -> Triple:
    r, g, b = linear(colour)
    one, two, three = (row[0] * r + row[1] * g + row[2] * b for row in VISION[vision])
    return lab((one, two, three))


def difference(one: str, other: str, vision: str) -> float:
    return dist(seen(one, vision), seen(other, vision))


def test_the_measures_give_the_known_values() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert difference("#FFFFFF", "#000000", "normal") == pytest.approx(100, abs=0.1)
    assert lab(linear("#FF0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    # Each kind of colour vision leaves greys alone, and brings its own two colours close.
    for vision in VISION:
        assert difference("#808080", "#808080", vision) == 0
        assert seen("#808080", vision) == pytest.approx(lab(linear("#808080")), abs=0.05)
    red, green = "#C00000", "#4B6F00"
    assert difference(red, green, "deuteranopia") < difference(red, green, "normal") / 2


@THEMES
@pytest.mark.parametrize("name", ["ink", "muted", "rest"])
def test_text_reads_on_the_ground(theme: str, name: str) -> None:
    colours = palette(theme)
    assert contrast(getattr(colours, name), colours.ground) >= TEXT


@THEMES
@pytest.mark.parametrize("name", ["increases", "decreases", "selected"])
def test_lines_and_frames_stand_out_from_the_ground(theme: str, name: str) -> None:
    colours = palette(theme)
    assert contrast(getattr(colours, name), colours.ground) >= GRAPHICS


@THEMES
def test_text_reads_on_the_selected_colour(theme: str) -> None:
    colours = palette(theme)
    assert contrast(colours.on_selected, colours.selected) >= TEXT


@THEMES
@pytest.mark.parametrize("vision", VISION)
def test_more_and_less_are_told_apart(theme: str, vision: str) -> None:
    colours = palette(theme)
    assert difference(colours.increases, colours.decreases, vision) >= APART


@pytest.mark.parametrize("vision", VISION)
@THEMES
def test_what_is_selected_is_told_from_what_rests(theme: str, vision: str) -> None:
    colours = palette(theme)
    assert difference(colours.selected, colours.rest, vision) >= APART


@THEMES
def test_the_page_has_the_colours_of_the_map(theme: str) -> None:
    config: dict[str, Any] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][theme]
    colours = palette(theme)
    assert config["primaryColor"] == config["linkColor"] == colours.selected
    assert config["backgroundColor"] == colours.ground
    assert config["textColor"] == colours.ink


@THEMES
def test_text_reads_on_the_page_s_second_ground(theme: str) -> None:
    config: dict[str, Any] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][theme]
    assert contrast(config["textColor"], config["secondaryBackgroundColor"]) >= TEXT
    assert contrast(config["linkColor"], config["secondaryBackgroundColor"]) >= TEXT


def test_every_kind_of_thing_has_a_shape_and_every_shape_a_kind() -> None:
    assert set(tokens().shapes) == set(ThingKind)
    assert set(tokens().shapes.values()) == set(get_args(Shape))
