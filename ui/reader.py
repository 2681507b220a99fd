"""The reader's view of the content: its words at one level, and links that keep the rest of the address."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.cameras import shot
from graph.content import Mechanism
from graph.network import Graph
from graph.vocabulary import Level
from graph.words import Judged
from ui.address import ACCOUNTS, Address, Focus
from ui.html.markup import Markup, tag
from wording.interface import Interface, interface


@dataclass(frozen=True)
class Reader:
    """Content as `address` asks for it, with the whole graph and the part that is active under its accounts."""

    mechanism: Mechanism
    whole: Graph
    active: Graph
    address: Address
    beside_map: bool = True

    @property
    def level(self) -> Level:
        """Who the words are for."""
        return self.address.level

    @property
    def says(self) -> Interface:
        """Interface words of the level."""
        return interface(self.level)

    def name(self, thing: str) -> str:
        """What the level calls a thing."""
        return self.mechanism.words[self.level].things[thing].name

    def spoken(self, id_: str) -> tuple[str, str]:
        """Verb and sentence of an arrow, or of an arrow of the main picture."""
        words = self.mechanism.words[self.level]
        said = words.links[id_] if id_ in words.links else words.arrows[id_]
        return said.verb, said.sentence

    def claim(self, id_: str) -> Judged:
        """What a claim says at the level, its verdict in a sentence, and why."""
        return self.mechanism.verdicts[self.level].claims[id_]

    def statement(self, id_: str) -> str:
        """An arrow in a few words: what does what to what."""
        chain = self.mechanism.chain(id_)
        source, target = self.name(chain[0].source), self.name(chain[-1].target)
        return self.says.text.acts.format(source=source, verb=self.spoken(id_)[0], target=target)

    def to(self, focus: Focus | None, label: str) -> Markup:
        """A link that moves the focus and keeps the rest; beside a map it is a pick, elsewhere it leads to the map."""
        if not self.beside_map and focus:
            return self.on_map(focus, label)
        pick = focus.pick if focus else "none"
        address = self.address.at(focus)
        if focus and address.view and not shot(self.mechanism, address.view).shows(focus.id):
            address = replace(address, view="")  # as a pick does: another of the closer pictures shows it
        return tag("a", label, href=address.query(), target="_self", data_pick=pick)

    def page(self, path: str, label: str, *, place: str = "", **filters: str) -> Markup:
        """A link to another page, or a place on it, in the same words, with these filters or this one record."""
        query = Address(level=self.level).only(**filters).query().removesuffix("?")
        return tag("a", label, href=f"./{path}{query}{place and f'#{place}'}", target="_self")

    def account(self, id_: str, label: str) -> Markup:
        """A link to the page of the accounts with this one chosen."""
        query = Address(level=self.level, hypotheses=(id_,)).query()
        return tag("a", label, href=f"./{ACCOUNTS}{query}", target="_self")

    def on_map(self, focus: Focus, label: str) -> Markup:
        """A link to a thing or an arrow on the whole picture, from a page without the map."""
        return tag("a", label, href=f"./{Address(focus, self.level).query()}", target="_self")

    def thing(self, id_: str) -> Markup:
        """A link to a thing."""
        return self.to(Focus("node", id_), self.name(id_))

    def arrow(self, id_: str) -> Markup:
        """A link to an arrow."""
        return self.to(Focus("edge", id_), self.statement(id_))

    @property
    def checked_on(self) -> str:
        """The day the content was last checked, in words."""
        return f"{self.mechanism.manifest.last_checked:%-d %B %Y}"
