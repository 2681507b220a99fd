"""What the server does in addition to Streamlit: routes, hashed files, security headers, error logging."""
