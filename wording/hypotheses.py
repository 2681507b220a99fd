"""Words of the page about accounts, including the evidence over time."""

from __future__ import annotations

from pydantic import model_validator

from graph.history import Turn
from graph.models import Record, Text
from graph.vocabulary import HypothesisKind
from wording.language import Plural
from wording.phrases import need_phrases


class KindWords(Record):
    """Heading and description of a kind of account."""

    title: Text
    says: Text


class RivalWords(Record):
    """The accounts: selecting them, what each says and rests on, and how two differ."""

    kinds: dict[HypothesisKind, KindWords]
    pick: Text
    door: Text
    no_door: Text
    rests_on: Text
    core: Text
    only: Text
    both: Text
    nothing: Text
    key_core: Text
    key_own: Text
    key_only: Text
    key_both: Text
    found: Text
    challenged: Text
    against: Text
    tests: Text
    stance: dict[str, Text]
    standing: Text
    stands: Plural
    arrows: Plural
    sight: Text
    sight_hint: Text
    table: Text
    account: Text
    kind: Text
    map_label: Text
    cited: Text

    @model_validator(mode="after")
    def _every_kind_has_words(self) -> RivalWords:
        if missing := [kind.value for kind in HypothesisKind if kind not in self.kinds]:
            raise ValueError(f"kinds has no words for {', '.join(missing)}")
        return self


class YearWords(Record):
    """Evidence over time: the control, and what the papers of a year changed."""

    title: Text
    hint: Text
    today: Text
    upto: Text
    previous: Text
    next: Text
    all: Text
    bar: Plural
    changed: Text
    summary: Plural
    unchanged: Text
    waiting: Plural
    by_then: Text
    unshown: Text
    turns: dict[Turn, Text]
    roles: dict[str, Text]

    @model_validator(mode="after")
    def _every_turn_has_a_phrase(self) -> YearWords:
        need_phrases(self, turns=Turn)
        return self
