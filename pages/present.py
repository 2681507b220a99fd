"""Opening a room and driving it. What a room is stands in `ui.live.component`; here is how it works."""

from ui.live.component import present_page

present_page()
