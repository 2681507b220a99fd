"""Joining a room. What a room is stands in `ui.live_link`; here is how it works."""

from ui.live_link import follow_page

follow_page()
