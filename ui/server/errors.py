"""Handles exceptions that no page caught: they are logged here and never shown to a visitor."""

from __future__ import annotations

import logging

_log = logging.getLogger("explainer")


def log_error(error: Exception) -> bool:
    """Log `error` with its traceback and keep Streamlit's error box, which is configured to show no details."""
    _log.error("a page failed", exc_info=error)
    return False
