"""Seeded faults in what the content says of its own limits: cautions, points left unsaid, and who says what."""

from __future__ import annotations

from collections.abc import Mapping

from graph.vocabulary import Said
from tests.graph.seeds import LEVELS, TOY, Change, Seed, Swap, add, gone, swap, swaps, whole

BLOG = "- {id: blog, order: 2, title: null, described_as: A blog}\n"
CLAIM = """
- {id: it-is-safe, topic: mechanism, sources: [{article: blog, where: ¶1}], verdict: overstated, refs: [one2001],
   evidence_level: none}
"""
JUDGED = "  it-is-safe: {claim: It is safe., plain: Nobody knows., why: Nobody has looked.}\n"
BLOGGED: Mapping[str, Change] = {
    "articles.yaml": add(BLOG),
    "claims.yaml": add(CLAIM),
    **{f"verdicts/{level}.yaml": add(JUDGED) for level in LEVELS},
}
"""A second article, with a claim that it makes."""

SIMPLE: Mapping[tuple[str, str], list[Swap]] = {
    ("caution-order", "cautions.yaml"): [("order: 1", "order: 2", "seen-once: order … cautions … [2]")],
    ("unknown-thing", "cautions.yaml"): [("[brake]", "[brakes]", "seen-once: things[0] … did you mean “brake”?")],
    ("unknown-thing", "systems.yaml"): [("[brake]", "[brakes]", "stopping: things[0] … did you mean “brake”?")],
    ("unknown-step", "cautions.yaml"): [("[block]", "[blok]", "seen-once: steps[0] … did you mean “block”?")],
    ("unknown-arrow", "cautions.yaml"): [
        ("[drug--brake]", "[drug--brakes]", "seen-once: arrows[0] … did you mean “drug--brake”?"),
    ],
    ("unknown-claim", "systems.yaml"): [("[it-works]", "[it-work]", "claims[0] … did you mean “it-works”?")],
    ("unknown-article", "systems.yaml"): [
        ("{press: stated}", "{press: stated, prss: implied}", "said.prss … did you mean “press”?"),
    ],
    ("unknown-reference", "cautions.yaml"): [("[two2002]", "[two2003]", "seen-once: refs[0] … mean “two2002”?")],
    ("unknown-reference", "unsaid.yaml"): [("[one2001]", "[one2002]", "price: refs[0]: “one2002” … mean “one2001”?")],
    ("claim-without-said", "systems.yaml"): [("{press: stated}", "{}", "stopping: said … press makes one")],
    ("missing-words", "words/student.yaml"): [
        ("cautions:\n  seen-once: {", "cautions: {}\n# {", "student: cautions … “seen-once”", "cautions: {}"),
        ("unsaid:\n  price: {", "unsaid: {}\n# {", "student: unsaid … “price”", "unsaid: {}"),
        ("systems:\n  stopping:", "systems: {}\n#", "student: systems … “stopping”", "systems: {}"),
    ],
    ("orphan-words", "words/student.yaml"): [
        ("\ncautions:", "\ncautions:\n  twice: {title: A, sentence: B}", "student: cautions.twice"),
        ("\nunsaid:", "\nunsaid:\n  prices: {point: A, matters: B}", "student: unsaid.prices … “price”?"),
        ("\nsystems:", "\nsystems:\n  stopped: A", "student: systems.stopped … “stopping”?"),
    ],
}

SEVERAL_EDITS = (
    Seed(
        "missing-words",
        "verdicts/clinician.yaml",
        "claims:",
        "clinician: claims: no words for “it-is-safe” … add it-is-safe under claims",
        {file: change for file, change in BLOGGED.items() if file != "verdicts/clinician.yaml"},
    ),
    Seed(
        "orphan-words",
        "verdicts/patient.yaml",
        "  it-is-safe:",
        "patient: claims.it-is-safe: “it-is-safe” is not in claims",
        {"verdicts/patient.yaml": add(JUDGED)},
    ),
    whole("missing-level", "verdicts/student.yaml", "no verdicts … write the file", gone),
    whole(
        "missing-level",
        "verdicts/expert.yaml",
        "“expert” is not a level",
        lambda _: (TOY / "verdicts" / "student.yaml").read_bytes(),
    ),
    *(
        Seed(
            "said-without-claim",
            "systems.yaml",
            f"said: {{press: stated, blog: {said}",
            "stopping: said.blog: none … made in blog … write implied",
            {
                **BLOGGED,
                "systems.yaml": swap("press: stated", f"press: stated, blog: {said}"),
            },
        )
        for said in Said
        if said is not Said.IMPLIED
    ),
    Seed(
        "claim-without-said",
        "systems.yaml",
        "said: {press: stated",
        "stopping: said … blog makes one … say how far blog",
        {"articles.yaml": add(BLOG), "claims.yaml": swap("¶1}", "¶1}, {article: blog, where: ¶2}")},
    ),
)

LIMITS = (*swaps(SIMPLE), *SEVERAL_EDITS)
