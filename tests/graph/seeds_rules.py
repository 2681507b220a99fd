"""Seeded faults for the rules that hold between records: at least one for every branch of every rule.

Those of rules about what is named, and by whom, stand in `seeds_names`.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.vocabulary import PictureState, Theme
from tests.graph.seeds import PICTURE, PLUS, SPOKEN, TOY, Change, Seed, Swap, add, swap, swaps, words
from tests.graph.seeds_limits import LIMITS
from tests.graph.seeds_names import NAMED

HOPE = f"target: mood\n  {PLUS}"
SIGNAL = "bel: increases\n  hypotheses: [core]"
FRAME = "{x: 9, y: 9, half_width: 5, half_height: 5}"
LATE = "onset: hours\n  phase: both\n  evidence:"
LOOP = """
- {id: mood--mood, source: mood, target: mood, sign: 1, bel: increases, hypotheses: [core], role: feedback,
   onset: days, phase: both, evidence: {supports: [one2001], opposes: [], no_difference: []},
   strongest_in: animal, directness: indirect, needed: unknown, enough: unknown, experiments: []}
"""
LINK = "  - {id: drug--brake, source: drug, target: brake, sign: -1, via: [drug--brake]}\n"
CHAIN = "  - {id: drug--mood, source: drug, target: mood, sign: 1, via: [drug--brake, brake--signal, signal--mood]}\n"


def renamed(link: str) -> dict[str, Change]:
    """Another id for the second arrow of the main picture, wherever it stands."""
    rename = swap("brake--mood--picture", link)
    return {
        **dict.fromkeys(("overview.yaml", "layout/300.yaml", "story.yaml"), rename),
        **words("brake--mood--picture", link),
    }


SIMPLE: Mapping[tuple[str, str], list[Swap]] = {
    ("arrow-id", "arrows.yaml"): [
        (HOPE, HOPE.replace("mood", "signal"), "drug--mood: id … call it drug--signal", "id: drug--mood"),
    ],
    ("arrow-id", "absent.yaml"): [
        ("target: mood", "target: signal", "brake--mood: id … call it brake--signal", "id: brake--mood"),
    ],
    ("bel-sign", "arrows.yaml"): [
        ("directlyDecreases", "directlyIncreases", "drug--brake: bel … does not agree with sign -1"),
        (
            PLUS,
            PLUS.replace("inc", "dec"),
            "drug--mood: bel … does not agree with sign +1",
            "sign: 1\n  bel: decreases",
        ),
    ],
    ("chain-broken", "overview.yaml"): [
        ("signal--mood]", "drug--mood]", "links[1].via[1] … starts at drug … reached signal"),
    ],
    ("effect-of-dose", "overview.yaml"): [
        ("mood, after_dose: 1", "mood, after_dose: -1", "things[2] … after_dose is -1, but the arrows give +1"),
    ],
    ("unverified-doi", "references.yaml"): [
        ("{doi: true", "{doi: false", "one2001: doi … move it to doi_unseen", "doi: 10.1000/one"),
        ("{doi: false, title: false", "{doi: true, title: false", "three2003: verified.doi … add doi, or write false"),
    ],
    ("one-doi", "references.yaml"): [
        ("  doi: 10.1000/one", "  doi: 10.1000/one\n  doi_unseen: 10.1000/o", "one2001: doi_unseen … doi as well"),
        ("  doi: 10.1000/one", "  doi: 10.1000/one\n  no_doi: a talk", "one2001: no_doi … doi as well"),
        ("unseen: 10.1000/two", "unseen: 10.1000/two\n  no_doi: a talk", "two2002: no_doi … doi_unseen as well"),
    ],
    ("counted-twice", "arrows.yaml"): [
        ("e: [one2001]", "e: [two2002]", "signal--mood: evidence … two2002 is listed 2 times", LATE),
    ],
    ("no-support", "arrows.yaml"): [
        (
            "h}\n  evidence:\n    supports: [two2002]",
            "h}\n  evidence:\n    supports: []",
            "drug--mood: evidence.supports",
        ),
    ],
    ("contested-unsaid", "arrows.yaml"): [
        (
            "  contested: One paper found the opposite.\n",
            "",
            "drug--brake: evidence.opposes … reason",
            "opposes: [two2002]",
        ),
    ],
    ("number-range", "numbers.yaml"): [
        ("value: 40", "value: 51", "n1: value … outside low and high … correct"),
        ("value: 40", "value: 29", "n1: value … outside low and high"),
        ("  unit: '% of people'\n", "", "n1: label … needs a unit", "label: Felt better"),
        ("'1970'", "'1970'\n  value: 1", "d1: date … an event has no value", "'1970'"),
    ],
    ("experiment-reads", "experiments.yaml"): [
        ("readout_node: mood", "readout_node: null", "x1: readout_node … needs a readout"),
        ("[{node: brake, action: block}]", "[]", "x1: targets … a target or a dose", "targets: []"),
        ("modelable: true", "modelable: false", "x1: why_not … if and only if", "why_not: ''"),
        ("why_not: ''", "why_not: No.", "x1: why_not … if modelable is false"),
        ("\n  effect: abolished", "\n  effect: reduced", "x1: effect … write abolished"),
    ],
    ("step-order", "steps.yaml"): [("order: 2", "order: 3", "block: order … [1, 3]", "order: 1")],
    ("layout-width", "mechanism.yaml"): [("[300]", "[300, 600]", "widths … no layout/600.yaml … write it")],
    ("layout-width", "layout/300.yaml"): [("width: 300", "width: 310", "300: width … the same number")],
    ("layout-complete", "layout/300.yaml"): [
        ("  drug--brake: {verb: {x: 90, y: 30}}\n", "", "300: links … “drug--brake” has no position", "\nlinks:"),
        ("  mood: {", f"  signal: {FRAME}\n  mood: {{", "300: things.signal … not in the overview", "  signal:"),
    ],
    ("off-canvas", "layout/300.yaml"): [
        ("brake: {x: 150", "brake: {x: 301", "300: things.brake … 300 × 200 px"),
        ("brake: {x: 150", "brake: {x: -1", "300: things.brake … outside the 300"),
        ("150, y: 150", "150, y: -1", "300: things.mood … move it inside"),
        ("150, y: 150", "150, y: 201", "300: things.mood … outside the 300"),
    ],
}

SEVERAL_EDITS = (
    Seed(
        "self-loop",
        "arrows.yaml",
        "target: mood, sign",
        "mood--mood: target … the same thing",
        {"arrows.yaml": add(LOOP), **words("\narrows:", f"\narrows:\n  mood--mood: {SPOKEN}")},
    ),
    Seed(
        "drawn-although-absent",
        "arrows.yaml",
        "id: drug--mood",
        "drug--mood: id … not found",
        {
            "absent.yaml": swap("brake--mood", "drug--mood", "e: brake", "e: drug"),
            **words("brake--mood:", "drug--mood:"),
        },
    ),
    # Nothing leads to the signal under the second account: the arrow from the drug belongs to the first.
    Seed(
        "account-leads-nowhere",
        "hypotheses.yaml",
        "id: hope",
        "hope: id … reached from drug",
        {"arrows.yaml": swap("[hope]", "[brake]", SIGNAL, SIGNAL.replace("core", "hope"))},
    ),
    # The same, because the way there is open at a high dose only.
    Seed(
        "account-leads-nowhere",
        "hypotheses.yaml",
        "id: hope",
        "hope: id … reached from drug. Fix: add",
        {
            "arrows.yaml": swap(
                *("[brake]", "[core]\n  condition: {dose: 'high'}"),
                *("[hope]", "[brake]"),
                *(SIGNAL, SIGNAL.replace("core", "hope")),
            ),
            "hypotheses.yaml": swap("  dose: high\n", ""),
        },
    ),
    Seed(
        "chain-broken",
        "overview.yaml",
        "target: mood",
        "links[1].target … ends at signal, not at mood",
        {"overview.yaml": swap(", signal--mood]", "]"), **words(f"links:\n  {PICTURE}", "links: {}")},
    ),
    Seed(
        "chain-sign",
        "overview.yaml",
        "target: mood\n    sign: 1",
        "links[1].sign … product of the signs in via is -1 … write -1",
        {
            "overview.yaml": swap(
                "mood\n    sign: -1", "mood\n    sign: 1", "mood, after_dose: 1", "mood, after_dose: -1"
            )
        },
    ),
    Seed("link-id", "overview.yaml", "mood--brake", "links[1].id … call it brake--mood", renamed("mood--brake")),
    Seed("link-id", "overview.yaml", "{id: drug--brake", "links[2].id … taken", {"overview.yaml": add(LINK)}),
    Seed(
        "link-id",
        "overview.yaml",
        "{id: drug--mood",
        "links[2].id … taken by another arrow",
        {
            "overview.yaml": add(CHAIN),
            "layout/300.yaml": add("  drug--mood: {verb: {x: 9, y: 9}}\n"),
            **words("\nlinks:", f"\nlinks:\n  drug--mood: {SPOKEN}"),
        },
    ),
    Seed(
        "effect-of-dose",
        "overview.yaml",
        "id: signal",
        "things[1] … no arrow in the main picture leads here from drug",
        {
            "overview.yaml": swap("  - {id: brake,", "  - {id: signal, after_dose: 1}\n  - {id: brake,"),
            "layout/300.yaml": swap("  mood: {", f"  signal: {FRAME}\n  mood: {{"),
        },
    ),
    Seed(
        "layout-width",
        "layout/301.yaml",
        "width: 301",
        "301: width … not a width in mechanism.yaml",
        {"layout/301.yaml": lambda _: swap("width: 300", "width: 301")((TOY / "layout" / "300.yaml").read_bytes())},
    ),
    *(
        Seed(
            "missing-picture",
            "layout/300.yaml",
            "pictures: near",
            f"300: pictures … scene/near-{missing}.svg is missing",
            {
                "layout/300.yaml": add("pictures: near\n"),
                **{
                    f"scene/near-{state}-{theme}.svg": add("<svg/>")
                    for state in PictureState
                    for theme in Theme
                    if f"{state}-{theme}" != missing
                },
            },
        )
        for missing in ("all-light", "fade-dark")
    ),
)

BETWEEN = (*swaps(SIMPLE), *SEVERAL_EDITS, *NAMED, *LIMITS)
