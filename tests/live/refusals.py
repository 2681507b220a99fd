"""What a test expects to be refused."""

from __future__ import annotations

import pytest

from live.problems import Problem, Refused


async def refused(act: object, problem: Problem) -> Refused:
    """That `act` is refused for `problem`; the refusal."""
    with pytest.raises(Refused) as caught:
        await act  # type: ignore[misc]
    assert caught.value.problem is problem
    return caught.value
