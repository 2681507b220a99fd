"""Drawing: from the mechanism and its layout to one scene, and from the scene to pictures. No Streamlit."""
