"""Every reference, who was studied and where it is used."""

from ui.sources import sources_page

sources_page()
