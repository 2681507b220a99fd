"""The follower's page: joining a room by its code. The browser draws the form; see `ui/browser/live/`."""

from __future__ import annotations

from ui.address import LEVEL
from ui.live.lobby import LobbyPage
from ui.page import Lobby
from ui.params import ForBrowser

ROOM = ForBrowser("room", doc="The code of the room to follow.")
ROLE = ForBrowser("as", doc="`window` for the projector's window, which has no bar.")

PAGE = LobbyPage("follow", (LEVEL, ROOM, ROLE), in_menu=False, lobby=Lobby.JOIN, how="follow_how")
