"""All search entries: pages, steps, parts, arrows, accounts, claims, treatment, cautions, terms and papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.evidence import shown_finding
from graph.vocabulary import Level
from ui.address import ACCOUNTS
from ui.catalogue import page_of, page_showing, pages
from ui.html.citations import author_year
from ui.params import Focus
from ui.reader import Reader, page_href, picture_href, record_href
from ui.state import plain_reader
from ui.subject import Subject


@dataclass(frozen=True)
class Entry:
    """A search entry: `also` holds alternative names, `body` the text about it, `href` the address that shows it."""

    kind: str
    id: str
    label: str
    also: str
    body: str
    href: str


@cache
def entries(level: Level) -> tuple[Entry, ...]:
    """All entries at `level`; names from the other levels count as alternative names."""
    reader = plain_reader(level)
    found = (
        *(_pages, _steps, _things, _accounts, _claims, _treatment, _systems, _unsaid),
        *(_cautions, _terms, _papers, _arrows),
    )
    return tuple(entry for make in found for entry in make(reader))


def _link(reader: Reader, what: Subject, place: str = "", **values: str) -> str:
    return page_href(page_showing(what), reader.level, place, **values)


def _elsewhere(reader: Reader) -> Iterator[Reader]:
    """Readers of the same content at the other levels."""
    return (plain_reader(level) for level in Level if level is not reader.level)


def _pages(reader: Reader) -> Iterable[Entry]:
    for path, page in pages().items():
        if path in reader.mechanism.steps:
            continue
        also = f"{page.lead(reader.level)} {path}"
        body = " ".join((page.leaves_out(reader.level), page.headings(reader.level)))
        href = page_href(page, reader.level)
        yield Entry("page", path or "overview", page.title(reader.level), also, body, href)


def _steps(reader: Reader) -> Iterable[Entry]:
    for path, page in pages().items():
        if path not in reader.mechanism.steps:
            continue
        words = reader.mechanism.words[reader.level].steps[path]
        also = " ".join((path, *(page.title(one.level) for one in _elsewhere(reader))))
        href = page_href(page, reader.level)
        yield Entry("step", path, words.title, also, f"{words.summary} {words.doubt}", href)


def _things(reader: Reader) -> Iterable[Entry]:
    for thing in reader.mechanism.things.values():
        names = (one.name(thing.id) for one in _elsewhere(reader))
        also = " ".join((thing.full_name, thing.abbreviation, thing.id, *names))
        body = " ".join(
            one.mechanism.words[one.level].things[thing.id].summary for one in (reader, *_elsewhere(reader))
        )
        href = picture_href(Focus("node", thing.id), reader.level)
        yield Entry("thing", thing.id, reader.name(thing.id), also, body, href)


def _arrows(reader: Reader) -> Iterable[Entry]:
    for id_ in reader.mechanism.arrows:
        also = " ".join(one.statement(id_) for one in _elsewhere(reader))
        href = picture_href(Focus("edge", id_), reader.level)
        yield Entry("arrow", id_, reader.statement(id_), also, reader.spoken(id_)[1], href)


def _accounts(reader: Reader) -> Iterable[Entry]:
    for id_ in reader.mechanism.hypotheses:
        words = reader.mechanism.words[reader.level].hypotheses[id_]
        also = " ".join((id_, *(one.mechanism.words[one.level].hypotheses[id_].title for one in _elsewhere(reader))))
        href = _link(reader, Subject.ACCOUNTS, **{ACCOUNTS.name: id_})
        yield Entry("account", id_, words.title, also, words.sentence, href)


def _claims(reader: Reader) -> Iterable[Entry]:
    for claim in reader.mechanism.claims.values():
        words = reader.claim(claim.id)
        others = (one.claim(claim.id).claim for one in _elsewhere(reader))
        also = " ".join((claim.id, reader.says.topics[claim.topic], *others))
        body = f"{words.plain} {words.why}"
        yield Entry("claim", claim.id, words.claim, also, body, record_href(Subject.CLAIMS, claim.id, reader.level))


def _treatment(reader: Reader) -> Iterable[Entry]:
    """Passages about treatment; what the articles claim about them counts as an alternative name."""
    for one in reader.mechanism.treatment.values():
        words = reader.mechanism.passages[reader.level].passages[one.id]
        others = (each.mechanism.passages[each.level].passages[one.id].title for each in _elsewhere(reader))
        also = " ".join((one.id, reader.says.treatment.parts[one.part], *others))
        claims = (reader.claim(id_).claim for id_ in one.claims)
        points = (reader.mechanism.words[reader.level].unsaid[id_].point for id_ in one.unsaid)
        body = " ".join((*words.statements.values(), *claims, *points))
        yield Entry("treatment", one.id, words.title, also, body, _link(reader, Subject.TREATMENT, f"treat-{one.id}"))


def _systems(reader: Reader) -> Iterable[Entry]:
    for id_ in reader.mechanism.systems:
        also = " ".join((id_, *(one.mechanism.words[one.level].systems[id_] for one in _elsewhere(reader))))
        name = reader.mechanism.words[reader.level].systems[id_]
        yield Entry("system", id_, name, also, "", _link(reader, Subject.CLAIMS, system=id_))


def _unsaid(reader: Reader) -> Iterable[Entry]:
    for id_ in reader.mechanism.unsaid:
        words = reader.mechanism.words[reader.level].unsaid[id_]
        yield Entry("unsaid", id_, words.point, id_, words.matters, _link(reader, Subject.CLAIMS, f"unsaid-{id_}"))


def _cautions(reader: Reader) -> Iterable[Entry]:
    steps = reader.mechanism.steps
    for caution in reader.mechanism.cautions.values():
        words = reader.mechanism.words[reader.level].cautions[caution.id]
        step = next((step for step in caution.steps if steps[step].cascade), caution.steps[0])
        href = page_href(page_of(step), reader.level, f"caution-{caution.id}")
        yield Entry("caution", caution.id, words.title, caution.id, words.sentence, href)


def _terms(reader: Reader) -> Iterable[Entry]:
    for id_, words in reader.mechanism.words[reader.level].glossary.items():
        others = (one.mechanism.words[one.level].glossary[id_].term for one in _elsewhere(reader))
        also = " ".join((id_, *words.forms, *others))
        yield Entry("term", id_, words.term, also, words.text, record_href(Subject.TERMS, id_, reader.level))


def _papers(reader: Reader) -> Iterable[Entry]:
    for paper in reader.mechanism.references.values():
        title = paper.title if paper.title and paper.verified.title else ""
        also = f"{' '.join(paper.authors)} {paper.id}"
        body = f"{title} {shown_finding(reader.mechanism, paper.id) or ''} {paper.journal}"
        href = record_href(Subject.PAPERS, paper.id, reader.level)
        yield Entry("paper", paper.id, author_year(paper), also, body, href)
