"""A real server of the app, on a free port of this machine, for tests that look at it from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx2

ROOT = Path(__file__).parent.parent.parent
WAIT = 240


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def uvicorn(port: int) -> list[str]:
    """The command that `make run` uses."""
    return [
        sys.executable,
        "-m",
        "uvicorn",
        "app:app",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--log-level",
        "warning",
    ]


def streamlit(port: int) -> list[str]:
    """The other way to serve the app."""
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]


@contextmanager
def serving(command: Sequence[str], port: int, **environment: str) -> Iterator[str]:
    """Run `command` until the block ends; yields the server's address once it says that it is well."""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONWARNINGS": "default"} | environment,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _until_well(process, address, output)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _until_well(process: subprocess.Popen[bytes], address: str, output: object) -> None:
    end = time.monotonic() + WAIT
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx2.get(f"{address}/healthz", timeout=2).status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    output.seek(0)  # type: ignore[attr-defined]
    raise RuntimeError(f"the server did not start:\n{output.read()}")  # type: ignore[attr-defined]
