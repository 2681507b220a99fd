"""Words of pages without a map (claims, sources, about), of sharing, search and story, and of a missing page."""

from __future__ import annotations

from graph.models import Record, Text
from wording.language import Plural


class PageWords(Record):
    """Title of a page, its name in the menu, its introduction, and what it leaves out."""

    title: Text
    menu: Text
    intro: Text
    leaves_out: Text


class ListWords(Record):
    """Words of a list that can be filtered and searched."""

    search: Text
    search_hint: Text
    filters: Text
    clear: Text
    shown: Text
    nothing: Text
    followed: Text
    link: Text
    on_map: Text
    facets: dict[str, Text]


class ClaimsWords(Record):
    """Words of the page of claims."""

    made_in: Text
    best_evidence: Text
    rests_on: Text
    no_papers: Text
    on_step: Text
    matrix: Text
    matrix_hint: Text
    matrix_row: Text
    not_said: Text
    unsaid: Text
    unsaid_hint: Text
    object: Text


class SourcesWords(Record):
    """Words of the page of sources."""

    studied: Text
    found: Text
    used_in: Text
    unused: Text
    used: dict[str, Text]
    doi: dict[str, Text]
    download: Text
    cited_by_arrows: Plural
    cited_by_claims: Plural
    cited_by_experiments: Plural
    cited_by_others: Text


class StepWords(Record):
    """Words of a step's page."""

    when: Text
    things: Text
    arrows: Text
    arrows_hint: Text
    arrow: Text
    papers: Text
    experiments: Text
    experiments_hint: Text
    no_experiments: Text
    agent: Text
    subjects: Text
    readout: Text
    timing: Text
    result: Text
    time_unseen: Text
    reported: Text
    disputed: Text
    claims: Text
    all_claims: Text
    no_claims: Text
    cautions: Text
    sources: Text
    beside: Text


class AboutSection(Record):
    """A section of the page about the project: a heading and paragraphs."""

    title: Text
    text: tuple[Text, ...]


class AboutWords(Record):
    """The page about the project; sections of prose by id, and words of its tables."""

    sections: dict[str, AboutSection]
    in_whom: dict[str, Text]
    directness: dict[str, Text]
    example: Plural
    example_row: Text
    absent: Text
    papers: Text
    version: Text
    funded: Text
    not_funded: Text


class ShareWords(Record):
    """Sharing a view: QR code, reset, and the message after a change of level."""

    title: Text
    qr: Text
    qr_hint: Text
    reset: Text
    level_changed: dict[str, Text]


class MissingWords(Record):
    """The page shown for an unknown address."""

    title: Text
    text: Text
    perhaps: Text
    pages: Text


class SearchWords(Record):
    """The search box: its label, its messages, the kinds of results, and stop words (`ignored`)."""

    label: Text
    hint: Text
    count: Plural
    nothing: Text
    kinds: dict[str, Text]
    ignored: tuple[Text, ...]


class StoryWords(Record):
    """The story of the main picture: its buttons, the position in it, and the words of its panel."""

    label: Text
    start: Plural
    back: Text
    next: Text
    play: Text
    pause: Text
    leave: Text
    leave_short: Text
    left: Text
    place: Text
    seen: Text
    told: Text
    all: Text
    more: Text
    rests_on: Text
    arrows: Text
