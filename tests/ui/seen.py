"""What an address leads to: what a reader sees and what the map is told, by names that outlive those in the code."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import SplitResult, parse_qs, parse_qsl, unquote, urlencode, urlsplit

from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.ui.pages import anchors, drawn, ran, unmarked

Seen = dict[str, Any]
"""What is seen, without what is as on the plain page for students; in ids and numbers, because words are edited.

- `shares`: the address that the page offers to copy, where it is not the one that was opened
- `title`: what of the content the page is named after; none for a page with a name of its own
- `level`, `lens`: as chosen above the map
- `camera`, `focus`, `step`, `story`, `accounts`, `clock`: what the map shows
- `marks`: ids that the lab or the clocks mark on the map, by the kind of mark; of those that move as ever only how many
- `arrows`: ids that the picture of the accounts draws, by whose they are; of those that all share only how many
- `turned`: ids of arrows about which papers of the year said something, by what they did
- `panel`: what the headings of the panel name: a kind of content and an id, or the two ends of an arrow
- `elsewhere`: the page that shows the focus, where this one's picture lacks it
- `beneath`: accounts that stand below the map
- `search`, `rows`, `followed`: of a list, what is searched for, how many records it shows, and the one linked to
- `left_out`: parts of the address that the notice names
- `place`: the part of the page that the address names, if it is there
"""

USUAL: Seen = {"level": "student", "lens": "all", "camera": "overview", "step": 0}
MAP = {
    "lens": "lens",
    "camera": "camera",
    "focus": "focus",
    "step": "step",
    "story": "moment",
    "accounts": "accounts",
    "clock": "clock",
}
"""What the data of the map call what is on the left here."""
UNKNOWN = "no-such-parameter"


def seen(address: str, content: Mechanism) -> Seen:
    """Open `address` and say what is seen there."""
    where = urlsplit(address)
    page = opened(where)
    assert not page.exception
    shown = unmarked(drawn(page))
    data = [json.loads(component.proto.json) for component in page.get("bidi_component")]
    (level,) = {Level(each["level"]) for each in data if "level" in each}
    found: Seen = {"shares": _shared(shown), "level": level.value}
    for each in data:
        if set(MAP.values()) <= each.keys():
            found |= {name: each[key] for name, key in MAP.items()}
            found |= {"marks": _marks(each), "arrows": _arrows(each), "turned": _turned(each)}
    kind, _, id_ = found.get("focus", "").partition(":")
    likely = (f"step {where.path.strip('/')}", f"story {found.get('story')}", f"{kind.replace('node', 'thing')} {id_}")
    names = _named(content, level, likely)
    found |= {"title": names.get(heading(page)), "panel": list(_panel(page, names)), "elsewhere": _elsewhere(page)}
    found["beneath"] = _begun("account-", shown)
    for search in page.text_input:
        rows = sum(len(_begun(kind, shown)) for kind in ("claim-", "paper-", "term-"))
        found |= {"search": search.value, "rows": rows, "followed": _begun("followed-", shown)}
    found |= {"left_out": _left_out(page, level), "place": where.fragment if where.fragment in anchors(shown) else ""}
    if found["shares"] == spelt(address):
        del found["shares"]
    return {name: value for name, value in found.items() if value not in (None, "", [], {}, USUAL.get(name))}


def opened(where: SplitResult) -> AppTest:
    """The page at an address, run once."""
    return ran(parse_qs(where.query, keep_blank_values=True), where.path.strip("/"))


def heading(page: AppTest) -> str:
    """The one heading of a page."""
    (title,) = page.title
    return str(title.value)


def spelt(address: str) -> str:
    """`address` in one spelling: parameters in the order of the alphabet, and no place on the page."""
    where = urlsplit(address)
    query = urlencode(sorted(parse_qsl(where.query, keep_blank_values=True)), safe=",:")
    return f"{where.path}?{query}".removesuffix("?")


def _shared(shown: str) -> str:
    """The address in the code for cameras, which is that of the link to copy."""
    (code,) = re.findall(r'src="[^"]*/api/qr\.svg\?to=([^"&]+)', shown)
    return spelt(unquote(unescape(code)))


def _marks(data: Seen) -> Seen:
    kinds: dict[str, list[str]] = defaultdict(list)
    for pick, (kind, _) in (data["changes"] or {}).items():
        kinds[kind].append(pick.partition(":")[2])
    return {kind: len(ids) if kind == "same" else sorted(ids) for kind, ids in sorted(kinds.items())}


def _states(data: Seen) -> list[tuple[str, Seen]]:
    """How the picture of the accounts draws each arrow; nothing on other pages."""
    return sorted(data["account_picture"]["arrows"].items()) if data["account_picture"] else []


def _arrows(data: Seen) -> Seen:
    sides: dict[str, list[str]] = defaultdict(list)
    for id_, state in _states(data):
        sides[state["side"]].append(id_)
    return {side: len(ids) if side == "core" else ids for side, ids in sorted(sides.items())}


def _turned(data: Seen) -> Seen:
    turns: dict[str, list[str]] = defaultdict(list)
    for id_, state in _states(data):
        for turn in state["turns"]:
            turns[turn].append(id_)
    return dict(sorted(turns.items()))


def _named(content: Mechanism, level: Level, likely: Sequence[str]) -> dict[str, str]:
    """Everything of the content that has a name, as kind and id, by its name at a level; of namesakes a likely one."""
    words = content.words[level]
    named = [("mechanism", words.mechanism.title)]
    for kind, said in (("step", words.steps), ("story", words.story), ("account", words.hypotheses)):
        named += [(f"{kind} {id_}", one.title) for id_, one in said.items()]
    named += [(f"thing {id_}", one.name) for id_, one in words.things.items()]
    return {name: what for what, name in sorted(named, key=lambda one: one[0] in likely)}


class _Headings(HTMLParser):
    """Headings of the second and third rank: their words but for small ones, and where their links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h2", "h3"):
            self.inside = tag
            self.found.append(("", []))
        elif self.inside and tag == "small":
            self.inside = tag
        elif self.inside and tag == "a":
            self.found[-1][1].append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = "h2" if tag == "small" else ""

    def handle_data(self, data: str) -> None:
        if self.inside in ("h2", "h3"):
            words, links = self.found[-1]
            self.found[-1] = (words + data, links)


def _panel(page: AppTest, names: dict[str, str]) -> Iterator[str]:
    for element in page.get("html"):
        if "data-panel" in element.proto.body:
            parser = _Headings()
            parser.feed(unmarked(element.proto.body))
            for words, links in parser.found:
                ends = [node for link in links for node in parse_qs(urlsplit(link).query).get("node", ())]
                if ends:
                    yield " → ".join(ends)
                elif words.strip() in names:
                    yield names[words.strip()]


def _elsewhere(page: AppTest) -> str:
    """The link to a page that keeps the focus; those to the pages before and after keep none."""
    links = (link.proto for link in page.get("page_link"))
    found = (
        spelt(f"/{link.page}?{link.query_string}") for link in links if re.search("node=|edge=", link.query_string)
    )
    return next(found, "nowhere" if "data-elsewhere" in drawn(page) else "")


def _begun(kind: str, shown: str) -> list[str]:
    """Ids of the places on the page that begin with `kind`, without it."""
    return [id_.removeprefix(kind) for id_ in anchors(shown) if id_.startswith(kind)]


def _notice(page: AppTest) -> str:
    """The line about what was left out of the address."""
    said = (re.fullmatch(r'<p [^>]*role="status"[^>]*>(.*)</p>', element.proto.body) for element in page.get("html"))
    return unescape(next((found[1] for found in said if found), ""))


def _left_out(page: AppTest, level: Level) -> list[str]:
    """What the notice names, in the order of the alphabet; its words are known from an address with one such part."""
    if not (said := _notice(page)):
        return []
    if level not in _AROUND:
        before, _, after = _notice(opened(urlsplit(f"/?level={level}&{UNKNOWN}=1"))).partition(f"{UNKNOWN}=1")
        _AROUND[level] = before, after
    before, after = _AROUND[level]
    assert said.startswith(before)
    assert said.endswith(after)
    return sorted(said.removeprefix(before).removesuffix(after).split(", "))


_AROUND: dict[Level, tuple[str, str]] = {}


def served(address: str, client: TestClient) -> Seen:
    """What the server answers by itself: status, type, name of the file, number of records, and the place if there."""
    answer = client.get(address)
    type_ = answer.headers["content-type"].partition(";")[0]
    file = re.search('filename="(.*)"', answer.headers.get("content-disposition", ""))
    place = urlsplit(address).fragment
    found = {
        "status": answer.status_code,
        "type": type_,
        "file": file and file[1],
        "records": _records(type_, answer.text),
        "place": place if place in anchors(answer.text) else "",
    }
    return {name: value for name, value in found.items() if value}


def _records(type_: str, text: str) -> int:
    """How many records a file for other programs holds; none for other files."""
    match type_:
        case "application/json":
            return len(json.loads(text).get("nodes", ()))
        case "text/csv":
            return len(list(csv.reader(text.splitlines()))) - 1
        case "application/x-bibtex":
            return len(re.findall("^@", text, re.MULTILINE))
        case "application/x-research-info-systems":
            return len(re.findall("^TY  - ", text, re.MULTILINE))
        case _:
            return 0
