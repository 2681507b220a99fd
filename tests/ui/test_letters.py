"""Patients meet no letters that a clinic would not use before them, on any page."""

from __future__ import annotations

import re
from html import unescape

import pytest

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import html_of
from ui.catalogue import paths

# Two capitals in one word: letters that stand for words. Names with a capital inside, such as McMahon, are none.
LETTERS = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])(?!Ma?c[A-Z])[A-Za-z0-9]+\b")
# What belongs to others keeps its spelling: citations, names of authors over them, and of the formats of a download.
OTHERS = re.compile(
    r'<style>.*?</style>|<cite>.*?</cite>|<ul class="papers">.*?</ul>|<article[^>]*><h3>[^<]*\d{4}</h3>'
    r'|<p class="downloads">.*?</p>|<a href="https://doi[^>]*>.*?</a>|<(span|p) class="papers">.*?</\1>',
    re.DOTALL,
)


@pytest.mark.parametrize("path", paths())
def test_only_allowed_letters_stand_on_a_page_for_patients(content: Mechanism, path: str) -> None:
    shown = OTHERS.sub(" ", html_of(path, Level.PATIENT))
    met = set(LETTERS.findall(unescape(re.sub(r"<[^>]+>", " ", shown))))
    plural = {f"{letters}s" for letters in content.manifest.known_abbreviations}
    assert met - set(content.manifest.known_abbreviations) - plural == set()


def test_the_same_words_for_students_hold_more_letters() -> None:
    shown = OTHERS.sub(" ", html_of("bdnf-release"))
    assert "TrkB" in LETTERS.findall(shown)
