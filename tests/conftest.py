"""What all tests share."""

from __future__ import annotations

import pytest

from graph.content import Mechanism, load


@pytest.fixture(scope="session")
def content() -> Mechanism:
    """The real content."""
    return load()
