"""Claims of the source articles, each with its verdict."""

from ui.claims import claims_page

claims_page()
