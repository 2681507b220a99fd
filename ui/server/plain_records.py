"""The records behind the plain document: links not found, accounts, claims, terms and references."""

from __future__ import annotations

from graph.models import Hypothesis
from graph.records import Claim
from graph.vocabulary import Dose, Verdict
from ui.catalogue import page_showing
from ui.html.citations import cite
from ui.html.listing import Entry, by_letter
from ui.html.markup import Markup, tag
from ui.params import Focus
from ui.server.plain_parts import PlainReader, Section, chips, facts, jumps, section
from ui.subject import Subject


def absent(reader: PlainReader) -> Section:
    """Links that were looked for and not found."""
    words = reader.mechanism.words[reader.level].absent
    written = [
        tag(
            "article",
            tag("h3", reader.thing(one.source), " ↛ ", reader.thing(one.target)),
            tag("p", words[one.id].sentence),
            facts((reader.says.text.plain_studies, reader.studies(one.refs))),
            id=f"absent-{one.id}",
        )
        for one in reader.mechanism.absent.values()
    ]
    return section(reader, "absent", reader.says.text.plain_absent.format(count=len(written)), *written)


def accounts(reader: PlainReader) -> Section:
    """The accounts of how the drug works."""
    written = [_account(reader, account) for account in reader.mechanism.hypotheses.values()]
    return section(reader, "accounts", reader.says.text.plain_accounts.format(count=len(written)), *written)


def _account(reader: PlainReader, account: Hypothesis) -> Markup:
    """An account: what it says, the arrows that it adds to the shared ones, and who argues for and against it."""
    says, words = reader.says.text, reader.mechanism.words[reader.level].hypotheses[account.id]
    own = [arrow.id for arrow in reader.mechanism.arrows.values() if account.id in arrow.hypotheses]
    return tag(
        "article",
        tag("h3", words.title),
        tag("p", words.sentence),
        tag("p", f"{reader.says.rivals.against}: {words.against}"),
        chips(says.high_dose if account.dose is Dose.HIGH else ""),
        facts(
            (says.plain_rests_on, reader.accounts(account.rests_on)),
            (says.account_adds, reader.arrows(own)),
            (says.supports, reader.studies_or_none(account.proponents)),
            (says.opposes, reader.studies_or_none(account.challengers)),
        ),
        id=f"account-{account.id}",
    )


def claims(reader: PlainReader) -> Section:
    """The claims of the articles, by verdict."""
    mechanism, says = reader.mechanism, reader.says
    groups = [(verdict, [one for one in mechanism.claims.values() if one.verdict is verdict]) for verdict in Verdict]
    titled = [
        (f"claims-{verdict.value}", f"{says.verdicts[verdict]} ({len(group)})", group) for verdict, group in groups
    ]
    parts = [
        tag("p", says.text.plain_claims_from.format(count=len(mechanism.articles))),
        jumps((id_, title) for id_, title, group in titled if group),
    ]
    for id_, title, group in titled:
        if group:
            parts.append(tag("h3", title, id=id_, class_="word"))
        parts += [_claim(reader, claim) for claim in group]
    return section(reader, "claims", says.text.plain_claims.format(count=len(mechanism.claims)), *parts)


def _claim(reader: PlainReader, claim: Claim) -> Markup:
    words = reader.claim(claim.id)
    return tag(
        "article",
        tag("h4", words.claim),
        chips(reader.says.verdicts[claim.verdict]),
        tag("p", words.plain),
        tag("p", words.why),
        facts((reader.says.text.plain_studies, reader.studies(claim.refs))),
        id=f"claim-{claim.id}",
    )


def glossary(reader: PlainReader) -> Section:
    """The terms of the level from A to Z, with their definitions."""
    terms = reader.mechanism.words[reader.level].glossary
    letters = [(f"terms-{letter.lower()}", letter, entries) for letter, entries in by_letter(terms.items())]
    parts = [jumps((id_, letter) for id_, letter, _ in letters)]
    for id_, letter, entries in letters:
        parts.append(tag("h3", letter, id=id_))
        parts += [_term(reader, entry) for entry in entries]
    title = page_showing(Subject.TERMS).title(reader.level)
    return section(reader, "glossary", f"{title} ({len(terms)})", *parts)


def _term(reader: PlainReader, entry: Entry) -> Markup:
    """A term, its definition, the part that it names, and the papers behind it."""
    id_, words = entry
    one = reader.mechanism.glossary[id_]
    label = reader.says.lists.on_map.format(name=reader.name(one.thing)) if one.thing else ""
    return tag(
        "article",
        tag("h4", words.term),
        tag("p", words.text),
        tag("p", reader.to(Focus("node", one.thing), label)) if one.thing else "",
        facts((reader.says.text.plain_studies, reader.studies(one.refs))),
        id=f"term-{id_}",
    )


def references(reader: PlainReader) -> Section:
    """Every paper, numbered, with its DOI if verified."""
    written = [tag("li", cite(reader, paper), id=f"ref-{paper}") for paper in reader.mechanism.references]
    heading = reader.says.text.plain_references.format(count=len(written))
    return section(reader, "references", heading, tag("ol", *written, class_="references"))
