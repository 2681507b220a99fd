"""The search: its entries, and how they are found."""
