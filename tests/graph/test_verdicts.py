"""What the three levels say of a claim: the same numbers, and for patients in sentences that they can read."""

from __future__ import annotations

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.graph.counted import abbreviations, mistaken, numbers, sentences
from tests.graph.test_limits import LONGEST, for_patients


def said(content: Mechanism, level: Level, id_: str) -> tuple[str, str, str]:
    words = content.verdicts[level].claims[id_]
    return words.claim, words.plain, words.why


def astray(content: Mechanism, level: Level, id_: str, texts: tuple[str, ...]) -> bool:
    """Whether `texts` would state other numbers of a claim than another level does."""
    other = Level.PATIENT if level is Level.STUDENT else Level.STUDENT
    return set(numbers(texts)) != set(numbers(said(content, other, id_)))


def test_every_level_speaks_of_every_claim(content: Mechanism) -> None:
    assert set(content.verdicts) == set(Level)
    for words in content.verdicts.values():
        assert list(words.claims) == list(content.verdicts[Level.STUDENT].claims)
        assert set(words.claims) == set(content.claims)


@pytest.mark.parametrize("level", list(Level))
def test_a_claim_has_the_same_numbers_at_every_level(content: Mechanism, level: Level) -> None:
    for id_ in content.claims:
        told = said(content, level, id_)
        assert not astray(content, level, id_, told), (id_, numbers(told), numbers(said(content, Level.STUDENT, id_)))


@pytest.mark.parametrize("level", list(Level))
def test_any_wrong_number_would_be_found(content: Mechanism, level: Level) -> None:
    tried = 0
    for id_ in content.claims:
        for texts in mistaken(said(content, level, id_)):
            assert astray(content, level, id_, texts), (id_, texts)
            tried += 1
    assert tried > 100


def test_numbers_are_read_in_digits_and_in_words() -> None:
    assert numbers(["Eleven of 14, 0.5 mg/kg; ten people, 62-77%."]) == dict.fromkeys(
        ("11", "14", "0.5", "10", "62", "77"), 1
    )
    assert numbers(["41 out of 100 people"]) == numbers(["41%"]) == {"41": 1}
    assert numbers(["100%"]) == {"100": 1}
    assert not numbers(["GAD-7, SUSTAIN-1, SV2A, someone, often"])


def test_a_patient_meets_short_sentences_about_claims(content: Mechanism) -> None:
    for id_ in content.claims:
        for text in said(content, Level.PATIENT, id_):
            for sentence in sentences(text):
                assert len(sentence.split()) <= LONGEST, (id_, sentence)


def test_a_patient_meets_only_abbreviations_that_are_listed(content: Mechanism) -> None:
    met = {id_: abbreviations(" ".join(said(content, Level.PATIENT, id_))) for id_ in content.claims}
    listed = set(content.manifest.known_abbreviations)
    assert {id_: odd for id_, found in met.items() if (odd := found - listed)} == {}
    elsewhere = (abbreviations(text) for _, text in for_patients(content))
    assert listed == set().union(*met.values(), *elsewhere)


def test_each_level_has_words_of_its_own(content: Mechanism) -> None:
    for id_ in content.claims:
        assert len({said(content, level, id_) for level in Level}) == len(Level), id_
