"""The cascade: the whole scene. The shell draws map and panel; here the same picture stands in words."""

import streamlit as st

from ui.state import current_reader
from ui.twin import twin

st.html(twin(current_reader()))
