"""Seeded faults in the cameras: their steps, what they show and leave out, and where things stand in them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.vocabulary import PictureState, Theme
from tests.graph.seeds import LEVELS, TOY, Seed, Swap, add, swap, swaps

FILE = "cameras/block.yaml"
THINGS = "things: [drug, brake, signal"
ARROWS = "arrows: [drug--brake, brake--signal"
LEFT = "left_out:\n"
FRAME = "{x: 9, y: 9, half_width: 5, half_height: 5}"
FAR = "  drug--mood: The mood is far away.\n"
ALSO = "  signal--mood: So it is from here.\n"
PLACES = "    things:\n"
LINKS = "    links:\n"
PLACE = "      drug--brake: {verb: {x: 90, y: 30}}\n"

WHOLE = """things: [drug, brake, signal, mood]
arrows: [drug--brake, brake--signal, drug--mood, signal--mood]
layouts:
  - width: 300
    height: 160
    font_size: 14
    things:
      drug: {x: 40, y: 60, half_width: 14, half_height: 14}
      brake: {x: 110, y: 60, half_width: 14, half_height: 14}
      signal: {x: 180, y: 60, half_width: 14, half_height: 14}
      mood: {x: 250, y: 60, half_width: 14, half_height: 14}
    links:
      drug--brake: {verb: {x: 75, y: 30}}
      brake--signal: {verb: {x: 145, y: 30}}
      drug--mood: {via: [[145, 120]], verb: {x: 145, y: 140}}
      signal--mood: {verb: {x: 215, y: 30}}
"""
LESS = WHOLE.replace(", signal--mood]", "]").replace("      signal--mood: {verb: {x: 215, y: 30}}\n", "")

SIMPLE: Mapping[tuple[str, str], list[Swap]] = {
    ("unknown-step", FILE): [("step: block", "step: blok", "block: step … did you mean “block”?")],
    ("unknown-arrow", FILE): [
        (LEFT, f"{LEFT}  drug--mod: It is far.\n", "left_out.drug--mod … mean “drug--mood”?", "  drug--mod:"),
    ],
    ("camera-arrow", FILE): [
        (FAR, "", "block: arrows: drug--mood starts in this step … left_out", ARROWS),
        (LEFT, f"{LEFT}  drug--brake: Twice.\n", "left_out.drug--brake … drawn as well", "drug--brake: Twice."),
    ],
    ("layout-width", FILE): [("width: 300", "width: 310", "block: layouts … 310. Fix: … each of 300", "layouts:")],
    ("layout-complete", FILE): [
        (PLACE, "", "block: layouts[0].links: “drug--brake” has no position", "    links:"),
        (PLACES, f"{PLACES}      mood: {FRAME}\n", "things.mood: “mood” is not in the camera", "      mood:"),
    ],
    ("off-canvas", FILE): [
        ("drug: {x: 40", "drug: {x: 301", "block: layouts[0].things.drug … 300 × 160 px"),
        ("drug: {x: 40, y: 60", "drug: {x: 40, y: 161", "things.drug … outside the 300 × 160 px canvas"),
    ],
    ("missing-words", "words/student.yaml"): [
        ("  near: Near by\n", "", "student: zones: no words for “near”", "\nzones:"),
    ],
}


def planted(rule: str, at: str, says: str, *pairs: str) -> Seed:
    """A fault in the toy's camera that takes several edits."""
    return Seed(rule, FILE, at, says, {FILE: swap(*pairs)})


CAMERAS = (
    *swaps(SIMPLE),
    Seed(
        "missing-picture",
        FILE,
        "pictures: near",
        "block: layouts[0].pictures: scene/near-rest-dark.svg is missing",
        {
            FILE: swap("font_size: 14\n", "font_size: 14\n    pictures: near\n"),
            **{
                f"scene/near-{state}-{theme}.svg": add("<svg/>")
                for state in PictureState
                for theme in Theme
                if (state, theme) != ("rest", "dark")
            },
        },
    ),
    planted(
        "unknown-thing",
        f"{THINGS}, sgnal",
        "block: things[3] … did you mean “signal”?",
        *(THINGS, f"{THINGS}, sgnal"),
        *(PLACES, f"{PLACES}      sgnal: {FRAME}\n"),
    ),
    planted(
        "camera-thing",
        f"{THINGS}, mood",
        "block: things[3]: it has no arrow here",
        *(THINGS, f"{THINGS}, mood"),
        *(PLACES, f"{PLACES}      mood: {FRAME}\n"),
    ),
    planted(
        "camera-arrow",
        f"{ARROWS}, signal--mood",
        "block: arrows[2]: mood is not in the picture",
        *(ARROWS, f"{ARROWS}, signal--mood"),
        *(ALSO, ""),
        *(LINKS, f"{LINKS}      signal--mood: {{verb: {{x: 9, y: 9}}}}\n"),
    ),
    Seed(
        "camera-arrow",
        FILE,
        "signal--mood: So",
        "left_out.signal--mood: this is not an arrow of the step",
        {"things.yaml": swap("kind: process\n  step: block", "kind: process\n  step: relief")},
    ),
    Seed(
        "camera-step",
        FILE,
        "step: block",
        "block: step: again already has part 1 … a different part",
        {
            "cameras/again.yaml": lambda _: (TOY / FILE).read_bytes(),
            **{f"words/{level}.yaml": swap("{block: Closer}", "{block: Closer, again: Again}") for level in LEVELS},
        },
    ),
    Seed(
        "camera-step",
        "steps.yaml",
        "id: relief",
        "relief: id: no camera shows this step … write cameras/relief.yaml",
        {"steps.yaml": swap("cascade: false", "cascade: true")},
    ),
    Seed(
        "camera-arrow",
        "cameras/whole.yaml",
        "arrows: [",
        "whole: arrows: signal--mood is missing, but this camera shows every account … add it",
        {"cameras/whole.yaml": add(LESS)},
    ),
    Seed(
        "camera-arrow",
        "cameras/whole.yaml",
        "  signal--mood: It is far.",
        "whole: left_out.signal--mood: this camera leaves nothing out",
        {"cameras/whole.yaml": add(f"{WHOLE}left_out:\n  signal--mood: It is far.\n")},
    ),
    *(
        Seed(
            "orphan-words",
            f"words/{level}.yaml",
            "  nearer:",
            "zones.nearer … did you mean “near”?",
            {f"words/{level}.yaml": swap("  near: Near by\n", "  near: Near by\n  nearer: Nearer\n")},
        )
        for level in LEVELS[:1]
    ),
)
