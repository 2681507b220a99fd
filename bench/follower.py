"""A simulated follower: uses Streamlit's websocket and the room's event stream as a browser does, without one."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from graph.vocabulary import Level
from ui.address import of_level
from ui.catalogue import page_at
from ui.live.shared_address import merged, split

FINISHED = frozenset({ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY})


@dataclass
class Seen:
    """Times (in seconds on one clock) at which a follower received each version and its panel was ready."""

    event: dict[int, float] = field(default_factory=dict)
    panel: dict[int, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    refused: int = 0
    streaming: bool = False


class Follower:
    """One follower. `expected` returns the text that the page at a URL must contain at a level."""

    def __init__(self, host: str, port: int, level: Level, expected: Callable[[str, Level], str]) -> None:
        self.host, self.port, self.level, self.expected = host, port, level, expected
        self.seen = Seen()
        self.cookie = ""
        self.own = of_level(level).href("", "/")
        self.at = self.own
        self.hashes: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.fragment = ""
        self.here = ""
        self.newest = 0
        self.asked = 0

    async def arrive(self) -> None:
        """Open the page, as a browser does once it has loaded."""
        url = f"ws://{self.host}:{self.port}/_stcore/stream"
        headers = {"cookie": self.cookie} if self.cookie else None
        self.socket = await websockets.connect(
            url,
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            compression=None,
            additional_headers=headers,
            ping_interval=None,
            open_timeout=60,
        )
        await self._run(self.own.partition("?")[2])

    async def follow(self, code: str, version: int) -> None:
        """Follow the room until cancelled. Raises RuntimeError if its stream is refused again and again."""
        for attempt in range(5):
            if await self._streamed(code, version):
                return
            await asyncio.sleep(2**attempt * (0.5 + random.random()))  # noqa: S311 - a moment, no secret
        raise RuntimeError("the stream was refused again and again")

    async def _streamed(self, code: str, version: int) -> bool:
        """Read the stream to its end. Returns False if it was refused, after which a browser tries again later."""
        reader, writer = await asyncio.open_connection(self.host, self.port)
        head = f"GET /live/rooms/{code}/events HTTP/1.1\r\nhost: {self.host}:{self.port}\r\n"
        cookie = f"cookie: {self.cookie}\r\n" if self.cookie else ""
        writer.write(f"{head}{cookie}last-event-id: {version}\r\n\r\n".encode())
        status = (await reader.readline()).split()[1]
        if status != b"200":
            self.seen.refused += 1
            writer.close()
            return False
        self.seen.streaming = True
        name = b""
        going: asyncio.Task[None] | None = None
        try:
            while line := await reader.readline():
                if line.startswith(b"event: "):
                    name = line[7:].strip()
                elif line.startswith(b"data: ") and name == b"state":
                    state = json.loads(line[6:])
                    if state["version"] > self.newest:
                        self.newest = state["version"]
                        self.seen.event[self.newest] = time.perf_counter()
                        if going and not going.done():
                            await going  # like the server, finish a run before starting the next
                        going = asyncio.create_task(self._go(state))
        finally:
            writer.close()
        return True

    async def _go(self, state: dict[str, Any]) -> None:
        """What `live/travel.js` does: at once in the browser, and after a moment by chance on the server."""
        target = merged(state["address"], self.own)
        path, query = target.partition("?")[::2]
        path = path.strip("/")
        await asyncio.sleep(random.random() * state["spread"] / 1000)  # noqa: S311 - a moment, no secret
        if self.newest != state["version"]:
            return
        names = {"node", "edge"}
        rest = [pair for pair in split(target)[1] if pair[0] not in names]
        picked = (
            path == self.here
            and page_at(path).has_map
            and rest == [pair for pair in split(self.at)[1] if pair[0] not in names]
        )
        if picked:
            self.asked += 1
            changes = dict.fromkeys(names, "") | {kind: value for kind, value in split(target)[1] if kind in names}
            sent = {"number": self.asked, "set": changes}
            body = await self._run(query, "map", {"event": "set", "value": sent}, self.fragment)
        else:
            asks = query if path == self.here else self.at.partition("?")[2]
            body = await self._run(asks, "live", {"event": "go", "value": target})
        self.at, self.here = target, path
        self.seen.panel[state["version"]] = time.perf_counter()
        wanted = self.expected(state["address"], self.level)
        if wanted not in body:
            self.seen.wrong.append(f"{self.level} at {target}: no “{wanted}”")

    async def _run(self, query: str, widget: str = "", event: dict[str, Any] | None = None, fragment: str = "") -> str:
        """Request one run and read its messages to the end; returns the HTML received."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = query
        asked.page_script_hash = self.hashes.get(self.here, "")
        asked.fragment_id = fragment
        if event:
            state = asked.widget_states.widgets.add()
            state.id = f"$$STREAMLIT_INTERNAL_KEY_{self.ids[widget]}__events"
            state.json_trigger_value = json.dumps([event])
        await self.socket.send(message.SerializeToString())
        parts: list[str] = []
        while True:
            got = ForwardMsg()
            got.ParseFromString(await self.socket.recv())
            kind = got.WhichOneof("type")
            if kind == "navigation":
                self.hashes = {page.url_pathname: page.page_script_hash for page in got.navigation.app_pages}
            elif kind == "delta" and got.delta.WhichOneof("type") == "new_element":
                element = got.delta.new_element
                of = element.WhichOneof("type")
                if of == "html":
                    parts.append(element.html.body)
                elif of == "heading":
                    parts.append(element.heading.body)
                elif of == "bidi_component":
                    name = element.bidi_component.component_name
                    self.ids[name] = element.bidi_component.id
                    if name == "map":
                        self.fragment = got.delta.fragment_id
            elif kind == "script_finished" and got.script_finished in FINISHED:
                return "\n".join(parts)

    async def leave(self) -> None:
        """Close the page."""
        await self.socket.close()
