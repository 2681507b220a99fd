"""Everything that runs in the browser, and how Streamlit mounts and serves it."""
