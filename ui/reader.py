"""The reader's view of the content: its words at one level, and links that keep the rest of the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.content import Mechanism
from graph.network import Graph
from graph.vocabulary import Level
from graph.words import Judged
from ui.address import ACCOUNTS, FOCUS, LEVEL, Address, query_of, setting
from ui.catalogue import page_of, page_showing
from ui.html.markup import Markup, tag
from ui.params import Focus, Param
from ui.subject import Subject
from wording.interface import Interface, interface
from wording.language import written

if TYPE_CHECKING:
    from ui.page import Page


def page_href(page: Page, level: Level, place: str = "", **values: str) -> str:
    """The address of `page`, or of the anchor `place` on it, at `level` with these parameters."""
    return f"./{page.path}{query_of(level, **values)}{place and f'#{place}'}"


def record_href(what: Subject, id_: str, level: Level) -> str:
    """The address of one record on the page that shows `what`. Raises TypeError if that page has no records."""
    page = page_showing(what)
    if page.item is None:
        raise TypeError(f"the page at /{page.path} names no single record")
    return page_href(page, level, **{page.item.name: id_})


def picture_href(focus: Focus, level: Level) -> str:
    """The address of a part or an arrow on the whole picture."""
    return Address().set(FOCUS, focus).set(LEVEL, level).href(page_showing(Subject.PICTURE).path)


@dataclass(frozen=True)
class Reader:
    """The content as `address` requests it: the whole graph, and the subgraph active under its accounts."""

    mechanism: Mechanism
    whole: Graph
    active: Graph
    address: Address
    beside_map: bool = True

    @property
    def level(self) -> Level:
        """The level of the words."""
        return self.address[LEVEL]

    @property
    def says(self) -> Interface:
        """The interface words of the level."""
        return interface(self.level)

    def name(self, thing: str) -> str:
        """The name of a part at this level."""
        return self.mechanism.words[self.level].things[thing].name

    def spoken(self, id_: str) -> tuple[str, str]:
        """Verb and sentence of an arrow, or of a link in the main picture."""
        words = self.mechanism.words[self.level]
        said = words.links[id_] if id_ in words.links else words.arrows[id_]
        return said.verb, said.sentence

    def claim(self, id_: str) -> Judged:
        """A claim's wording at this level, its verdict in a sentence, and the reason."""
        return self.mechanism.verdicts[self.level].claims[id_]

    def statement(self, id_: str) -> str:
        """An arrow as a short statement: source, verb, target."""
        chain = self.mechanism.chain(id_)
        source, target = self.name(chain[0].source), self.name(chain[-1].target)
        return self.says.text.acts.format(source=source, verb=self.spoken(id_)[0], target=target)

    def named(self, id_: str) -> str:
        """The name of a part, or an arrow in a few words."""
        return self.name(id_) if id_ in self.mechanism.things else self.statement(id_)

    def going(self, *values: tuple[Param[Any], Any]) -> dict[str, str]:
        """Attributes of a link that gives parameters of this view new values and keeps the rest.

        The browser sends ``data-set`` to the current page; ``href`` leads to the same view without scripts.
        """
        address = self.address
        for param, value in values:
            address = address.set(param, value)
        return {
            "href": address.suiting(self.mechanism).query(),
            "target": "_self",
            "data_set": setting(*values),
        }

    def switch(self, label: str, on: bool, *values: tuple[Param[Any], Any], id_: str | None = None) -> Markup:
        """Such a link, marked as current if `on`; its `id_` lets the browser restore the focus."""
        return tag("a", label, id=id_, **self.going(*values), aria_current="true" if on else None)

    def to(self, focus: Focus | None, label: str) -> Markup:
        """A link that moves the selection and keeps the rest; on a page without a map it leads to the whole picture."""
        if not self.beside_map and focus:
            return self.on_map(focus, label)
        return tag("a", label, **self.going((FOCUS, focus)))

    def page(self, what: Subject, label: str, *, place: str = "", **values: str) -> Markup:
        """A link to the page that shows `what`, or to the anchor `place` on it, with the level and these parameters."""
        return tag("a", label, href=page_href(page_showing(what), self.level, place, **values), target="_self")

    def record(self, what: Subject, id_: str, label: str) -> Markup:
        """A link to one record on the page that shows `what`."""
        return tag("a", label, href=record_href(what, id_, self.level), target="_self")

    def step(self, id_: str, label: str) -> Markup:
        """A link to the page of a step."""
        return tag("a", label, href=page_href(page_of(id_), self.level), target="_self")

    def account(self, id_: str, label: str) -> Markup:
        """A link to the page of accounts with this one chosen."""
        return self.page(Subject.ACCOUNTS, label, **{ACCOUNTS.name: id_})

    def on_map(self, focus: Focus, label: str) -> Markup:
        """A link to a part or an arrow on the whole picture, from a page without a map."""
        return tag("a", label, href=picture_href(focus, self.level), target="_self")

    def thing(self, id_: str) -> Markup:
        """A link to a part."""
        return self.to(Focus("node", id_), self.name(id_))

    def arrow(self, id_: str) -> Markup:
        """A link to an arrow."""
        return self.to(Focus("edge", id_), self.statement(id_))

    @property
    def checked_on(self) -> str:
        """The date of the last content check, in words."""
        return written(self.mechanism.manifest.last_checked)
