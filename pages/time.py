"""The two clocks; see `ui.clockpage`."""

from ui.clockpage import clock_page

clock_page()
