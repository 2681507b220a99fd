"""Sections about a step, below the map: its parts, arrows, experiments, claims and cautions."""

from __future__ import annotations

from collections.abc import Sequence

from graph.evidence import badge
from graph.models import Arrow
from graph.records import Claim
from graph.words import Stated
from ui.html.badges import contested, verdict
from ui.html.cached import cached_html
from ui.html.contents import Section, contents
from ui.html.experiments import experiments_table
from ui.html.markup import Markup, tag
from ui.html.table import row, scrolling
from ui.html.terms import marked
from ui.reader import Reader
from ui.subject import Subject


@cached_html
def step_sections(reader: Reader, steps: tuple[str, ...], heading: str) -> list[Markup]:
    """Under one `heading`: the parts of `steps`, their arrows, experiments, claims and cautions."""
    mechanism, words = reader.mechanism, reader.says.step_page
    arrows = arrows_of(reader, steps)
    claims = [claim for claim in mechanism.claims.values() if claim.step in steps]
    cautions = [one.id for one in mechanism.cautions.values() if set(one.steps) & set(steps)]
    said = mechanism.words[reader.level]
    listed = tag("ul", *(_caution(reader, said.cautions[id_], id_) for id_ in cautions))
    return contents(
        reader,
        [
            Section("parts", heading, _things(reader, steps)),
            Section("arrows", words.arrows, tag("p", words.arrows_hint, class_="muted") + _arrows(reader, arrows)),
            Section("experiments", words.experiments, experiments_table(reader, arrows, steps)),
            Section("claims", words.claims, _claims(reader, claims)),
            Section("cautions", words.cautions, listed),
        ],
    )


def arrows_of(reader: Reader, steps: Sequence[str]) -> list[Arrow]:
    """Arrows that start or end in one of the `steps`; for steps outside the cascade, only those no cascade step has."""
    mechanism = reader.mechanism
    cascade = any(mechanism.steps[step].cascade for step in steps)

    def belongs(arrow: Arrow) -> bool:
        ends = {mechanism.things[arrow.source].step, mechanism.things[arrow.target].step}
        return bool(ends & set(steps)) if cascade else ends <= set(steps)

    return [arrow for arrow in mechanism.arrows.values() if belongs(arrow)]


def _caution(reader: Reader, words: Stated, id_: str) -> Markup:
    return tag("li", tag("strong", words.title), tag("p", marked(reader, words.sentence)), id=f"caution-{id_}")


def _things(reader: Reader, steps: Sequence[str]) -> Markup:
    words = reader.mechanism.words[reader.level].things
    return tag(
        "dl",
        *(
            tag("dt", reader.thing(thing.id), id=f"thing-{thing.id}")
            + tag("dd", marked(reader, words[thing.id].summary))
            for thing in reader.mechanism.things.values()
            if thing.step in steps
        ),
    )


def _arrows(reader: Reader, arrows: Sequence[Arrow]) -> Markup:
    """A table of arrows with both evidence grades, and papers for, against and with no difference."""
    says = reader.says
    headings = (says.step_page.arrow, says.text.in_whom, says.text.how_directly, says.step_page.papers)
    rows = []
    for arrow in arrows:
        evidence = badge([arrow])
        counts = " · ".join(str(len(found)) for found in (evidence.supports, evidence.opposes, evidence.no_difference))
        rows.append(
            row(
                (reader.arrow(arrow.id), " ", contested(reader, evidence), tag("p", reader.spoken(arrow.id)[1])),
                says.in_whom[evidence.in_whom],
                says.directness[evidence.directness],
                counts,
                id_=f"arrow-{arrow.id}",
            )
        )
    return scrolling(says.step_page.arrows, headings, rows)


def _claims(reader: Reader, claims: Sequence[Claim]) -> Markup:
    """Claims about the steps with their verdicts, each linked to its papers."""
    words = reader.says.step_page
    if not claims:
        return tag("p", words.no_claims)
    rows = (
        tag(
            "li",
            reader.record(Subject.CLAIMS, claim.id, reader.claim(claim.id).claim),
            tag("p", verdict(reader, claim), " ", marked(reader, reader.claim(claim.id).plain)),
            tag("p", marked(reader, reader.claim(claim.id).why)),
            id=f"claim-{claim.id}",
        )
        for claim in claims
    )
    steps = ",".join(dict.fromkeys(claim.step for claim in claims if claim.step))
    return tag("ul", *rows) + tag("p", reader.page(Subject.CLAIMS, words.all_claims, step=steps))
