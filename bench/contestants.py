"""The contestants: our app, a minimal Streamlit peer, a static Plotly page, and an empty Streamlit page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from bench.figure import picks
from bench.static_app import spoken
from tests.support.server import free_port, serving, uvicorn

APPS = {
    "ours": "app:app",
    "peer": "bench.peer_app:app",
    "static": "bench.static_app:app",
    "floor": "bench.peer_app:floor",
}
LABELS = {"ours": "ours", "peer": "st.plotly_chart", "static": "static page", "floor": "empty Streamlit"}
VIEWPORT = {"width": 1280, "height": 960}

Ask = dict[str, str]


def asks() -> list[Ask]:
    """Everything that can be clicked, with the name that the response must show."""
    names = spoken()
    return [{"pick": pick, "name": " ".join(names[pick][0].split())} for pick in picks()]


@contextmanager
def served() -> Iterator[dict[str, str]]:
    """URLs of all contestants by name, each on its own server, started with the command of `make run`."""
    with ExitStack() as stack:
        addresses = {}
        for kind, app in APPS.items():
            port = free_port()
            command = [app if part == "app:app" else part for part in uvicorn(port)]
            addresses[kind] = stack.enter_context(serving(command, port))
        yield addresses


def visitor(browser: Browser, kind: str, *, visiting: Sequence[Ask] = ()) -> BrowserContext:
    """A browser context with an empty cache and a probe in its pages.

    Args:
        browser: The browser.
        kind: Name of the contestant.
        visiting: What to click during a timed cold visit; empty if the page is not timed.
    """
    # Any, because Playwright's own type for a size is private.
    size: Any = VIEWPORT
    context = browser.new_context(viewport=size, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    probe = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
    setup = json.dumps({"kind": kind, "visiting": bool(visiting), "asks": list(visiting)})
    context.add_init_script(f"const SETUP = {setup};\n{probe}")
    return context


def arrive(page: Page, kind: str, address: str) -> None:
    """Open a contestant, and wait until it has settled and responds to clicks."""
    page.goto(address)
    settled: Mapping[str, str] = {
        "ours": "[data-map][data-state=chart]",
        "peer": ".js-plotly-plot .scatterlayer .trace",
        "static": ".js-plotly-plot .scatterlayer .trace",
        "floor": "[data-testid=stMarkdown]",
    }
    page.wait_for_selector(settled[kind], state="attached")
    page.wait_for_timeout(1_500)
