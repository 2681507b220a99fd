"""The door: the Streamlit app with its own routes and middleware. Serve it with `uvicorn app:app`."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st

import pages  # noqa: F401 - fills the catalogue
from live.routes import live
from ui.server.errors import log_error
from ui.server.headers import MIDDLEWARE
from ui.server.quiet import keep_readers_out_of_the_log
from ui.server.routes import ROUTES
from ui.server.routes import lifespan as prepared

keep_readers_out_of_the_log()
rooms = live(os.environ.get("REDIS_URL"))


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Have the content ready and the rooms open for as long as the server runs."""
    async with prepared(app), rooms.running():
        yield


app = st.App(
    Path(__file__).parent / "shell" / "shell.py",
    routes=[*ROUTES, *rooms.routes],
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=log_error,
)
