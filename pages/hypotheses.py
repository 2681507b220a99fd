"""The accounts of how the drug works, side by side and over the years; the shell draws map and panel."""

from ui.hypotheses import hypotheses_page

hypotheses_page()
