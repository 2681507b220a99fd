"""The routes beside the app, as a browser meets them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import pages  # noqa: F401 - fills the catalogue, also for a file of tests that runs alone
from ui.server.headers import MIDDLEWARE
from ui.server.routes import ROUTES


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES, middleware=MIDDLEWARE)) as client:
        yield client
