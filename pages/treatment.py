"""Routes, a session, side effects, conditions with the size of their evidence, and who should not."""

from ui.treatment import treatment_page

treatment_page()
