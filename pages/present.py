"""The presenter's page: opening a room, its code and notes. The browser draws it; see `ui/browser/live/`."""

from __future__ import annotations

from ui.live.lobby import LobbyPage
from ui.page import Lobby

PAGE = LobbyPage("present", lobby=Lobby.OPEN, framed=False, how="present_how")
