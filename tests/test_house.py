"""How the house is built: what all pages share names none of them, and who draws takes the content from its reader."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import pages  # noqa: F401 - fills the catalogue
from ui.catalogue import paths

ROOT = Path(__file__).parent.parent
SHARED = [*(ROOT / "shell").rglob("*.py"), *(ROOT / "ui").rglob("*.py"), *(ROOT / "ui" / "browser").rglob("*.js")]
PAGES = sorted({*(ROOT / "pages").rglob("*.py")} - {ROOT / "pages" / "__init__.py"})  # which makes the pages

# Words that only look like a page's address, by the file that writes them.
NO_PAGE = {
    "ui/citation_index.py": {"claims", "treatment"},  # kinds of use of a paper
    "ui/search/entries.py": {"treatment"},  # a kind of entry
    "ui/server/plain_records.py": {"claims", "glossary"},  # ids of sections of the plain document
    "ui/subject.py": {"claims", "treatment"},  # what a page shows, at whatever address
}

CONTENT = {"mechanism", "network", "compared", "active_under"}
"""What `ui.content` gives."""


def quoted_pages(source: str, known: tuple[str, ...]) -> set[str]:
    """Addresses of pages that stand in `source` as a string, or begin one as a link does."""
    words = "|".join(re.escape(path) for path in known if path)
    return {found[2] for found in re.finditer(rf"""(["'`])(?:\.?/)?({words})(?=["'`/?#])""", source)}


def takers(source: str) -> set[str]:
    """Names of functions that take the content from `ui.content` whenever they run: no caches, no methods of a page."""
    return {
        one.name
        for one in ast.parse(source).body
        if isinstance(one, ast.FunctionDef)
        and not any(isinstance(mark, ast.Name) and mark.id == "cache" for mark in one.decorator_list)
        and any(
            isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in CONTENT
            for call in ast.walk(one)
        )
    }


@pytest.mark.parametrize("path", SHARED, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_pages_share_names_none_of_them(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    assert quoted_pages(path.read_text(encoding="utf-8"), paths()) == NO_PAGE.get(name, set())


@pytest.mark.parametrize("written", ['page == "claims"', "go('/time')", "`./sources?paper=${id}`", '"what-if#scores"'])
def test_a_page_is_found_however_it_is_quoted(written: str) -> None:
    assert len(quoted_pages(written, paths())) == 1


@pytest.mark.parametrize("written", ["claims = 1", '"claimed"', '"the claims"', "# sources", '"api/claims.csv"'])
def test_a_word_is_no_page(written: str) -> None:
    assert not quoted_pages(written, paths())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_who_draws_takes_the_content_from_the_reader(path: Path) -> None:
    assert not takers(path.read_text(encoding="utf-8"))


def test_a_function_that_asks_for_the_content_is_found() -> None:
    asks = "def row(reader):\n    return tag('p', mechanism().digest)\n"
    assert takers(asks) == {"row"}
    assert not takers(f"@cache\n{asks}")
    assert not takers(asks.replace("mechanism()", "reader.mechanism"))
