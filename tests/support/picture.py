"""Remake the README's picture from the running app: ``python -m tests.support.picture``."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.reader import Reader
from tests.support import chromium
from tests.support.server import ROOT, free_port, serving, uvicorn

PICTURE = ROOT / "docs" / "cascade.png"


def take(path: Path) -> None:
    """Show the cascade with the AMPA receptors chosen, and save what a reader sees."""
    port = free_port()
    with serving(uvicorn(port), port) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        reader = Reader(page, address)
        reader.open("/?node=ampar")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    take(PICTURE)
    print(PICTURE)
    sys.exit(0)
