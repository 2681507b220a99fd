"""The list of claims: each statement from the source articles, with its verdict and the reason for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from graph.account_comparison import accounts_citing
from graph.records import Claim
from graph.vocabulary import Level, Topic, Verdict
from pages.claims.matrix import matrix, unsaid
from ui.address import SEARCH
from ui.content import mechanism
from ui.html.badges import verdict
from ui.html.citations import paper_list
from ui.html.crisis import SPOKEN, crisis_line
from ui.html.downloads import downloads
from ui.html.listing import Counts, counted, filters, followed, matches, passes, sections, shown_line
from ui.html.markup import Markup, items, joined, tag
from ui.html.terms import marked
from ui.listings import Listing
from ui.params import Id, Ids
from ui.reader import Reader
from ui.state import plain_reader
from ui.subject import Subject

CLAIM = Id("claim", doc="The one claim that a link leads to.", known=lambda content: content.claims)
CLAIMS = Listing(
    CLAIM,
    (
        Ids(
            "step",
            doc="Steps that a claim is about.",
            known=lambda content: dict.fromkeys(one.step for one in content.claims.values() if one.step),
        ),
        Ids("topic", doc="What a claim is about.", known=lambda _: tuple(Topic)),
        Ids("verdict", doc="What the evidence says to a claim.", known=lambda _: tuple(Verdict)),
        Ids("article", doc="Articles in which a claim is made.", known=lambda content: content.articles),
        Ids("system", doc="Systems of the body that a claim is about.", known=lambda content: content.systems),
    ),
)


def claims_list(reader: Reader) -> Markup:
    """Claims that match the filters and the search, grouped by topic; a linked claim is shown first."""
    content, says = reader.mechanism, reader.says
    words = content.words[reader.level]
    found = [claim for claim in content.claims.values() if _passes(reader, claim)]
    names = {
        "step": lambda value: words.steps[value].title,
        "topic": lambda value: says.topics[Topic(value)],
        "verdict": lambda value: says.verdicts[Verdict(value)],
        "article": lambda value: article(reader, value),
        "system": lambda value: words.systems[value],
    }
    parts = [
        filters(reader, CLAIMS, names, _counts()),
        shown_line(reader, CLAIMS, len(found), len(content.claims)),
    ]
    if reader.address[CLAIM]:
        parts.append(followed(reader, claim(reader, content.claims[reader.address[CLAIM]], "followed-")))
    by_topic = (
        (f"topic-{topic}", says.topics[topic], [_written(reader.level)[one.id] for one in found if one.topic is topic])
        for topic in Topic
    )
    parts.append(sections(group for group in by_topic if group[2]))
    parts.append(tag("p", downloads(reader, "claims")))
    return joined(parts)


def _values(one: Claim, facet: str) -> Iterable[str]:
    """The values of a claim for one filter."""
    match facet:
        case "article":
            return [source.article for source in one.sources]
        case "system":
            return _systems()[one.id]
        case _:
            return [getattr(one, facet)]


@cache
def _systems() -> dict[str, list[str]]:
    """The systems of the body that each claim is about."""
    systems = mechanism().systems.values()
    return {id_: [system.id for system in systems if id_ in system.claims] for id_ in mechanism().claims}


@cache
def _counts() -> Counts:
    return counted(CLAIMS, mechanism().claims.values(), _values)


@cache
def below(level: Level) -> Markup:
    """The sections below the claims, which do not depend on the filters."""
    reader = plain_reader(level)
    return matrix(reader) + unsaid(reader)


@cache
def _written(level: Level) -> dict[str, Markup]:
    """The HTML of every claim by id; it depends on the level only."""
    reader = plain_reader(level)
    return {one.id: claim(reader, one) for one in reader.mechanism.claims.values()}


def _passes(reader: Reader, one: Claim) -> bool:
    words = reader.claim(one.id)
    titles = (article(reader, source.article) for source in one.sources)
    return passes(reader.address, CLAIMS, one, _values) and matches(
        reader.address[SEARCH], words.claim, words.plain, words.why, *titles
    )


def article(reader: Reader, id_: str) -> str:
    """The title of an article, or a description if the copy had no title."""
    one = reader.mechanism.articles[id_]
    return one.title or one.described_as


def claim(reader: Reader, one: Claim, prefix: str = "claim-") -> Markup:
    """A claim with its verdict, the reason, where it is made, and the papers behind the verdict."""
    says, words = reader.says, reader.claim(one.id)
    met: set[str] = set()
    sources: dict[str, list[str]] = {}
    for source in one.sources:
        sources.setdefault(source.article, []).append(source.where)
    patient = reader.level is Level.PATIENT
    # The article's own headings help readers find the passage, so they are quoted unchanged.
    made_in = items(
        article(reader, id_) if patient else f"{article(reader, id_)}: {'; '.join(places)}"
        for id_, places in sources.items()
    )
    return tag(
        "article",
        tag("h3", words.claim),
        tag("p", verdict(reader, one), " ", marked(reader, words.plain, met)),
        tag("p", marked(reader, words.why, met)),
        *([crisis_line(reader.level)] if SPOKEN.search(f"{words.claim} {words.plain} {words.why}") else []),
        tag("p", f"{says.claims.best_evidence}: {says.claim_evidence[one.evidence_level]}", class_="muted"),
        tag(
            "details",
            tag("summary", f"{says.claims.rests_on}: {len(one.refs)} · {says.claims.made_in}: {len(sources)}"),
            paper_list(reader, one.refs) if one.refs else tag("p", says.claims.no_papers),
            tag("h4", says.claims.made_in),
            made_in,
            _accounts(reader, one),
        ),
        tag(
            "p",
            *_on_step(reader, one.step),
            *_on_treatment(reader, one.id),
            reader.record(Subject.CLAIMS, one.id, says.lists.link),
            class_="links",
        ),
        id=f"{prefix}{one.id}",
        class_="record",
    )


def _accounts(reader: Reader, one: Claim) -> Markup:
    """Links to the accounts whose own arrows cite any of a claim's papers."""
    titles = reader.mechanism.words[reader.level].hypotheses
    found = [reader.account(id_, titles[id_].title) for id_ in accounts_citing(reader.mechanism, one.refs)]
    return tag("h4", reader.says.rivals.cited) + items(found) if found else Markup("")


@cache
def _passages() -> dict[str, str]:
    """Map each answered claim to the treatment passage that answers it."""
    return {id_: one.id for one in mechanism().treatment.values() for id_ in one.claims}


def _on_treatment(reader: Reader, id_: str) -> tuple[str, ...]:
    """A link to the treatment passage that answers a claim, or nothing."""
    if id_ not in _passages():
        return ()
    title = reader.mechanism.passages[reader.level].passages[_passages()[id_]].title
    label = reader.says.treatment.answers.format(title=title)
    return (reader.page(Subject.TREATMENT, label, place=f"treat-{_passages()[id_]}"), " · ")


def _on_step(reader: Reader, id_: str | None) -> tuple[str, ...]:
    """A link to the page of a claim's step, or nothing."""
    if id_ is None:
        return ()
    title = reader.mechanism.words[reader.level].steps[id_].title
    return (reader.step(id_, f"{reader.says.claims.on_step}: {title}"), " · ")
