"""Runs any page of the app on the server alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from graph.vocabulary import Level
from tests.support.patience import PATIENCE
from tests.ui.odd import Params
from ui.address import DEFAULT_LEVEL

SHELL = str(Path(__file__).parent.parent.parent / "shell" / "shell.py")


def ran(params: Params, path: str = "") -> AppTest:
    """The page at `path`, run once with these query parameters."""
    test = AppTest.from_file(SHELL, default_timeout=PATIENCE)
    # Its own would look for components in every package that is installed, which takes ten times as long as the page.
    test._bidi_component_manager = BidiComponentManager()
    if path:
        test._page_hash = calc_hash(path)
    for name, values in params.items():
        test.query_params[name] = values
    return test.run()


def visited(path: str = "", level: Level = DEFAULT_LEVEL, **asked: str) -> AppTest:
    """The page at `path` after its first run, which all tests of a process share: to be read, never run again."""
    return _visited(path, level, tuple(sorted(asked.items())))


@cache
def _visited(path: str, level: Level, asked: tuple[tuple[str, str], ...]) -> AppTest:
    params = {"level": [level.value]} if level is not DEFAULT_LEVEL else {}
    return ran(params | {name: [value] for name, value in asked}, path)


def html_of(path: str = "", level: Level = DEFAULT_LEVEL, **asked: str) -> str:
    """HTML of such a page, with the words that it explains as plain words."""
    return _html_of(path, level, tuple(sorted(asked.items())))


@cache
def _html_of(path: str, level: Level, asked: tuple[tuple[str, str], ...]) -> str:
    test = _visited(path, level, asked)
    assert not test.exception
    return html(test)


def html(test: AppTest) -> str:
    """All HTML of a page, with the words that it explains as plain words."""
    return unmarked(drawn(test))


def drawn(test: AppTest) -> str:
    """All HTML of a page as it is sent."""
    return "\n".join(element.proto.body for element in test.get("html"))


def unmarked(shown: str) -> str:
    """`shown` with its terms as plain words."""
    return re.sub(r'<button type="button" class="term"[^>]*>([^<]*)</button>', r"\1", shown)


def anchors(shown: str) -> list[str]:
    """Every id in `shown`, in order."""
    return re.findall(r'\sid="([^"]+)"', shown)
