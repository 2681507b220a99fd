"""Opening a room and driving it. What a room is stands in `ui.live_link`; here is how it works."""

from ui.live_link import present_page

present_page()
