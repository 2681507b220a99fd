"""What the server does beside Streamlit: routes, hashed files, security headers, error reports."""
