"""HTTP routes of live rooms. Secrets travel only in bodies, never in a URL or a header."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from typing import TypeVar
from urllib.parse import urlsplit

import anyio
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from live.clock import Clock, RealClock
from live.closing import on_shutdown
from live.codes import tidy
from live.hub import Hub
from live.limits import LARGEST_BODY, network
from live.memory import MemoryStore
from live.problems import STATUS, Problem, Refused
from live.redis_store import RedisStore
from live.room import LONGEST_ADDRESS
from live.rooms import Most, Rooms
from live.store import Store
from live.stream import Streams

PATH = "/live"
UNKEPT = {"cache-control": "no-store"}


class Message(BaseModel):
    """Base of messages from the browser; unknown fields and wrong types are rejected."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Driven(Message):
    """A message from the driver."""

    token: str = Field(min_length=1, max_length=100)


class Moved(Driven):
    """A move of the room to `address`; `base` is the version that it is based on."""

    base: int = Field(ge=0, le=2**53)
    address: str = Field(max_length=LONGEST_ADDRESS)
    paused: bool


class Taken(Message):
    """The key of an offer of control."""

    key: str = Field(min_length=1, max_length=40)


Body = TypeVar("Body", bound=Message)


class Live:
    """Rooms with their routes. The app serves `routes`, and runs within `running`."""

    def __init__(self, store: Store, clock: Clock | None = None, most: Most | None = None) -> None:
        clock = clock or RealClock()
        self.store, self.hub = store, Hub()
        self.rooms = Rooms(store, clock, most)
        self.streams = Streams(self.rooms, self.hub, clock, store.boot)
        self.routes = [
            Route(f"{PATH}/rooms", self._answered(self.open), methods=["POST"]),
            Route(f"{PATH}/rooms/{{code}}", self._answered(self.see), methods=["GET"]),
            Route(f"{PATH}/rooms/{{code}}/events", self._answered(self.events), methods=["GET"]),
            Route(f"{PATH}/rooms/{{code}}/state", self._answered(self.move), methods=["POST"]),
            Route(f"{PATH}/rooms/{{code}}/control", self._answered(self.drives), methods=["POST"]),
            Route(f"{PATH}/rooms/{{code}}/offer", self._answered(self.offer), methods=["POST"]),
            Route(f"{PATH}/rooms/{{code}}/take", self._answered(self.take), methods=["POST"]),
            Route(f"{PATH}/rooms/{{code}}/end", self._answered(self.end), methods=["POST"]),
        ]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen to changes, and end every stream when the server is asked to stop."""
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self.store.listen, self.hub.on_change)
            with on_shutdown(self.hub.close):
                yield
            self.hub.close()
            tasks.cancel_scope.cancel()
        with suppress(Exception):
            await self.store.close()

    async def open(self, request: Request) -> Response:
        """Open a room; the response has its state and the driver's token."""
        await _body(request, Message)
        room, token = await self.rooms.open(_who(request))
        return JSONResponse({**self.streams.state(room, 0), "token": token}, 201, UNKEPT)

    async def see(self, request: Request) -> Response:
        """The room's state, and whether it is full."""
        room = await self.rooms.see(_code(request), _who(request))
        followers = await self.store.count(room.code)
        full = followers >= self.rooms.most.followers
        return JSONResponse({**self.streams.state(room, followers), "full": full}, headers=UNKEPT)

    async def events(self, request: Request) -> Response:
        """The room's event stream. With `as=driver` it is no follower's, and receives the number of followers."""
        room = await self.rooms.see(_code(request), _who(request))
        if request.method == "HEAD":
            return Response(headers=UNKEPT, media_type=EventStream.media_type)
        last = request.headers.get("last-event-id", "")
        seen = int(last) if last.isascii() and last.isdecimal() and len(last) < 16 else None
        counted = request.query_params.get("as") not in ("driver", "window")
        events = self.streams.events(room.code, seen=seen, counted=counted)
        return EventStream(await anext(events), events)

    async def move(self, request: Request) -> Response:
        """Move the room."""
        sent = await _body(request, Moved)
        room = await self.rooms.move(
            _code(request), _who(request), sent.token, sent.base, sent.address, paused=sent.paused
        )
        return self._state(room.version)

    async def drives(self, request: Request) -> Response:
        """Check whether a token is the driver's, which the browser asks after a reload."""
        sent = await _body(request, Driven)
        room = await self.rooms.drives(_code(request), _who(request), sent.token)
        return JSONResponse(self.streams.state(room, 0), headers=UNKEPT)

    async def offer(self, request: Request) -> Response:
        """Offer control; the response has the key for the person who is to take it."""
        sent = await _body(request, Driven)
        room, key = await self.rooms.offer(_code(request), _who(request), sent.token)
        return JSONResponse({"version": room.version, "key": key}, headers=UNKEPT)

    async def take(self, request: Request) -> Response:
        """Take control with a key; the response has a new token, which replaces the previous one."""
        sent = await _body(request, Taken)
        room, token = await self.rooms.take(_code(request), _who(request), sent.key)
        return JSONResponse({**self.streams.state(room, 0), "token": token}, headers=UNKEPT)

    async def end(self, request: Request) -> Response:
        """End the room."""
        sent = await _body(request, Driven)
        room = await self.rooms.end(_code(request), _who(request), sent.token)
        return self._state(room.version)

    def _state(self, version: int) -> Response:
        return JSONResponse({"version": version}, headers=UNKEPT)

    def _answered(self, act: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            try:
                return await act(request)
            except Refused as refused:
                said = {"problem": refused.problem.value, "boot": self.streams.boot}
                if refused.version is not None:
                    said |= {"version": refused.version}  # type: ignore[dict-item]
                headers = UNKEPT | ({"retry-after": "2"} if refused.problem is Problem.TOO_MANY else {})
                return JSONResponse(said, STATUS[refused.problem], headers)

        return answered


class EventStream(Response):
    """Sends events until they end or the client disconnects, and then closes the iterator."""

    media_type = "text/event-stream"

    def __init__(self, first: bytes, events: AsyncIterator[bytes]) -> None:
        super().__init__(headers={"cache-control": "no-store", "x-accel-buffering": "no"})
        del self.headers["content-length"]
        self.first, self.events = first, events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response."""
        async with aclosing(self.events), anyio.create_task_group() as tasks:  # type: ignore[type-var]
            tasks.start_soon(self._until_gone, receive, tasks.cancel_scope)
            start = {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
            with suppress(OSError):
                await send(start)
                await send({"type": "http.response.body", "body": self.first, "more_body": True})
                async for event in self.events:
                    await send({"type": "http.response.body", "body": event, "more_body": True})
                await send({"type": "http.response.body", "body": b"", "more_body": False})
            tasks.cancel_scope.cancel()

    async def _until_gone(self, receive: Receive, scope: anyio.CancelScope) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        scope.cancel()


def live(redis_url: str | None) -> Live:
    """Live rooms: in Redis if its URL is given, otherwise in this process."""
    return Live(RedisStore(redis_url) if redis_url else MemoryStore())


def _who(request: Request) -> str:
    return network(request.client.host) if request.client else ""


def _code(request: Request) -> str:
    code: str = request.path_params["code"]
    return tidy(code)


async def _body(request: Request, kind: type[Body]) -> Body:
    """The message in a request. Raises Refused if it is too large, from another site, or invalid."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused(Problem.CROSS_ORIGIN)
    # A form on another site cannot send this type, and a script on one needs a preflight request.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refused(Problem.MALFORMED)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            raise Refused(Problem.TOO_LARGE)
    try:
        return kind.model_validate_json(body)
    except ValidationError:
        raise Refused(Problem.MALFORMED) from None
