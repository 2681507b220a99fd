"""What `deploy/` describes, started here: replicas of the app, a Redis they share, and nginx in front of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from tests.support.patience import PATIENCE
from tests.support.redis_server import RedisServer, redis_server
from tests.support.server import ROOT, WAIT, free_port, serving, uvicorn

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
HELP = "the tests of several replicas need nginx; on Debian: apt-get install nginx"


@dataclass(frozen=True)
class Setup:
    """Addresses of a running set-up: of nginx, and of each replica behind it."""

    port: int
    ports: tuple[int, ...]
    redis: RedisServer

    @property
    def address(self) -> str:
        """Where visitors come."""
        return f"http://127.0.0.1:{self.port}"

    def replica(self, number: int) -> str:
        """A replica past nginx."""
        return f"http://127.0.0.1:{self.ports[number]}"


def find_nginx() -> str:
    """The program. Raises FileNotFoundError, which says how to install it."""
    found = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if found is None:
        raise FileNotFoundError(HELP)
    return found


def configured(port: int, ports: tuple[int, ...], folder: Path) -> str:
    """The configuration of `deploy/` with the ports and a folder of this machine, and otherwise as it is."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    servers = iter(ports)
    text, changed = re.subn(r"server app\d:8501", lambda _: f"server 127.0.0.1:{next(servers)}", text)
    if changed != len(ports):
        raise ValueError(f"deploy/nginx.conf names {changed} replicas, not {len(ports)}")
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/tmp/", f"{folder}/")  # noqa: S108
    # So that a test sees who answered; visitors need not know.
    return text.replace(
        "add_header set-cookie", "add_header x-replica $upstream_addr always;\n    add_header set-cookie"
    )


@contextmanager
def nginx(port: int, ports: tuple[int, ...]) -> Iterator[None]:
    """Nginx in front of the replicas at `ports`, until the block ends."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile("w+") as output:
        path = Path(name) / "nginx.conf"
        path.write_text(configured(port, ports, Path(name)), encoding="utf-8")
        process = subprocess.Popen([find_nginx(), "-c", path, "-g", "daemon off;"], stderr=output)
        try:
            end = time.monotonic() + WAIT
            while process.poll() is None and time.monotonic() < end:
                try:
                    httpx2.get(f"http://127.0.0.1:{port}/healthz", timeout=2)
                    break
                except httpx2.TransportError:
                    time.sleep(0.05)
            if process.poll() is not None:
                output.seek(0)
                raise RuntimeError(f"nginx did not start:\n{output.read()}")
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)


@contextmanager
def replicated(number: int) -> Iterator[Setup]:
    """The whole set-up with so many replicas, until the block ends."""
    with ExitStack() as stack:
        server = stack.enter_context(redis_server())
        ports = tuple(free_port() for _ in range(number))
        for port in ports:
            command = [*uvicorn(port), "--proxy-headers", "--forwarded-allow-ips", "*"]
            stack.enter_context(serving(command, port, REDIS_URL=server.url))
        port = free_port()
        stack.enter_context(nginx(port, ports))
        yield Setup(port, ports, server)
