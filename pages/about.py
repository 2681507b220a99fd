"""How evidence is graded, limits, versions and who stands behind it."""

from ui.about import about_page

about_page()
