"""Keeps readers out of the server's log, however it is started: no address, no view, no room code."""

from __future__ import annotations

import logging

LOGGERS = ("uvicorn.access", "uvicorn.error", "uvicorn.asgi")


def _of_no_reader(record: logging.LogRecord) -> bool:
    """Whether a record is about the server itself; uvicorn begins those about a connection with the peer's address."""
    return record.name != "uvicorn.access" and not str(record.msg).startswith("%s - ")


def keep_readers_out_of_the_log() -> None:
    """Drop uvicorn's records about requests and connections.

    A filter on the logger holds whatever handlers and levels are set later: Streamlit gives uvicorn's loggers handlers
    of its own when it starts, in spite of ``--no-access-log``.
    """
    for name in LOGGERS:
        logging.getLogger(name).addFilter(_of_no_reader)
