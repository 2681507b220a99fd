"""Every word that the interface declares is shown somewhere: each level has to write it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from figures.scene import Head
from figures.tokens import tokens
from tests.support.fields_read import Field, below, read_in
from ui.catalogue import pages
from ui.live.lobby import LobbyPage
from wording.interface import Interface
from wording.language import Plural
from wording.legend import KeyWords
from wording.live import LiveWords
from wording.pages import AboutSection, StoryWords

ROOT = Path(__file__).parent.parent.parent
CODE = ("app.py", "shell", "pages", "ui", "live", "figures", "wording", "graph")
BROWSER = ROOT / "ui" / "browser"
WHOLE = (Plural, AboutSection)
"""Records of which every field is shown wherever one is: forms of a phrase, and title and text of a section."""


def files() -> list[Path]:
    return [path for name in CODE for path in (ROOT / name).rglob("*.py")] + [ROOT / "app.py"]


def in_scripts(folder: str, pattern: str) -> set[str]:
    """What `pattern` finds in the scripts of a folder."""
    texts = [path.read_text(encoding="utf-8") for path in (BROWSER / folder).glob("*.js")]
    return {name for text in texts for name in re.findall(pattern, text)}


def fields(model: type[BaseModel], names: set[str]) -> set[Field]:
    return {(model.__name__, name) for name in names & model.model_fields.keys()}


def shown() -> set[Field]:
    """Every word that some code reads: Python by its attributes, the browser's scripts by what they are sent."""
    read = read_in((ast.parse(path.read_text(encoding="utf-8")) for path in files()), below(Interface))
    lobbies = {page.how for page in pages().values() if isinstance(page, LobbyPage)}
    marks = {*get_args(Head), *tokens().shapes.values(), "split"}
    return {
        *read,
        *fields(KeyWords, marks),  # a layout's legend names its marks
        *fields(LiveWords, in_scripts("live", r"\bwords\.(\w+)") | {"following", "paused", "waiting"} | lobbies),
        *fields(StoryWords, in_scripts("map", r"\btext\.(?:story\.)?(\w+)")),
    }


def test_every_declared_word_is_read_by_some_code() -> None:
    read = shown()
    declared = {name: model for name, model in below(Interface).items() if model not in WHOLE}
    assert len(declared) > 20
    unread = [(name, field) for name, model in declared.items() for field in model.model_fields]
    assert [one for one in unread if one not in read] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def one(says: Outer) -> str:\n    return says.inner.used", {("Outer", "inner"), ("Inner", "used")}),
        (
            "def one(says: Outer) -> str:\n    words = says.inner\n    return words.used",
            {("Outer", "inner"), ("Inner", "used")},
        ),
        (
            "def words() -> Outer: ...\n\ndef two() -> str:\n    return words().many['a'].used",
            {("Outer", "many"), ("Inner", "used")},
        ),
        ("def one(other: Mapping) -> str:\n    return other.used", set()),
        (
            "def one(all: Outer) -> list:\n    return [x.used for x in all.many.values()]",
            {("Outer", "many"), ("Inner", "used")},
        ),
    ],
)
def test_a_word_is_read_only_where_its_record_is(code: str, found: set[Field]) -> None:
    class Inner(BaseModel):
        used: str
        unused: str

    class Outer(BaseModel):
        inner: Inner
        many: dict[str, Inner]

    assert read_in([ast.parse(code)], {"Outer": Outer, "Inner": Inner}) == found
