"""The baseline: what any Streamlit page costs."""

import streamlit as st

st.write("Nothing but Streamlit.")
