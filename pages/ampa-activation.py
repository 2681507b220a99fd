"""The page of one step; see `ui.steps`."""

from ui.steps import step_page

step_page("ampa-activation")
