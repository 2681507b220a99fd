"""How long tests wait for what must come, so that a machine busy with something else is not taken for a fault."""

from __future__ import annotations

PATIENCE = 90.0
"""Seconds after which what has not come is taken never to come. Only a test that fails waits for so long."""
