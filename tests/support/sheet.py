"""Remake the contact sheets of the story from the running app: ``python -m tests.support.sheet``."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import MAP, Reader
from tests.support import chromium
from tests.support.mechanisms import main
from tests.support.server import ROOT, free_port, serving, uvicorn

DOCS = ROOT / "docs"
GAP = 24
WIDEST = 2200
"""Px that a sheet may be wide."""
LARGEST = 2**20
"""Bytes that the file of a sheet stays below."""


def moments(browser: Browser, address: str, width: int, theme: str) -> list[Image.Image]:
    """The map at every moment of the story, as a window `width` px wide shows it."""
    page = browser.new_page(
        viewport={"width": width, "height": 1000},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    reader = Reader(page, address)
    seen: list[Image.Image] = []
    for id_ in main().story:
        reader.open(f"/?step={id_}")
        page.evaluate("document.fonts.ready")
        page.locator(MAP).evaluate("root => root.scrollIntoView()")
        seen.append(Image.open(BytesIO(page.locator(MAP).screenshot())))
    page.close()
    return seen


def sheet(pictures: list[Image.Image], columns: int) -> Image.Image:
    """`pictures` in rows of `columns`, on a neutral ground."""
    width, height = (max(getattr(one, side) for one in pictures) + GAP for side in ("width", "height"))
    rows = -(-len(pictures) // columns)
    drawn = Image.new("RGB", (columns * width + GAP, rows * height + GAP), "#808080")
    for number, one in enumerate(pictures):
        row, column = divmod(number, columns)
        drawn.paste(one, (GAP + column * width, GAP + row * height))
    drawn.thumbnail((WIDEST, 10 * WIDEST))
    return drawn


def saved(picture: Image.Image, path: Path) -> None:
    """Save `picture` with as many colours as keep the file below `LARGEST`."""
    for colours in (256, 192, 128, 96, 64):
        picture.quantize(colours).save(path, optimize=True)
        if path.stat().st_size < LARGEST:
            return


def make(folder: Path) -> list[Path]:
    """Make both sheets: a wide window on a light ground, and a phone on a dark one."""
    port = free_port()
    made = []
    with serving(uvicorn(port), port) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        for width, theme, columns in ((1280, "light", 2), (320, "dark", 5)):
            path = folder / f"story-{width}-{theme}.png"
            saved(sheet(moments(browser, address, width, theme), columns), path)
            made.append(path)
        browser.close()
    return made


if __name__ == "__main__":
    for made in make(DOCS):
        print(made)
    sys.exit(0)
