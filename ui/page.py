"""What a page is: its address and parameters, its names, and the places around the map that it may fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypedDict

from graph.cameras import OVERVIEW, shot
from graph.vocabulary import Level, PictureState
from ui.address import ACCOUNTS, FOCUS, LENS, LEVEL, Address, Params
from ui.html.account_switch import account_switch
from ui.html.markup import Markup
from ui.html.panel import panel
from ui.params import Id
from ui.reader import Reader
from ui.subject import Subject
from wording.interface import interface


class Stop(TypedDict):
    """A view that a room is led to, what it is called, and what the presenter may say there."""

    address: str
    title: str
    note: str


class Lobby(StrEnum):
    """What a page of the live link is for."""

    OPEN = "open"
    JOIN = "join"


@dataclass(frozen=True, eq=False)
class Page:
    """A page at `path`; a subclass draws what stands under its title.

    Attributes:
        path: Its address on this site, empty for the first page.
        params: Parameters that its address may hold, in the order in which they are written.
        subjects: What links from elsewhere find here.
        in_menu: Whether the menu names it.
        lobby: What it does for the live link, if it is one of that; no room is ever at such a page.
        framed: Whether another site may show it in a frame.
        steps: Ids of the steps that it is about.
        item: The parameter that names a single record of what it shows, where it has one.
        papers: Filters of the list of papers that leave those this page rests on; none for all.
    """

    path: str
    params: Params = (LEVEL,)
    subjects: tuple[Subject, ...] = ()
    in_menu: bool = True
    lobby: Lobby | None = None
    framed: bool = True
    steps: tuple[str, ...] = ()
    item: Id | None = None
    papers: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """Every name that its address may hold."""
        return frozenset(name for param in self.params for name in param.names)

    @property
    def has_map(self) -> bool:
        """Whether the map and its panel stand on the page."""
        return isinstance(self, MapPage)

    def title(self, level: Level) -> str:
        """Its title in the words of `level`."""
        return interface(level).pages[self.path].title

    def menu_name(self, level: Level) -> str:
        """What the menu calls it."""
        return interface(level).pages[self.path].menu

    def lead(self, level: Level) -> str:
        """The sentence under the title; empty for none."""
        return interface(level).pages[self.path].intro or ""

    def leaves_out(self, level: Level) -> str:
        """What it leaves out."""
        return interface(level).pages[self.path].leaves_out

    def headings(self, level: Level) -> str:
        """Words of its own by which the search finds it, beside its title and lead."""
        del level
        return ""

    def stops(self, level: Level) -> Sequence[Stop]:
        """Views of it and of what belongs to it that a presenter's keys lead to, in order."""
        del level
        return ()

    def draw(self) -> None:
        """Draw what stands under the title, or below the map."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class MapPage(Page):
    """A page around the map. Each method is a place that a page may fill in its own way."""

    params: Params = (FOCUS, LEVEL, LENS, ACCOUNTS)

    def camera(self, address: Address) -> str:
        """The camera of the map for a view of this page."""
        del address
        return OVERVIEW

    def cameras(self) -> tuple[str, ...]:
        """The cameras that its address can choose between; none where there is nothing to choose."""
        return ()

    def state(self, address: Address) -> PictureState | None:
        """The state of the illustration that a view of this page shows; None for the usual one."""
        del address
        return None

    def has(self, reader: Reader, camera: str, id_: str) -> bool:
        """Whether the picture shows a thing or an arrow."""
        return shot(reader.mechanism, camera).shows(id_)

    def tells(self, reader: Reader, camera: str) -> dict[str, Any]:
        """What only this page tells the map, see `ui.map.data`."""
        del reader, camera
        return {}

    @property
    def in_part(self) -> bool:
        """Whether the map shows only a part of its camera's picture, which the server alone knows."""
        return False

    def above(self, reader: Reader, camera: str) -> Markup:
        """Switches over map and panel."""
        del camera
        return account_switch(reader)

    def control(self, reader: Reader, asked: Reader) -> Markup:
        """A control over the map; `asked` is the view of the last whole run, so that what is made of it stays."""
        del reader, asked
        return Markup("")

    def beside(self, asked: Reader) -> Markup:
        """A panel above the panel, of the view of the last whole run."""
        del asked
        return Markup("")

    def panel(self, reader: Reader, drawn: bool) -> Markup:
        """The panel; `drawn` says whether the map shows what is in focus."""
        return panel(reader, drawn=drawn)
