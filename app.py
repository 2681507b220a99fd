"""The door: the Streamlit app with its own routes and middleware. Serve it with `uvicorn app:app`."""

from pathlib import Path

import streamlit as st

from ui.server.errors import log_error
from ui.server.headers import MIDDLEWARE
from ui.server.routes import ROUTES, lifespan

app = st.App(
    Path(__file__).parent / "ui" / "shell.py",
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=log_error,
)
