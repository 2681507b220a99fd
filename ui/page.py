"""The interface of a page: its address and parameters, its names, and the slots around the map it may fill."""

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
    """A stop of a presentation: its address, its title, and the presenter's note."""

    address: str
    title: str
    note: str


class Lobby(StrEnum):
    """The purpose of a page of the live link."""

    OPEN = "open"
    JOIN = "join"


@dataclass(frozen=True, eq=False)
class Page:
    """A page at `path`; a subclass draws the content below the title.

    Attributes:
        path: Its address on this site, empty for the home page.
        params: Parameters that its address may hold, in the order in which they are written.
        subjects: What links from other pages find here.
        in_menu: Whether the menu lists it.
        lobby: Its role in the live link, if it is one of that link's pages; no room is ever at such a page.
        framed: Whether another site may show it in a frame.
        steps: Ids of the steps that it is about.
        item: The parameter that names a single record, if it lists records.
        papers: Filters of the list of papers that leave those this page rests on; empty for all.
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
        """Every parameter name that its address may hold."""
        return frozenset(name for param in self.params for name in param.names)

    @property
    def has_map(self) -> bool:
        """Whether the page contains the map and its panel."""
        return isinstance(self, MapPage)

    def title(self, level: Level) -> str:
        """Its title in the words of `level`."""
        return interface(level).pages[self.path].title

    def menu_name(self, level: Level) -> str:
        """What the menu calls it."""
        return interface(level).pages[self.path].menu

    def lead(self, level: Level) -> str:
        """The sentence below the title; empty for none."""
        return interface(level).pages[self.path].intro or ""

    def leaves_out(self, level: Level) -> str:
        """What the page leaves out."""
        return interface(level).pages[self.path].leaves_out

    def headings(self, level: Level) -> str:
        """Text by which the search finds the page, in addition to its title and lead."""
        del level
        return ""

    def stops(self, level: Level) -> Sequence[Stop]:
        """The presenter's stops on this page and its subpages, in order."""
        del level
        return ()

    def draw(self) -> None:
        """Draw the content below the title, or below the map."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class MapPage(Page):
    """A page around the map. Each method fills one slot, and a page may override any of them."""

    params: Params = (FOCUS, LEVEL, LENS, ACCOUNTS)

    def camera(self, address: Address) -> str:
        """The camera of the map for a view of this page."""
        del address
        return OVERVIEW

    def cameras(self) -> tuple[str, ...]:
        """The cameras that its address can choose between; empty if there is no choice."""
        return ()

    def state(self, address: Address) -> PictureState | None:
        """The state of the illustration for a view of this page; None for the default one."""
        del address
        return None

    def has(self, reader: Reader, camera: str, id_: str) -> bool:
        """Whether the picture shows a part or an arrow."""
        return shot(reader.mechanism, camera).shows(id_)

    def tells(self, reader: Reader, camera: str) -> dict[str, Any]:
        """Page-specific data for the map; see `ui.map.data`."""
        del reader, camera
        return {}

    @property
    def in_part(self) -> bool:
        """Whether the map shows only a part of its camera's picture that only the server can determine."""
        return False

    def above(self, reader: Reader, camera: str) -> Markup:
        """Switches above map and panel."""
        del camera
        return account_switch(reader)

    def control(self, reader: Reader, asked: Reader) -> Markup:
        """A control above the map; `asked` is the view of the last full run, so that a selection does not redraw it."""
        del reader, asked
        return Markup("")

    def beside(self, asked: Reader) -> Markup:
        """Content above the panel, for the view of the last full run."""
        del asked
        return Markup("")

    def panel(self, reader: Reader, drawn: bool) -> Markup:
        """The panel; `drawn` says whether the map shows the selection."""
        return panel(reader, drawn=drawn)
