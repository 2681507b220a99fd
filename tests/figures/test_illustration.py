"""The illustrations are those that their places give, one for each moment, and each moment says what it should."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from authoring.illustration import files
from authoring.illustration.dendrite import dendrite, shaft_at
from authoring.illustration.drawing import draw
from authoring.illustration.pigments import pigments
from authoring.illustration.ruler import at_minute
from authoring.illustration.sheet import Sheet
from authoring.illustration.synapse import cleft
from graph.content import Mechanism
from graph.layout import picture
from graph.vocabulary import PictureState, Theme
from tests.support.mechanisms import main

SVG = "{http://www.w3.org/2000/svg}"
S = PictureState


@cache
def texts() -> dict[str, str]:
    """Every illustration, drawn anew."""
    return dict(files.drawn(main()))


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+\.?\d*", text)]


def test_the_committed_files_are_what_the_places_draw(content: Mechanism) -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (content.folder / "scene").glob("*.svg")}
    assert set(committed) == set(texts()), "run “python -m authoring draw” and commit the result"
    for name, text in texts().items():
        # Geometry may differ in a last digit from one build of its library to the next; the drawing may not.
        assert re.sub(r"-?\d+\.?\d*", "#", committed[name]) == re.sub(r"-?\d+\.?\d*", "#", text), name
        assert numbers(committed[name]) == pytest.approx(numbers(text), abs=0.11), name


def test_there_is_one_for_each_moment_and_ground(content: Mechanism) -> None:
    names = {picture(name, state, theme) for name in content.illustrations for state in S for theme in Theme}
    assert set(texts()) == names
    assert {layout.pictures for layout in content.layouts.values()} == set(content.illustrations)


def test_each_is_small_well_formed_and_refers_to_nothing_outside_itself() -> None:
    for name, text in texts().items():
        assert len(gzip.compress(text.encode())) < 25_000, name
        root = ET.fromstring(text)  # noqa: S314 - our own
        assert root.tag == f"{SVG}svg"
        ids = [part.attrib["id"] for part in root.iter() if "id" in part.attrib]
        assert len(set(ids)) == len(ids), name
        referred = set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text))
        assert referred <= set(ids), name
        assert "http" not in text.replace("http://www.w3.org/2000/svg", ""), name
        assert not {part.tag for part in root.iter()} & {f"{SVG}text", f"{SVG}image", f"{SVG}script"}, name


def test_drawing_twice_gives_the_same(content: Mechanism) -> None:
    places = content.illustrations["portrait"]
    assert draw(places, Theme.DARK, S.DAYS) == draw(places, Theme.DARK, S.DAYS)


def test_only_what_changed_is_written(content: Mechanism, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "drawn", lambda _: texts().items())  # they are drawn once for all of these tests
    copy = replace(content, folder=tmp_path)
    assert [path.name for path in files.write(copy)] == list(texts())
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "scene").iterdir()} == texts()
    first, second, *_ = (tmp_path / "scene" / name for name in texts())
    first.write_text("older", encoding="utf-8")
    second.unlink()
    assert list(files.write(copy)) == [first, second]
    assert list(files.write(copy)) == []


def drawing(state: PictureState, name: str = "landscape") -> str:
    return texts()[picture(name, state, Theme.LIGHT)]


def part(text: str, id_: str) -> str:
    """The group of a drawing that is called `id_`, up to the next group with a name."""
    return re.split(r'<g id="', text.split(f'<g id="{id_}"', 1)[1], maxsplit=1)[0]


def test_glutamate_fills_the_cleft_only_while_the_brake_is_blocked(content: Mechanism) -> None:
    counts = {}
    for state in S:
        places = content.illustrations["landscape"]
        sheet = Sheet(places.width, places.height, Theme.LIGHT, state)
        cleft(sheet, places)
        counts[state] = sheet.svg().split('<g id="cleft"', 1)[1].count("<circle")
    assert counts[S.SURGE] > counts[S.ALL] > counts[S.SIGNAL] > 2 * counts[S.DAYS] > counts[S.FADE] > counts[S.REST] > 0


def test_ketamine_is_there_on_the_drug_and_gone_at_every_other_moment() -> None:
    there = {state for state in S if '<g id="ketamine">' in drawing(state)}
    assert there == {S.ALL, S.SURGE, S.SIGNAL}


def test_the_brake_cell_fires_where_it_is_not_blocked(content: Mechanism) -> None:
    places = content.illustrations["landscape"]
    assert places.interneuron.axon
    spikes = {state: part(drawing(state), "interneuron").count('stroke-width="1.8"') for state in S}
    assert {state for state, count in spikes.items() if count == 3} == {S.REST, S.DAYS, S.FADE}
    assert spikes[S.SURGE] == spikes[S.SIGNAL] == spikes[S.ALL] == 0


def test_relief_comes_before_spines_no_spine_has_changed_in_the_surge(content: Mechanism) -> None:
    for places in content.illustrations.values():
        spines = places.dendrite.spines
        assert not any(one.new or one.ghost for one in spines.rest)
        assert sum(one.new for one in spines.days) == 3 or sum(one.new for one in spines.days) == 4
        assert any(one.strong for one in spines.days)

        outline = {}
        for state in S:
            sheet = Sheet(places.width, places.height, Theme.LIGHT, state)
            dendrite(sheet, places)
            outline[state] = re.findall(r'<path id="p1" d="([^"]*)"', sheet.svg())
        assert outline[S.SURGE] == outline[S.SIGNAL] == outline[S.REST]
        assert outline[S.DAYS] == outline[S.ALL] != outline[S.REST]
        assert outline[S.FADE] not in (outline[S.REST], outline[S.DAYS])


def test_what_withdrew_stays_as_a_dashed_outline(content: Mechanism) -> None:
    for name, places in content.illustrations.items():
        gone = sum(spine.ghost for spine in places.dendrite.spines.fade)
        assert gone >= 2
        for state in S:
            dashes = part(drawing(state, name), "dendrite").count('stroke-dasharray="2.5 3"')
            assert dashes == (gone if state is S.FADE else 0), (name, state)


def test_bdnf_is_out_and_message_is_read_only_where_the_signals_are_told(content: Mechanism) -> None:
    for name in content.illustrations:
        receptors = {state: part(drawing(state, name), "receptors") for state in S}
        colour = pigments(Theme.LIGHT).bdnf
        out = {state: text.count(f'fill="{colour}"') for state, text in receptors.items()}
        # Ten in the cloud, two at the vesicle's mouth, one in the arms of TrkB.
        assert out == {state: 13 if state in (S.SIGNAL, S.ALL) else 0 for state in S}, name
        read = {state: text.count(f'stroke="{colour}"') for state, text in receptors.items()}
        assert read == {state: 4 if state in (S.SIGNAL, S.ALL) else 0 for state in S}, name


def test_the_receptor_that_a_moment_frames_is_there_from_the_start(content: Mechanism) -> None:
    for layout in content.layouts.values():
        places = content.illustrations[layout.pictures or ""]
        framed = layout.things["ampar"]
        spine = places.spine
        near = [one for one in places.synapse.receptors if abs(spine.x + one.at * spine.half_width - framed.x) < 3]
        assert [(one.kind, one.inserted) for one in near] == [("ampa", False)], layout.width


def test_rival_doors_are_drawn_as_argued_and_only_where_all_is_drawn(content: Mechanism) -> None:
    for name, places in content.illustrations.items():
        assert places.other_doors
        assert places.habenula
        for state in S:
            dotted = drawing(state, name).count('stroke-dasharray="1.6 1.3"')
            assert dotted == (len(places.other_doors) + 1 if state is S.ALL else 0), (name, state)


def test_the_ruler_has_soft_ends_and_relief_lies_before_and_after_the_spines(content: Mechanism) -> None:
    for places in content.illustrations.values():
        ruler = places.ruler
        assert ruler
        bars = {bar.kind: bar for bar in ruler.bars}
        assert set(bars) == {"surge", "relief", "spines"}
        for bar in bars.values():
            minutes = (ruler.first, bar.start, bar.full, bar.last, bar.end, ruler.last)
            assert all(a <= b for a, b in pairwise(minutes))
            assert bar.start < bar.full < bar.last < bar.end
        assert bars["relief"].full < bars["spines"].start, "relief comes before spines"
        assert at_minute(ruler, ruler.first) == ruler.left
        assert at_minute(ruler, ruler.last) == pytest.approx(ruler.right)
        assert ruler.now["surge"] < ruler.now["signal"] < bars["spines"].start < ruler.now["days"] < ruler.now["fade"]


def test_the_shaft_is_found_at_any_place_along_it(content: Mechanism) -> None:
    for places in content.illustrations.values():
        for x in range(0, places.width, 20):
            y, half = shaft_at(places, x)
            assert places.spine.top < y - half < y + half < places.height
