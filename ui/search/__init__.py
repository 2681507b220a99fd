"""The search: what can be found, and what is found for a few words."""
