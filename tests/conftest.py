"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

from graph.content import Mechanism, load

settings.register_profile("unhurried", deadline=None)  # a machine that stalls is no fault of the code
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def content() -> Mechanism:
    """The real content."""
    return load()
