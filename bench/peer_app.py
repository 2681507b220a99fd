"""The Streamlit peers, served in the same way as the app: `uvicorn bench.peer_app:app`, or `:floor`."""

from pathlib import Path

import streamlit as st
from starlette.routing import Route

from ui.server.routes import font, healthz

HERE = Path(__file__).parent
# The app's settings refer to its fonts, so the peers serve them as well.
ROUTES = [Route("/healthz", healthz), Route("/fonts/{name}", font)]

app = st.App(HERE / "peer_streamlit.py", routes=ROUTES)
floor = st.App(HERE / "floor_streamlit.py", routes=ROUTES)
