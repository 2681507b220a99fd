"""The what-if lab; see `ui.labpage`."""

from ui.labpage import lab_page

lab_page()
