"""Outcomes and context: what belongs to no step of the cascade."""

from ui.steps import context_page

context_page()
