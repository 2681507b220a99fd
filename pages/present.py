"""The presenter's page: opening a room, its code and the notes. The browser draws them; see `ui/browser/live/`."""

from __future__ import annotations

from ui.live.lobby import LobbyPage
from ui.page import Lobby

PAGE = LobbyPage("present", lobby=Lobby.OPEN, framed=False, how="present_how")
