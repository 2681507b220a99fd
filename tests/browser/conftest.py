"""One server, one browser and mostly one tab for all browser tests of a process."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.reader import Reader
from tests.browser.tab import WINDOW, Tab
from tests.support import chromium
from tests.support.patience import PATIENCE
from tests.support.server import free_port, serving, uvicorn

expect.set_options(timeout=PATIENCE * 1000)

FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    port = free_port()
    with serving(uvicorn(port), port) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def tab(browser: Browser, address: str) -> Iterator[Tab]:
    tab = Tab(browser, address)
    yield tab
    tab.drop()


@pytest.fixture
def page(tab: Tab, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page like new, in the tab that all tests share. What cannot be undone there belongs into `new_page`."""
    yield tab.fresh()
    if request.node.stash.get(FAILED, False):
        tab.drop()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Page]:
    """A page in a tab of its own, for what would not go away by itself, such as a clock that the test holds."""
    context = browser.new_context(viewport=WINDOW, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(page: Page, address: str) -> Reader:
    return Reader(page, address)
