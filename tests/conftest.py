"""What all tests share."""

from __future__ import annotations

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

import pages  # noqa: F401 - fills the catalogue
from graph.content import Mechanism
from tests.support.mechanisms import main

settings.register_profile("unhurried", deadline=None)  # a machine that stalls is no fault of the code
settings.load_profile("unhurried")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """List what axe could not decide, wherever the tests ran."""
    said = [
        f"{value}"
        for report in terminalreporter.stats.get("passed", [])
        for name, value in report.user_properties
        if name == "undecided by axe"
    ]
    if said:
        terminalreporter.write_sep("=", "undecided by axe, with the number of places at the most")
        terminalreporter.write_line("\n".join(sorted(said)))


@pytest.fixture(scope="session")
def content() -> Mechanism:
    """The real content."""
    return main()
