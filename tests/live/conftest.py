"""Each store in turn, empty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import redis

from tests.support.redis_server import RedisServer, redis_server


@pytest.fixture(scope="session")
def shared_redis() -> Iterator[RedisServer]:
    with redis_server() as server:
        yield server


@pytest.fixture(params=["memory", "redis"])
def redis_url(request: pytest.FixtureRequest) -> str | None:
    """Address of an empty Redis, or None for rooms in this process: what a test does, it does with both."""
    if request.param == "memory":
        return None
    server: RedisServer = request.getfixturevalue("shared_redis")
    with redis.Redis(port=server.port) as client:
        client.flushall()
    return server.url
