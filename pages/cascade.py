"""The cascade: the whole scene. The shell draws map and panel; here the same picture and its story stand in words."""

import streamlit as st

from ui.html.outline import twin
from ui.state import current_reader
from ui.story import story_in_words

reader = current_reader()
st.html(story_in_words(reader) + twin(reader))
