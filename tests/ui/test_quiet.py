"""Nothing about a reader reaches the log, in each documented way to start the server."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.support.server import ROOT, WAIT, free_port, streamlit, uvicorn


@pytest.mark.parametrize("command", [uvicorn, streamlit], ids=["uvicorn", "streamlit"])
def test_a_visit_leaves_no_line_in_the_log(command: Callable[[int], list[str]], tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    with log.open("w") as output:
        server = subprocess.Popen(command(port), cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, env=os.environ)
        try:
            end = time.monotonic() + WAIT
            while time.monotonic() < end and server.poll() is None:
                try:
                    httpx2.get(f"http://127.0.0.1:{port}/healthz", timeout=2)
                    break
                except httpx2.TransportError:
                    time.sleep(0.1)
            at = f"http://127.0.0.1:{port}"
            for path in ("/?node=ampar&level=patient", "/follow?room=ACDEFG", "/no-such-page", "/api/search?q=secret"):
                httpx2.get(f"{at}{path}")
            httpx2.post(f"{at}/live/rooms", json={})
            with connect(f"ws://127.0.0.1:{port}/_stcore/stream", origin=Origin(at)):
                pass
        finally:
            server.terminate()
            server.wait(20)
    said = log.read_text(encoding="utf-8")
    told = [part for part in ("GET", "POST", "WebSocket", "ampar", "ACDEFG", "secret", "no-such-page") if part in said]
    assert not told, said
