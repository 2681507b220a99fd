"""Joining a room. What a room is stands in `ui.live.component`; here is how it works."""

from ui.live.component import follow_page

follow_page()
