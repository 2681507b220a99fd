"""The cascade: the whole scene. The shell draws map and panel; here the same picture stands in words."""

import streamlit as st

from ui.content import mechanism
from ui.state import shown_level
from ui.twin import twin

st.html(twin(mechanism(), shown_level()))
